import { expect, it } from 'vitest';
import { sequenceOf } from '../../../src/stats/hawkes/hawkes-model.js';
import { rescalingTest } from '../../../src/stats/hawkes/kernel-check.js';
import type { KernelRow } from '../../../src/stats/hawkes/kernel-rows.js';

/** One event an hour comes by itself; the effect is 0. */
const row: KernelRow = {
  type: 0,
  problem: { columns: [], exposures: [] },
  first: 1,
  places: [[1]],
  shapes: [undefined],
  unlearnt: [false],
  halfLives: [1],
  fit: { theta: new Float64Array([1, 0]), logLik: 0, converged: true },
  events: 7,
  baseline: [() => 1],
  form: { pieces: 0, parts: 0 },
};
const testOf = (times: readonly number[]) =>
  rescalingTest(
    row,
    sequenceOf({ times, types: times.map(() => 0), typeNames: ['a'], horizonHours: 50 }),
    [1],
    [{ from: 0, to: 50 }],
    'a',
  );

it('is a twelfth from exponential where the six gaps are its quantiles at 1/12, 3/12 … 11/12', () => {
  const times = [1];
  for (let k = 0; k < 6; k++) times.push(times[k]! - Math.log(1 - (2 * k + 1) / 12));
  const { n, distance, p } = testOf(times);
  expect(n).toBe(7);
  expect(distance).toBeCloseTo(1 / 12, 8);
  expect(p).toBeGreaterThan(0.9);
});

it('says no distance of four gaps', () => {
  expect(testOf([1, 2, 3, 4, 5])).toEqual({ type: 'a', n: 5 });
});
