import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coxRegression, type CoxFit, type CoxInput } from '../../../src/stats/index.js';
import { expectClose } from '../reference.js';

function fitted(input: CoxInput): CoxFit {
  const fit = coxRegression(input);
  if (!fit.measured) throw new Error(fit.because);
  return fit;
}

describe('coxRegression', () => {
  const stop = [5, 6, 7, 8, 9, 10, 11],
    event = [1, 0, 1, 1, 1, 0, 1],
    x = [0, 1, 0, 1, 0, 1, 1];

  it('is the same when a subject is cut into rows', () => {
    const whole = fitted({ stop, event, covariates: { x } });
    const cut = fitted({
      start: [...stop.map(() => 0), ...stop.map((t) => t / 2)],
      stop: [...stop.map((t) => t / 2), ...stop],
      event: [...event.map(() => 0), ...event],
      covariates: { x: [...x, ...x] },
    });
    expectClose(cut.coef[0], whole.coef[0] ?? 0, 1e-8);
    expectClose(cut.logLik[1], whole.logLik[1], 1e-10);
  });

  it('turns with the covariate: scaled, shifted, negated', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        (scale, shift) => {
          const base = fitted({ stop, event, covariates: { x } });
          const moved = fitted({ stop, event, covariates: { x: x.map((value) => shift - scale * value) } });
          expectClose(moved.coef[0], -(base.coef[0] ?? 0) / scale, 1e-5);
          expectClose(moved.logLik[1], base.logLik[1], 1e-8);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('equals Breslow where no times are tied', () => {
    expectClose(
      fitted({ stop, event, covariates: { x }, ties: 'breslow' }).coef[0],
      fitted({ stop, event, covariates: { x } }).coef[0] ?? 0,
      1e-12,
    );
  });

  it('says that a coefficient runs off', () => {
    const fit = fitted({
      stop: [1, 2, 3, 4, 5, 6],
      event: [1, 1, 1, 0, 0, 0],
      covariates: { early: [1, 1, 1, 0, 0, 0] },
    });
    expect(fit.warnings).toEqual(['separation: early']);
    for (const value of [fit.coef[0], fit.stdErr[0], fit.logLik[1]]) expect(value).toSatisfy(Number.isFinite);
  });

  it('answers plainly where nothing can be said', () => {
    expect(coxRegression({ stop: [], event: [], covariates: { x: [] } })).toMatchObject({
      measured: false,
      reason: 'no-observations',
    });
    expect(coxRegression({ stop: [1, 2], event: [0, 0], covariates: { x: [0, 1] } })).toMatchObject({
      measured: false,
      reason: 'no-events',
    });
    expect(coxRegression({ stop, event, covariates: { x: x.map(() => 1) } })).toMatchObject({
      measured: false,
      reason: 'collinear',
    });
    expect(coxRegression({ stop, event, covariates: { x, twice: x.map((v) => 2 * v) } })).toMatchObject({
      measured: false,
      reason: 'collinear',
    });
    expect(() => coxRegression({ stop: [1], start: [1], event: [1], covariates: { x: [1] } })).toThrow(
      /span from 1 to 1/,
    );
    expect(() => coxRegression({ stop, event, covariates: {} })).toThrow(/no covariate/);
  });
});
