import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../src/engine/product-facts.js';
import { namePatterns, productMatcher } from '../../../src/metrics/sector/product-match.js';

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

it('looks for names of two words or more as texts write them, the longer first, and for none where there are too many', () => {
  const patterns = namePatterns([
    product('1', 'Riz au lait, Maison Brel, 4 x 125 g'),
    product('2', 'Riz au lait vanille'),
    product('3', 'Compote'),
  ]);
  expect(patterns).toHaveLength(1);
  const found = (text: string): string | undefined => new RegExp(patterns[0] ?? '').exec(text)?.[0];
  expect(found('vos riz au lait a la vanille')).toBe('riz au lait a la vanille');
  expect(found('le riz au lait')).toBe('riz au lait');
  expect(found('riz, puis lait')).toBeUndefined();
  expect(found('la compote')).toBeUndefined();
  expect(found('riz au laitage')).toBeUndefined();
  const letters = (at: number): string =>
    [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  expect(
    namePatterns(Array.from({ length: 2001 }, (_, at) => product(String(at), `Riz zz${letters(at)}`))),
  ).toEqual([]);
});
