import { describe, expect, it } from 'vitest';
import { createDriverMatcher } from '../../../src/enrich/drivers/drivers.js';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { parseTaxonomy } from '../../../src/enrich/drivers/taxonomy.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';
import { DRIVERS } from '../../../src/model/index.js';

const matcher = createDriverMatcher();
const tokens = new TokenBuffer();
const driversOf = (text: string, language?: string): string[] => {
  tokens.tokenize(text);
  return [...new Set(matcher.match(tokens, language).map((hit) => hit.driver))].sort();
};

describe('driver matcher', () => {
  it('covers every driver of the model and no other', () => {
    expect([...matcher.drivers].sort()).toEqual([...DRIVERS].sort());
  });

  it('reads plurals, feminines, missing accents, capitals, elision and hashtags', () => {
    expect(driversOf('Ils sont trop CHERS vos emballages', 'fr')).toEqual(['packaging', 'price']);
    expect(driversOf("l'origine n'est pas indiquée", 'fr')).toEqual(['origin']);
    expect(driversOf('#BienEtreAnimal', 'fr')).toEqual(['animal-welfare']);
    expect(driversOf('#nutriscore', 'fr')).toEqual(['nutrition']);
    expect(driversOf('service-client au top', 'fr')).toEqual(['after-sales']);
  });

  it('reads one typo in a long word', () => {
    expect(driversOf('livraisson en retard', 'fr')).toEqual(['delivery']);
    expect(driversOf('embalage', 'fr')).toEqual(['packaging']);
    expect(driversOf('supermaché', 'fr')).toEqual(['store']);
  });

  it.each([
    ['Le Grand Prix de Monaco', 'fr', []],
    ['Leader Price a fermé', 'fr', []],
    ['frais de port offerts', 'fr', ['delivery']],
    ['Cher Carrefour, bonjour', 'fr', []],
    ['je me rappelle de vous', 'fr', []],
    ['peu importe', 'fr', []],
    ['mes animaux de compagnie', 'fr', []],
    ['lien en bio', 'fr', []],
    ['je cherche un emploi', 'fr', []],
    ['no big deal', 'en', []],
    ['these jeans are on sale', 'en', []],
    ['it ran out on the first morning', 'en', ['availability']],
    ['a price increase again', 'en', ['price']],
    ['the apps are slow', 'en', ['app-site']],
    ['pay the manager', 'en', []],
  ])('%s', (text, language, expected) => {
    expect(driversOf(text, language)).toEqual(expected);
  });

  it('keeps to the language of the text', () => {
    expect(driversOf('the store was sale', 'fr')).toEqual([]);
    expect(driversOf('the shelves were dusty', 'en')).toEqual(['store']);
  });

  it('gives the tokens that say so', () => {
    tokens.tokenize('Bon goût, mais hors de prix');
    expect(
      matcher
        .match(tokens, 'fr')
        .map((hit) => [hit.driver, tokens.written(hit.start), tokens.written(hit.end - 1)]),
    ).toEqual([
      ['taste', 'Bon', 'goût'],
      ['price', 'hors', 'prix'],
    ]);
  });

  it('counts a weak term only beside another term of the driver', () => {
    expect(driversOf('quel beau sourire', 'fr')).toEqual([]);
    expect(driversOf('personnel avec le sourire', 'fr')).toEqual(['staff']);
    expect(driversOf('sourire, sourire', 'fr')).toEqual([]);
  });

  it('takes for weak what one of its taxonomies does', () => {
    const of = (weak: readonly string[]): ReturnType<typeof parseTaxonomy> =>
      parseTaxonomy(
        JSON.stringify({
          id: 'mine',
          drivers: { noise: { label: { fr: 'Bruit', en: 'Noise' }, fr: ['bruit', 'voisin'], en: [], weak } },
        }),
      );
    const told = (first: readonly string[], second: readonly string[], text: string): number => {
      tokens.tokenize(text);
      return createDriverMatcher([of(first), of(second)]).match(tokens, 'fr').length;
    };
    expect(told([], [], 'un voisin')).toBe(1);
    expect(told([], ['voisin'], 'un voisin')).toBe(0);
    expect(told(['voisin'], [], 'un voisin')).toBe(0);
    expect(told([], ['voisin'], 'un voisin, quel bruit')).toBe(2);
  });

  it('leaves to the head what names a driver only in some texts', () => {
    const roles = (text: string, language: 'fr' | 'en'): readonly string[] => {
      tokens.tokenize(text);
      return matcher.match(tokens, language, true).map(({ driver, role }) => `${driver} ${role}`);
    };
    for (const [text, language, driver] of [
      ['ce mixeur ne fonctionne pas', 'fr', 'after-sales'],
      ['the blender stopped working', 'en', 'after-sales'],
      ['my account is past due', 'en', 'app-site'],
      ['why did your driver cancel', 'en', 'delivery'],
    ] as const)
      expect(new Set(roles(text, language).filter((one) => one.startsWith(driver)))).toEqual(
        new Set([`${driver} hint`]),
      );
  });

  it('takes a threat with the consumer authority for one of safety only beside another word of it', async () => {
    const threats = [
      'Vous refusez le remboursement, je vais saisir la DGCCRF',
      'Publicité mensongère, signalement à la DGCCRF',
      'Le service client raccroche, prochaine étape la DGCCRF',
    ];
    const harms = [
      'Un bout de verre dans la compote de mon fils, je saisis la DGCCRF',
      'Malade toute la nuit, la DGCCRF sera saisie',
    ];
    for (const text of threats) expect(driversOf(text, 'fr'), text).not.toContain('safety');
    for (const text of harms) expect(driversOf(text, 'fr'), text).toContain('safety');
    // of harm that no term says, the head judges
    const texts = [...threats, ...harms, 'La poussette se replie toute seule, je signale à la DGCCRF'];
    const { drivers, escalations } = (await createEnricher()).enrich({
      length: texts.length,
      text: texts,
      title: texts.map(() => null),
      genre: texts.map(() => 'private'),
      givenLanguage: texts.map(() => null),
    });
    expect(drivers.map((list) => list.includes('safety'))).toEqual([false, false, false, true, true, true]);
    expect(escalations.map((list) => list.includes('law'))).toEqual(texts.map(() => true));
  });

  it('takes hostile texts', () => {
    for (const text of [
      '',
      '\u0000',
      '\ud800',
      'prix '.repeat(50_000),
      'a'.repeat(1_000_000),
      '🍓'.repeat(10_000),
    ]) {
      expect(driversOf(text).length).toBeLessThan(2);
    }
  });

  it('takes a taxonomy of the user', () => {
    const own = parseTaxonomy(
      '{"id":"x","drivers":{"noise":{"label":{"fr":"Bruit","en":"Noise"},"fr":["bruit*"],"en":["noise"]}}}',
    );
    const other = createDriverMatcher([own]);
    tokens.tokenize('Ces bruitages !');
    expect(other.match(tokens, 'fr')).toEqual(
      [{ driver: 'noise', start: 0, end: 2 }].map((hit) => ({ ...hit, start: 1 })),
    );
    expect(other.label('noise', 'fr')).toBe('Bruit');
  });
});

describe('taxonomy', () => {
  it('says what is wrong with a file', () => {
    expect(() => parseTaxonomy('{', 'mine.json')).toThrow(
      'mine.json: not JSON: a taxonomy is a JSON object with id and drivers',
    );
    expect(() => parseTaxonomy('{"id":"x","drivers":{"a":{"fr":"prix"}}}')).toThrow('driver "a": fr');
  });
});
