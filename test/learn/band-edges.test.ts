import { expect, it } from 'vitest';
import { bandEdges } from '../../src/learn/band-edges.js';

const values = (list: readonly number[], group = 'all') => list.map((value) => ({ value, group }));

it('holds equal parts in each band', () => {
  const list = Array.from({ length: 100 }, (_, at) => (at * 37) % 100);
  expect(bandEdges(values(list), { bands: 4, cuts: [] })).toEqual([24, 49, 74]);
});

it('lets every group weigh the same, however large', () => {
  const large = Array.from({ length: 900 }, (_, at) => at / 9000),
    small = Array.from({ length: 100 }, (_, at) => 0.5 + at / 1000);
  // half of the weight lies under .1, half above .5
  expect(bandEdges([...values(large, 'a'), ...values(small, 'b')], { bands: 4, cuts: [] })).toEqual([
    0.05, 0.5, 0.55,
  ]);
});

it('has the cuts as edges, each in place of the nearest, and fewer bands where values repeat', () => {
  const list = Array.from({ length: 100 }, (_, at) => at);
  expect(bandEdges(values(list), { bands: 4, cuts: [50, 60] })).toEqual([24, 50, 60]);
  expect(bandEdges(values(Array.from({ length: 50 }, () => 1)), { bands: 4, cuts: [0] })).toEqual([0]);
  expect(bandEdges([], { bands: 4, cuts: [0.5] })).toEqual([0.5]);
});
