import { expect, it } from 'vitest';
import { hawkesLogLikelihood } from '../../../src/stats/hawkes/hawkes-likelihood.js';

it('of two events an hour apart: log 0.5 + log(0.5 + 0.2 log 2) − (0.5·2 + 0.4·(¾ + ½))', () => {
  const events = { times: [0, 1], types: [0, 0], typeNames: ['a'], horizonHours: 2 };
  const expected = Math.log(0.5) + Math.log(0.5 + 0.2 * Math.LN2) - 1.5;
  expect(hawkesLogLikelihood(events, { mu: [0.5], A: [[0.4]], beta: Math.LN2 })).toBeCloseTo(expected, 12);
  expect(hawkesLogLikelihood(events, { mu: [0], A: [[0.4]], beta: Math.LN2 })).toBe(-Infinity);
});
