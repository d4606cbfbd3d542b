import { expect, it } from 'vitest';
import { baselineSums, effectScore } from '../../../src/stats/hawkes/hawkes-scores.js';

// Two events whose intensities are 1 + 2 = 3 and 1 + 0 = 1.
const problem = { columns: [new Float64Array([1, 1]), new Float64Array([2, 0])], exposures: [2, 3] };
const theta = new Float64Array([1, 1]);

it('the slope in an effect is Σ column ÷ λ − exposure', () => {
  expect(effectScore(problem, theta, 0)).toBeCloseTo(1 / 3 + 1 - 2, 12);
  expect(effectScore(problem, theta, 1)).toBeCloseTo(2 / 3 + 0 - 3, 12);
});

it('sums over hours of the week: the chance of the baseline is 1/3 in hour 5 and 1 in hour 6', () => {
  const sums = baselineSums(problem, theta, [1], new Uint8Array([5, 6]));
  expect([...sums.expected.subarray(4, 8)]).toEqual([0, 1 / 3, 1, 0]);
  expect([...sums.squares.subarray(4, 8)]).toEqual([0, 1 / 9, 1, 0]);
  expect(sums.crossed[0]?.[5]).toBeCloseTo((1 / 3) * (2 / 3), 12);
  expect(sums.crossed[0]?.[6]).toBe(0);
  expect(sums.information[0]?.[0]).toBeCloseTo(4 / 9, 12);
});
