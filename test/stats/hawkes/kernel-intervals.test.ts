import { expect, it } from 'vitest';
import { effectInterval } from '../../../src/stats/hawkes/kernel-intervals.js';
import { fitRow } from '../../../src/stats/quantification/mixture-row.js';

// Ten events of an effect alone over an exposure of 100: log-likelihood 10 log a − 100 a.
const problem = { columns: [new Float64Array(10).fill(1)], exposures: [100] };
const root = (a: number): number => Math.sqrt(2 * (10 * Math.log(0.1 / a) - 10 + 100 * a));

it('bounds are where √(2·drop) is 1.96, to a tenth', () => {
  const { low, high } = effectInterval({ problem, fit: fitRow(problem) }, [0], 0.95);
  expect(low).toBeLessThan(0.1);
  expect(high).toBeGreaterThan(0.1);
  expect(Math.abs(root(low) - 1.96)).toBeLessThan(0.1);
  expect(Math.abs(root(high) - 1.96)).toBeLessThan(0.1);
});

it('is open where nothing of the source was there to have an effect', () => {
  const none = { columns: [...problem.columns, new Float64Array(10)], exposures: [100, 0] };
  expect(effectInterval({ problem: none, fit: fitRow(none) }, [1], 0.95)).toEqual({ low: 0, high: Infinity });
});
