import { describe, expect, it } from 'vitest';
import { createEntityFinder } from '../../../src/enrich/entities/entities.js';
import { entriesOf, loadGazetteer, parseGazetteer } from '../../../src/enrich/entities/gazetteer.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';
import { foldWord } from '../../../src/enrich/words/token-hashes.js';

const finder = createEntityFinder();
const tokens = new TokenBuffer();
const named = (
  text: string,
  kinds: readonly string[] = ['brand', 'retailer', 'store', 'city', 'region', 'department', 'country'],
): string[] => {
  tokens.tokenize(text);
  return finder
    .find(tokens)
    .filter((mention) => kinds.includes(mention.kind))
    .map((mention) => mention.name);
};

describe('entities', () => {
  it.each<[string, string[]]>([
    ['Le camembert Président est trop salé', ['Président']],
    ['Le Président a parlé hier soir', []],
    ['la présidente du club', []],
    ['mon président préféré', []],
    ['Accident au carrefour giratoire ce matin', []],
    ['tournez à gauche au carrefour', []],
    ['je vais chez carrefour demain', ['Carrefour']],
    ['Bonjour Carrefour, mon drive est incomplet', ['Carrefour']],
    ['On a perdu au casino hier', []],
    ['les courses chez Casino', ['Casino']],
    ['Le géant américain', []],
    ['Un rayon géant, des courses de géant', []],
    ['Les courses chez Géant', ['Géant']],
    ['Géant Vert, le maïs', ['Géant Vert']],
    ['un prix de leader', []],
    ['Leader Price va fermer', ['Leader Price']],
    ['il est innocent', []],
    ['le smoothie Innocent à la mangue', ['Innocent']],
    ['Pas lu que votre beurre avait changé', []],
    ['Les biscuits Lu sont cassés', ['Lu']],
    ['Bonjour la marque, votre skyr nature est acide', []],
    ['le 5 mars au matin', []],
    ['une barre Mars et un twix', ['Mars', 'Twix']],
    ['mais but de la manœuvre', []],
    ['le canapé acheté chez But', ['But']],
    ['yaourt nature', []],
    ['Danonne a changé la recette', ['Danone']],
    ['le lait lactel, du super u', ['Lactel', 'Système U']],
    ['@CarrefourFrance vous exagérez', ['Carrefour']],
    ['#Leclerc toujours plus cher', ['E.Leclerc']],
    ['Carrefour Rezé', ['Carrefour', 'Carrefour Rezé']],
    ['le Leclerc de Saint-Herblain', ['E.Leclerc', 'E.Leclerc Saint-Herblain']],
    ['Intermarché de Machecoul', ['Intermarché', 'Intermarché Machecoul']],
    ['fraises d’Espagne', ['Espagne']],
    ['habitant à nantes en Loire-Atlantique', ['Nantes', 'Loire-Atlantique']],
    ['nice job guys', []],
    ['Je suis à Nice', ['Nice']],
    ['un lot de trois', []],
    ['il y aura du monde', []],
    ['dans le Var', ['Var']],
    ['en 2023 et en 1998', []],
    ['une bière 1664', ['1664']],
    ['pour la Sainte Catherine', []],
    ['Le Mont-Saint-Michel est beau', []],
    ['des galettes Saint Michel', ['St Michel']],
    ['on a fait la réunion hier', []],
    ['je vis à La Réunion', ['La Réunion']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('finds products', () => {
    expect(named("un pot de crème fraîche et des jus d'orange", ['product'])).toEqual([
      'crème fraîche',
      "jus d'orange",
    ]);
    expect(named('mon avocat est formel', ['product'])).toEqual([]);
  });

  it('takes no word of another language for a product that is written alike', () => {
    const products = (text: string, language?: string): string[] => {
      tokens.tokenize(text);
      return finder.find(tokens, language).map(({ name }) => name);
    };
    expect(products('the pain in my back', 'en')).toEqual([]);
    expect(products('the best', 'und')).toEqual([]);
    expect(products('le the et le pain', 'fr')).toEqual(['thé', 'pain']);
    expect(products('a cup of thé and a baguette', 'en')).toEqual(['thé']);
    expect(products('the pain')).toEqual(['thé', 'pain']);
  });

  it('takes the lists of a user, ordinary words told', () => {
    const own = createEntityFinder(
      entriesOf('brand', [{ name: 'Verger', aliases: ['le bon verger'] }], new Set(['verger'])),
    );
    const names = (text: string): string[] => {
      tokens.tokenize(text);
      return own.find(tokens).map((mention) => mention.name);
    };
    expect(names('un verger de pommes')).toEqual([]);
    expect(names('les pommes le bon verger')).toEqual(['Verger']);
    expect(names('les pommes Verger')).toEqual(['Verger']);
  });

  it('has each name once', () => {
    for (const id of ['brands', 'places'] as const) {
      const names = loadGazetteer(id).map(({ kind, name }) => `${kind} ${foldWord(name)}`);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });

  it('says what is wrong with a file', () => {
    expect(() => parseGazetteer('marque\tX', 'mine.tsv')).toThrow('mine.tsv: "marque" "X"');
  });

  it('never throws', () => {
    for (const text of ['', '@', '@@@', '\ud800', 'carrefour '.repeat(20_000), '@a'.repeat(50_000)])
      named(text);
    expect(named('é'.repeat(1_000_000))).toEqual([]);
  });
});
