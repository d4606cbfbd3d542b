import { expect, it } from 'vitest';
import { lagShape } from '../../../src/stats/hawkes/lag-shape.js';

it('shares one delay between laws as their densities at it are', () => {
  // by the EM algorithm one delay of an hour goes whole to the law whose density there is highest: half-lives of 1, not of 100
  const [near, far] = lagShape([1], [1, 100], 1e6) as [number, number];
  expect(near).toBeGreaterThan(0.999);
  expect(near + far).toBeCloseTo(1, 12);
});

it('gives even weights without a delay, and more to a law whose late delays the window hides', () => {
  const [even] = lagShape([], [1, 1], 10) as [number, number];
  expect(even).toBe(0.5);
  const hours = [1, 2, 30, 40];
  const [, shown] = lagShape(hours, [1, 24], 1e6) as [number, number],
    [, hidden] = lagShape(hours, [1, 24], 48) as [number, number];
  expect(hidden).toBeGreaterThan(shown);
});
