import { expect, it } from 'vitest';
import { outsideNames } from '../../../src/enrich/drivers/inside-names.js';

it('drops terms that stand in the name of a product or brand of several words', () => {
  const hits = [
    { driver: 'packaging', start: 1, end: 2 },
    { driver: 'price', start: 5, end: 6 },
  ];
  const name = (kind: string, start: number, end: number) => [{ kind, start, end }];
  expect(outsideNames(hits, name('product', 1, 4))).toEqual(hits.slice(1));
  expect(outsideNames(hits, name('brand', 0, 2))).toEqual(hits.slice(1));
  for (const kept of [name('retailer', 1, 4), name('product', 1, 2), name('product', 2, 5), []])
    expect(outsideNames(hits, kept)).toEqual(hits);
});
