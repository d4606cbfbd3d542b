import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../src/engine/product-facts.js';
import { productMatcher } from '../../../src/metrics/sector/product-match.js';

const product = (code: string, name: string, over: Partial<ProductFacts> = {}): ProductFacts => ({
  code,
  name,
  brands: ['Maison Brel'],
  nutriScore: 'b',
  nova: 3,
  additives: [],
  origins: [],
  labels: [],
  ...over,
});
const vanilla = product('3017620422003', 'Yaourt brassé vanille 4x125 g');
const strawberry = product('2000000000015', 'Yaourt brassé fraise 4x125 g', { nutriScore: 'c' });
const { match } = productMatcher([vanilla, strawberry]);
const named = (name: string, brand: string | null = 'Maison Brel'): string | undefined =>
  match({ brand, product: name })?.product.code;

describe('productMatcher', () => {
  it('goes by a barcode whose check digit is right before any name', () => {
    expect(match({ code: '3017620422003', brand: null, product: null })).toEqual({
      product: vanilla,
      score: 1,
      by: 'barcode',
    });
    expect(match({ code: '3017620422004', brand: null, product: null })).toBeUndefined();
  });

  it('goes by brand and name, whatever case, accents, plural, quantity or one letter off', () => {
    for (const name of [
      'yaourts brasses a la VANILLE',
      'Yaourt brassé vanille 500 g',
      'yaourt brassé vanile',
    ])
      expect(named(name), name).toBe(vanilla.code);
  });

  it('tells none where it can’t be sure', () => {
    expect(named('yaourt brassé')).toBeUndefined(); // two of other facts
    expect(named('yaourt brassé vanille coco')).toBeUndefined(); // a word that no product has
    expect(named('yaourt brassé vanille', null)).toBeUndefined();
    expect(named('yaourt brassé vanille', 'Autre marque')).toBeUndefined();
    expect(named('le pot de 125 g')).toBeUndefined(); // no word left
  });

  it('takes one of two records of the same facts: the one with the lower code', () => {
    const twin = product('2000000000022', vanilla.name);
    expect(
      productMatcher([vanilla, twin]).match({ brand: 'maison brel', product: 'Yaourt brassé vanille' })
        ?.product.code,
    ).toBe(twin.code);
  });
});
