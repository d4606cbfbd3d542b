import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../src/engine/product-facts.js';
import { spellingsOf } from '../../../src/metrics/sector/name-places.js';
import { chooseOwner, productOwners } from '../../../src/metrics/sector/product-owner.js';
import type { ProductMatch } from '../../../src/metrics/sector/product-match.js';

const spellings = new Map(
  ['Maison Brel', 'Ferme Anou', 'Carrefour'].map((brand) => [brand, spellingsOf(brand)]),
);
/** The surest brand of each place of the yoghurt, with its certainty; none: —, a yardstick: ×. */
const told = (text: string, name = 'yaourt vanille'): string[] =>
  productOwners(text, name, spellings).map((owners) => {
    if (owners === undefined) return '×';
    const first = owners.find(({ distance }) => distance < Infinity);
    return first === undefined ? '—' : `${first.brand} ${first.certainty}`;
  });

describe('the brand that a product of a text is of', () => {
  it.each([
    ['Le yaourt vanille Maison Brel est trop sucré', ['Maison Brel 1']],
    ['Le yaourt vanille de chez Carrefour est trop sucré', ['Carrefour 1']],
    ['Le yaourt vanille de la marque Ferme Anou, acheté chez Carrefour', ['Ferme Anou 1']],
    ['Acheté chez Carrefour : le yaourt vanille Maison Brel', ['Maison Brel 1']],
    ['Ferme Anou, votre yaourt vanille a changé, Maison Brel a gardé sa recette', ['Ferme Anou 1']],
    ['@maisonbrel le yaourt vanille a changé', ['Maison Brel 1']],
    ['Chez Maison Brel le yaourt vanille manque', ['Maison Brel 0.88']],
    ['Le yaourt vanille du Carrefour de Nantes est périmé', ['Carrefour 0.88']],
    ['Un yaourt vanille (Ferme Anou, rayon bio de Carrefour)', ['Ferme Anou 1']],
    ['Carrefour copie Maison Brel avec son yaourt vanille', ['Carrefour 0.97']],
    ['Maison Brel a changé le yaourt vanille', ['Maison Brel 0.95']],
    ['Maison Brel déçoit, le yaourt vanille est trop sucré', ['Maison Brel 0.92']],
    ['Maison Brel déçoit. Le yaourt vanille est trop sucré', ['Maison Brel 0.9']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  it('is none that is but a yardstick, denied, or another thing’s', () => {
    expect(told('Le yaourt vanille Maison Brel est moins bon que celui de Ferme Anou')).toEqual([
      'Maison Brel 1',
    ]);
    expect(told('Le yaourt vanille est moins bon que celui de Ferme Anou')).toEqual(['—']);
    expect(told('Un yaourt vanille comme Ferme Anou')).toEqual(['—']);
    expect(told('Je préfère le yaourt vanille à ceux de Ferme Anou')).toEqual(['—']);
    expect(told('Du yaourt vanille, pas Ferme Anou')).toEqual(['—']);
    expect(told('Maison Brel ne vaut pas le yaourt vanille de ma mère')).toEqual(['×']);
    expect(told('Je trouve que Ferme Anou sale trop le yaourt vanille')).toEqual(['Ferme Anou 0.95']);
  });

  it('is either of two that are joined', () => {
    for (const text of [
      'Maison Brel et Ferme Anou : le yaourt vanille est trop sucré',
      'Un yaourt vanille de chez Maison Brel ou de chez Ferme Anou ?',
    ])
      expect(
        productOwners(text, 'yaourt vanille', spellings)[0]
          ?.slice(0, 2)
          .map(({ brand, certainty }) => [brand, certainty]),
        text,
      ).toEqual([
        ['Maison Brel', 1],
        ['Ferme Anou', 1],
      ]);
  });

  it('tells each place of the name, none where it is the yardstick', () => {
    expect(told('Le yaourt vanille Maison Brel est meilleur que le yaourt vanille Ferme Anou')).toEqual([
      'Maison Brel 1',
      '×',
    ]);
    expect(told('Contrairement au yaourt vanille Ferme Anou, le yaourt vanille Maison Brel est bon')).toEqual(
      ['×', 'Maison Brel 1'],
    );
    expect(told('Yaourt vanille Maison Brel raté. Yaourt vanille Ferme Anou réussi.')).toEqual([
      'Maison Brel 1',
      'Ferme Anou 1',
    ]);
  });

  it('knows of a name or a brand that the text does not spell that it is named, no more', () => {
    const [owners] = productOwners(
      'Trop sucré',
      'yaourt vanille',
      new Map([['Maison Brel', ['maison brel']]]),
    );
    expect(owners).toEqual([{ brand: 'Maison Brel', certainty: 0.9, distance: Infinity }]);
  });
});

describe('spellingsOf', () => {
  it('gives a brand without its article, its ampersand in words, as an account, and its own aliases', () => {
    expect(spellingsOf('La Laitière', ['laitiere dessert'])).toEqual([
      'la laitiere',
      'laitiere',
      'lalaitiere',
      'laitiere dessert',
    ]);
    expect(spellingsOf('Elle & Vire')).toContain('elle  et  vire');
  });
});

describe('chooseOwner', () => {
  const of = (brand: string): ProductMatch => ({
    product: { code: brand } as ProductFacts,
    score: 1,
    by: 'name',
  });
  const choose = (
    owners: readonly (readonly [string, number, number])[],
    { home = null, held }: { readonly home?: string | null; readonly held: readonly string[] },
  ): string | undefined =>
    chooseOwner(
      owners.map(([brand, certainty, distance]) => ({ brand, certainty, distance })),
      home,
      (brand) => (held.includes(brand) ? of(brand) : undefined),
    )?.match.product.code;

  it('is the brand at the name, or none', () => {
    expect(choose([['A', 1, 0]], { held: ['A', 'B'], home: 'B' })).toBe('A');
    expect(choose([['A', 1, 0]], { held: ['B'], home: 'B' })).toBeUndefined();
  });

  it('is the nearest of a clause where the other is more than twice as far', () => {
    const both = { held: ['A', 'B'] };
    expect(
      choose(
        [
          ['A', 0.95, 2],
          ['B', 0.95, 5],
        ],
        both,
      ),
    ).toBe('A');
    expect(
      choose(
        [
          ['A', 0.95, 2],
          ['B', 0.95, 4],
        ],
        both,
      ),
    ).toBeUndefined();
    expect(
      choose(
        [
          ['A', 0.95, 4],
          ['B', 0.92, 5],
        ],
        both,
      ),
    ).toBe('A');
  });

  it('is the one that has such a product, where no brand stands at the name', () => {
    expect(
      choose(
        [
          ['A', 0.95, 2],
          ['B', 0.95, 3],
        ],
        { held: ['B'] },
      ),
    ).toBe('B');
  });

  it('is the brand at home where the text ties none, unless a shop could be it as well', () => {
    expect(choose([], { held: ['H'], home: 'H' })).toBe('H');
    expect(choose([['S', 0.88, 1]], { held: ['H'], home: 'H' })).toBe('H');
    expect(choose([['S', 0.88, 1]], { held: ['H', 'S'], home: 'H' })).toBeUndefined();
    expect(choose([['A', 0.95, 1]], { held: ['H'], home: 'H' })).toBeUndefined();
  });
});
