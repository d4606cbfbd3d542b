import { describe, expect, it } from 'vitest';
import { ascend, evaluate, logistic, newton, standardise } from '../../src/stats/logistic-steps.js';

const data = standardise({ outcome: [0, 0, 1, 1], covariates: { x: [1, 2, 3, 4], same: [5, 5, 5, 5] } });

describe('columns of a logistic regression', () => {
  it('have mean 0 and standard deviation 1; a constant one is 0, not a division by 0', () => {
    expect(data.names).toEqual(['x', 'same']);
    expect(data.means).toEqual([2.5, 5]);
    expect(data.sds[0]).toBeCloseTo(Math.sqrt(1.25), 12);
    expect([...(data.design[1] as Float64Array)]).toEqual(
      [-1.5, -0.5, 0.5, 1.5].map((d) => d / Math.sqrt(1.25)),
    );
    expect([...(data.design[2] as Float64Array)]).toEqual([0, 0, 0, 0]);
    expect([...data.y]).toEqual([0, 0, 1, 1]);
  });
  it('that hold no number, or are of another length, are an error', () => {
    expect(() => standardise({ outcome: [0, 1], covariates: { x: [1, Number.NaN] } })).toThrow(/x/);
    expect(() => standardise({ outcome: [0, 1], covariates: { x: [1] } })).toThrow(/outcome and x/);
  });
});

describe('steps of a logistic regression', () => {
  it('begin at n log ½; the intercept is not penalised', () => {
    const start = evaluate(data, new Float64Array(3), 1);
    expect(start.logLik).toBeCloseTo(4 * Math.log(0.5), 12);
    expect(start.penalised).toBe(start.logLik);
    const moved = evaluate(data, Float64Array.of(2, 1, 3), 0.5);
    expect(moved.logLik - moved.penalised).toBeCloseTo(0.25 * (1 + 9), 12);
  });
  it('have the slope and curvature of the likelihood, as differences show', () => {
    const at = Float64Array.of(0.3, -0.4, 0.2),
      ridge = 0.7,
      h = 1e-5;
    const { score, information } = newton(data, evaluate(data, at, ridge), ridge);
    const moved = (a: number, by: number) => {
      const coef = at.slice();
      coef[a] = (coef[a] as number) + by;
      return evaluate(data, coef, ridge);
    };
    for (let a = 0; a < 3; a++) {
      expect(score[a]).toBeCloseTo((moved(a, h).penalised - moved(a, -h).penalised) / (2 * h), 6);
      for (let b = 0; b < 3; b++) {
        const slope = (by: number): number => newton(data, moved(b, by), ridge).score[a] as number;
        expect(information.get(a, b)).toBeCloseTo(-(slope(h) - slope(-h)) / (2 * h), 5);
      }
    }
  });
  it('halve until they rise, and end where nothing does', () => {
    const start = evaluate(data, new Float64Array(3), 0.1);
    const far = ascend(data, start, [0, 400, 0], 0.1);
    expect(far?.penalised).toBeGreaterThan(start.penalised);
    expect(400 / (far?.coef[1] as number)).toSatisfy((times: number) => Number.isInteger(Math.log2(times)));
    expect(ascend(data, start, [0, -1, 0], 0.1)).toBeUndefined();
  });
  it('do not overflow at far log odds', () => {
    expect([logistic(800), logistic(-800), logistic(0)]).toEqual([1, 0, 0.5]);
    expect(evaluate(data, Float64Array.of(900, 0, 0), 0).logLik).toBe(-1800);
  });
});
