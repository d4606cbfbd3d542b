import { expect, it } from 'vitest';
import { RiskSums, sparseRows } from '../../../src/stats/survival/risk-sums.js';

it('keeps what is not 0 of each row, in the order of the columns', () => {
  const { starts, names, values } = sparseRows([Float64Array.of(1, 0, 2), Float64Array.of(0, 0, 3)], 3);
  expect([...starts]).toEqual([0, 1, 1, 3]);
  expect([...names]).toEqual([0, 0, 1]);
  expect([...values]).toEqual([1, 2, 3]);
});

it('adds up weights, weighted rows and their products, and takes them out again', () => {
  const sums = new RiskSums(sparseRows([Float64Array.of(1, 2), Float64Array.of(0, 3)], 2), 2);
  sums.add(0, 10);
  sums.add(1, 100);
  expect(sums.total).toBe(110);
  expect([...sums.first]).toEqual([210, 300]);
  // the lower half: 10·1·1 + 100·2·2, 100·3·2, 100·3·3
  expect([...sums.second]).toEqual([410, 0, 600, 900]);
  sums.add(1, -100);
  expect([sums.total, ...sums.first]).toEqual([10, 10, 0]);
});
