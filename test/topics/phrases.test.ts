import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhraseTest, type PhraseTest } from '../../src/topics/noun-phrase.js';
import { PhraseIndex } from '../../src/topics/phrase-index.js';
import { namePhrases, type NamePhrase } from '../../src/topics/phrases.js';
import { loadStopWords } from '../../src/util/stop-words.js';

let isPhrase: PhraseTest;
beforeAll(async () => {
  isPhrase = loadPhraseTest();
});

const OTHERS = ['Un tiroir grince', 'Ce balai perd ses poils', 'La rampe est froide', 'Quelle jolie nappe'];
/** Names of the texts of each part, among eighty others. */
function named(...parts: readonly (readonly string[])[]): readonly (readonly NamePhrase[])[] {
  return namedWithout([], parts);
}
function namedWithout(
  without: readonly string[],
  parts: readonly (readonly string[])[],
): readonly (readonly NamePhrase[])[] {
  const texts = parts.flat();
  const others = Array.from({ length: 80 }, (_, at) => `${OTHERS[at % 4]}, passage ${at}`);
  const index = new PhraseIndex([...texts, ...others], loadStopWords());
  const partOf = parts.flatMap((part, at) => part.map(() => at)).concat(others.map(() => -1));
  return namePhrases(index, partOf, parts.length, { isPhrase, without });
}
const repeat = (n: number, text: string): string[] =>
  Array.from({ length: n }, (_, at) => `Le ${at + 1} : ${text}`);

describe('namePhrases', () => {
  it('counts the texts that say a name, in the part and in all', () => {
    const [[first]] = named([...repeat(6, 'la louche fendue coupe'), ...repeat(2, 'rien de neuf')]) as [
      [NamePhrase],
    ];
    expect(first).toMatchObject({ phrase: 'louche fendue', n: 6, all: 6 });
  });

  it('keeps the accents that others leave out', () => {
    const [[first]] = named([
      ...repeat(8, 'la rotissoire felee coule'),
      ...repeat(3, 'la rôtissoire fêlée coule'),
    ]) as [[NamePhrase]];
    expect(first.phrase).toBe('rôtissoire fêlée');
  });

  it('is no way of telling, and no brand without the end of its name', () => {
    const texts = [
      ...repeat(6, 'un petit conte moderne sur la louche fendue'),
      ...repeat(6, 'une louche Hartelin, avis aux amateurs'),
    ];
    const names = namedWithout(['Hartelin & Co'], [texts])
      .flat()
      .map(({ phrase }) => phrase);
    expect(names.join(' ; ')).not.toMatch(/conte|amateurs|Hartelin/);
    expect(names.join(' ; ')).toContain('louche');
  });

  it('holds no word of a brand, but for a common one that texts write small', () => {
    const texts = [
      ...repeat(6, 'du pain dur, ce pain rassis'),
      ...repeat(6, 'la louche chez Pain & Cie'),
      ...repeat(6, 'le comptoir Hartelin grince'),
    ];
    const names = namedWithout(['Pain & Cie', 'Maison Hartelin'], [texts])
      .flat()
      .map(({ phrase }) => phrase);
    expect(names).toContain('pain dur');
    expect(names.join(' ; ')).not.toMatch(/cie|Hartelin/i);
  });

  it('takes a phrase of half as many texts before a word alone, and the word where the phrase is rarer', () => {
    const word = (n: number): string[] => repeat(n, 'la louche').map((text, at) => `${text} ${at}`);
    const [half] = named([...repeat(5, 'le manche en hêtre'), ...word(8)]);
    const [less] = named([...repeat(3, 'le manche en hêtre'), ...word(8)]);
    expect(half?.[0]?.phrase).toBe('manche en hêtre');
    expect(less?.[0]?.phrase).toBe('louche');
  });

  it('gives no name twice, the larger part first', () => {
    const [small, large] = named(repeat(5, 'la louche fendue'), repeat(9, 'la louche fendue'));
    expect(large?.[0]?.phrase).toBe('louche fendue');
    expect(small?.[0]?.phrase).not.toBe('louche fendue');
  });

  it.each([
    ['un bon rapport qualité/prix ici', 'rapport qualité/prix'],
    ['le rayon fruits/légumes est sale', 'rayon fruits/légumes'],
    ['j’attends le retrait click & collect', 'retrait click & collect'],
    ['des biscuits sans gluten/lactose introuvables', 'biscuits sans gluten/lactose'],
    ['le lait 1/2 écrémé a tourné', 'lait 1/2 écrémé'],
    ['j’ai perdu la carte C+', 'carte C+'],
    ['le panier Too Good To Go est vide', 'panier Too Good To Go'],
    ['j’ai ouvert la boîte d’Aucy', 'boîte d’Aucy'],
    ['je passe au drive-piéton', 'drive-piéton'],
    ['votre service client 24/7 raccroche', 'service client'],
  ])('« %s » is named « %s »', (text, name) => {
    expect(named(repeat(8, text))[0]?.[0]?.phrase).toBe(name);
  });

  it.each([
    ['l’atteinte qu’on porte aux graines anciennes', 'graines anciennes'],
    ['le soin que Pochon porte aux graines anciennes', 'graines anciennes'],
    ['Pochon ouvre la porte aux graines anciennes', 'graines anciennes'],
    ['mes sincères condoléances', 'sincères condoléances'],
    ['une énième panne de caisse', 'énième panne de caisse'],
  ])('no verb with what it takes and no adjective without its noun names « %s »', (text, name) => {
    const [[first] = []] = named(repeat(8, text), repeat(12, 'la porte'));
    expect(first?.phrase).toBe(name);
  });

  it.each([
    ['une date limite, hélas', 'date limite'],
    ['un nouveau plan de magasin', 'nouveau plan de magasin'],
    ['voici une origine claire', 'origine claire'],
    ['pour la même liste de louches', 'liste de louches'],
  ])('« %s » is named « %s », whatever the reader takes its words for', (text, name) => {
    expect(named(repeat(8, text), repeat(4, 'cette louche'))[0]?.[0]?.phrase).toBe(name);
  });

  it('counts a phrase with a link and without as one, and tells the most written', () => {
    const [names] = named([...repeat(3, 'ma carte fidélité'), ...repeat(5, 'cette carte de fidélité')]);
    expect(names?.[0]).toMatchObject({ phrase: 'carte de fidélité', n: 8, all: 8 });
  });

  it.each([
    ['un vrai coup de pouce au comptoir', 'comptoir'],
    ['les coups de cœur du comptoir', 'comptoir'],
    ['merci Orléans pour le comptoir', 'comptoir'],
    ['le créneau de dix-huit heures', 'créneau'],
    ['un comptoir délicieux', 'comptoir'],
    ['un comptoir en train de grincer', 'comptoir'],
    ['les comptoirs paieront', 'comptoirs'],
    ['bluffée par le comptoir', 'comptoir'],
    ['un comptoir, quel délice', 'comptoir'],
    ['à la boutique d’Orléans, un comptoir', 'comptoir'],
    ['le comptoir, magie magie', 'comptoir'],
  ])(
    '« %s » is named « %s »: no set phrase, place that is where, number, judgement or verb',
    (text, name) => {
      const others = ['un comptoir à Orléans', 'sur le créneau d’Orléans'].flatMap((one) => repeat(3, one));
      expect(named(repeat(8, text), others)[0]?.[0]?.phrase).toBe(name);
    },
  );

  it('links a place to what is there, but for a head that tells where', () => {
    expect(named(repeat(8, 'je cherche un trajet Orléans demain'))[0]?.[0]?.phrase).not.toContain('Orléans');
    expect(named(repeat(8, 'le trajet d’Orléans ce soir'))[0]?.[0]?.phrase).toBe('trajet d’Orléans');
    expect(named(repeat(8, 'en région Bretagne demain'))[0]?.[0]?.phrase).toBe('région Bretagne');
  });

  it('reads a clause without small words in the language of the texts that its words stand in', () => {
    const texts = [
      ...repeat(6, 'Customers may experience a broken ladle'),
      ...repeat(6, 'Ladles recalled: customers may experience fever'),
      'the customers experience fever and the ladles are broken',
    ];
    const [names] = named(texts.map((text) => text.replace(/^Le (\d+) :/, 'The $1:')));
    expect(names?.map(({ phrase }) => phrase).join()).not.toMatch(/may|experience/);
  });

  it('holds no brand of the user’s own', () => {
    const texts = repeat(8, 'le comptoir Pochon ferme');
    const others = Array.from({ length: 80 }, (_, at) => `${OTHERS[at % 4]}, passage ${at}`);
    const index = new PhraseIndex([...texts, ...others], loadStopWords());
    const parts = [...texts.map(() => 0), ...others.map(() => -1)];
    const [names] = namePhrases(index, parts, 1, { isPhrase, without: ['Pochon'] });
    expect(names?.[0]?.phrase).toBe('comptoir');
  });

  it('takes the spellings of one name together, and tells the most written', () => {
    const [names] = named([
      ...repeat(3, 'le rapport qualité/prix baisse'),
      ...repeat(5, 'quel rapport qualité prix, décevant'),
    ]);
    expect(names?.[0]).toMatchObject({ phrase: 'rapport qualité prix', n: 8 });
  });
});
