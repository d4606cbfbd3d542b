import { expect, it } from 'vitest';
import type { ProductFacts } from '../../../src/engine/product-facts.js';
import { productMatcher } from '../../../src/metrics/sector/product-match.js';
import { joinedTo } from '../../../src/metrics/sector/product-mentions.js';

const product = (code: string, brand: string, name: string): ProductFacts => ({
  code,
  name,
  brands: [brand],
  nutriScore: 'b',
  nova: 3,
  additives: [code],
  origins: [],
  labels: [],
});
const ours = product('3017620422003', 'Maison Brel', 'Yaourt brassé vanille'),
  theirs = product('2000000000015', 'Ferme Anou', 'Yaourt brassé vanille');
const matcher = productMatcher([ours, theirs]);
const joined = (mention: Partial<Parameters<typeof joinedTo>[0]>): [string, number, string][] =>
  joinedTo(
    {
      code: null,
      brands: [],
      home: 'Maison Brel',
      names: [],
      own: null,
      text: null,
      n: 1,
      positive: 0,
      negative: 0,
      nutritionN: 0,
      cluster: null,
      ...mention,
    },
    matcher,
    { 'Ferme Anou': ['anou'] },
  ).map(({ product: { brands }, score, by }) => [brands[0] ?? '', score, by]);

it('joins a message to a product once: by its barcode, whatever it names, else by each name', () => {
  const names = ['yaourt brasse vanille', 'yaourts brasses a la vanille'];
  expect(joined({ code: theirs.code, names })).toEqual([['Ferme Anou', 1, 'barcode']]);
  expect(joined({ names })).toEqual([['Maison Brel', 1, 'name']]);
});

it('takes what the export says of a product before what its customer compares it with', () => {
  const text = 'Moins bon que Ferme Anou';
  expect(joined({ own: 'Yaourt brassé vanille', brands: ['Ferme Anou'], text })).toEqual([
    ['Maison Brel', 1, 'name'],
  ]);
  expect(joined({ own: 'Yaourt brassé vanille', brands: ['Ferme Anou'], home: null })).toEqual([
    ['Ferme Anou', 1, 'name'],
  ]);
});

it('scores a name by how surely it is of its brand, told by its aliases too', () => {
  const names = ['yaourt brasse vanille'];
  const of = (text: string): [string, number, string][] =>
    joined({ names, brands: ['Ferme Anou', 'Maison Brel'], text });
  expect(of('Le yaourt brassé vanille d’Anou, pas Maison Brel')).toEqual([['Ferme Anou', 1, 'name']]);
  expect(of('Maison Brel déçoit. Anou sucre moins son yaourt brassé vanille')).toEqual([
    ['Ferme Anou', 0.97, 'name'],
  ]);
  expect(of('Maison Brel et Anou : du yaourt brassé vanille trop sucré')).toEqual([]);
});
