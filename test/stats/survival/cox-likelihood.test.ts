import { describe, expect, it } from 'vitest';
import { derivatives, designOf, type CoxInput } from '../../../src/stats/survival/cox-likelihood.js';

function at(input: CoxInput, coef: readonly number[], efron = true) {
  return derivatives(designOf(input), Float64Array.from(coef), efron);
}

describe('the partial likelihood', () => {
  const two: CoxInput = { stop: [1, 2], event: [1, 1], covariates: { x: [1, 0] } };
  it('is that of the first among those at risk', () => {
    for (const b of [0, 0.7, -2]) {
      const p = Math.exp(b) / (Math.exp(b) + 1);
      const { logLik, score, information } = at(two, [b]);
      expect(logLik).toBeCloseTo(Math.log(p), 12);
      expect(score[0]).toBeCloseTo(1 - p, 12);
      expect(information.get(0, 0)).toBeCloseTo(p * (1 - p), 12);
    }
  });
  it('shares ties as Efron, or counts all at risk as Breslow', () => {
    const tied: CoxInput = { stop: [1, 1, 2], event: [1, 1, 0], covariates: { x: [1, 0, 0] } };
    // At 0: Efron 3 and 3 − ½ · 2 = 2; Breslow 3 and 3.
    expect(at(tied, [0]).logLik).toBeCloseTo(-Math.log(3) - Math.log(2), 12);
    expect(at(tied, [0], false).logLik).toBeCloseTo(-2 * Math.log(3), 12);
    // Score: 1 − 1/3 − (1 − ½)/2 = 5/12; Breslow 1 − 2/3.
    expect(at(tied, [0]).score[0]).toBeCloseTo(5 / 12, 12);
    expect(at(tied, [0], false).score[0]).toBeCloseTo(1 / 3, 12);
  });
  it('has at risk only who has begun: start < t', () => {
    const late: CoxInput = {
      start: [0, 1, 0],
      stop: [1, 3, 3],
      event: [1, 0, 0],
      covariates: { x: [1, 0, 0] },
    };
    expect(at(late, [0]).logLik).toBeCloseTo(-Math.log(2), 12);
  });
  it('has the slope of its own differences, for two covariates', () => {
    const input: CoxInput = {
      stop: [1, 2, 2, 3, 5],
      event: [1, 1, 1, 0, 1],
      covariates: { x: [1, 0, 2, 1, 0], z: [0, 1, 1, 0, 3] },
    };
    const h = 1e-5,
      here = at(input, [0.3, -0.2]);
    const slope = (a: number): number => {
      const moved = (by: number): number =>
        at(input, [0.3 + (a === 0 ? by : 0), -0.2 + (a === 1 ? by : 0)]).logLik;
      return (moved(h) - moved(-h)) / (2 * h);
    };
    expect(here.score[0]).toBeCloseTo(slope(0), 6);
    expect(here.score[1]).toBeCloseTo(slope(1), 6);
    expect(here.information.get(0, 1)).toBe(here.information.get(1, 0));
  });
});

it('refuses spans that end before they begin, and columns of other lengths', () => {
  expect(() => designOf({ start: [2], stop: [2], event: [1], covariates: { x: [1] } })).toThrow(
    /span from 2 to 2 at index 0/,
  );
  expect(() => designOf({ stop: [1, 2], event: [1, 0], covariates: { x: [1] } })).toThrow(/2 and 1|1 and 2/);
  expect(() => designOf({ stop: [Number.NaN], event: [1], covariates: { x: [1] } })).toThrow(/NaN/);
});
