import { expect, it } from 'vitest';
import { DRIVERS } from '../../src/model/enrichment.js';
import { DRIVER_RECIPE } from '../../src/learn/driver-recipe.js';
import { fakeReader } from './fake-reader.js';

const at = (...names: readonly string[]): number[] =>
  names.map((name) => (DRIVERS as readonly string[]).indexOf(name));
const told = (rows: Parameters<typeof fakeReader>[0]) => DRIVER_RECIPE.examples(fakeReader(rows));

it('of restaurants reads each fourth row, and knows of price, taste and staff alone', () => {
  const row = { Prix: 'NE', Cuisine: 'Positive', Service: 'Négative', Ambiance: 'Positive' };
  const [first, ...others] = told({ restaurants: [row, row, row, row] });
  expect(others).toEqual([]);
  expect([...(first?.labels ?? [])].toSorted()).toEqual(at('taste', 'staff').toSorted());
  expect([...(first?.known ?? [])].toSorted()).toEqual(at('price', 'taste', 'staff').toSorted());
});

it('what is no customer speaks of no driver, and a customer of that set is left out', () => {
  expect(told({ registers: [{ register: 'news' }, { register: 'customer' }] })).toEqual([
    { text: 'un texte', labels: [], weight: 0.5 },
  ]);
});

it('of texts read one by one knows all but what was doubtful, and takes them from nowhere else', () => {
  const rows = {
    drivers: [{ drivers: ['delivery'], doubtful: ['price'] }],
    registers: [{ register: 'news' }],
  };
  const [text, ...others] = told(rows);
  expect(others).toEqual([]);
  expect(text?.labels).toEqual(at('delivery'));
  expect(DRIVERS.filter((_, k) => !text?.known?.includes(k))).toEqual(['price']);
});
