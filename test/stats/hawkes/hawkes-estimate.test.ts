import { expect, it } from 'vitest';
import { decayRange } from '../../../src/stats/hawkes/hawkes-estimate.js';
import { estimate } from './three-events.js';

it('half-lives are tried from 3 minutes to 10 days, to half of a short window', () => {
  expect(decayRange(480)).toEqual([Math.log(Math.LN2 / 240), Math.log(Math.LN2 / 0.05)]);
  expect(decayRange(2)).toEqual([Math.log(Math.LN2), Math.log(Math.LN2 / 0.01)]);
});

it('without memory is n over T, and no effect', () => {
  expect(estimate.mu[0]).toBeCloseTo(0.03, 5);
  expect(estimate.A[0]?.[0]).toBeCloseTo(0, 4);
  expect(estimate.logLik).toBeCloseTo(3 * Math.log(0.03) - 3, 4);
  expect(estimate.converged).toBe(true);
});
