import { describe, expect, it } from 'vitest';
import {
  brierScore,
  logisticRegression,
  reliabilityTable,
  type LogisticFit,
  type LogisticInput,
} from '../../src/stats/index.js';
import { seededRandom } from '../../src/util/random.js';
import { normal } from '../../src/stats/variates.js';
import { expectClose } from './reference.js';

function fitted(input: LogisticInput): LogisticFit {
  const fit = logisticRegression(input);
  if (!fit.measured) throw new Error(fit.because);
  return fit;
}

function drawn(n: number, seed: number) {
  const uniform = seededRandom(seed);
  const x = Array.from({ length: n }, () => normal(uniform)),
    answered = Array.from({ length: n }, () => (uniform() < 0.4 ? 1 : 0));
  const outcome = x.map((value, i) =>
    uniform() < 1 / (1 + Math.exp(1.5 - 0.8 * value + 1.1 * (answered[i] ?? 0))) ? 1 : 0,
  );
  return { outcome, covariates: { x, answered } };
}

describe('logisticRegression', () => {
  it('tells of its own rows what it predicts', () => {
    const { outcome, covariates } = drawn(50, 4),
      fit = fitted({ outcome, covariates });
    covariates.x.forEach((x, row) =>
      expectClose(
        fit.fitted[row],
        fit.predict({ x, answered: covariates.answered[row] ?? 0 }).probability,
        1e-12,
      ),
    );
  });

  it('takes rows that stand for equal ones as those rows', () => {
    const fill = (n: number, k: number) => Array.from({ length: n }, (_, i) => (i < k ? 1 : 0));
    const whole = fitted({
      outcome: [...fill(100, 30), ...fill(80, 12), ...fill(7, 6)],
      covariates: { x: [...Array(100).fill(0), ...Array(80).fill(1), ...Array(7).fill(3)] as number[] },
    });
    const parts = fitted({ outcome: [30, 12, 6], trials: [100, 80, 7], covariates: { x: [0, 1, 3] } });
    expect([parts.n, parts.events]).toEqual([187, 48]);
    expectClose(parts.intercept, whole.intercept, 1e-9);
    expectClose(parts.terms[0]?.coef, whole.terms[0]?.coef ?? NaN, 1e-9);
    expectClose(parts.terms[0]?.stdErr, whole.terms[0]?.stdErr ?? NaN, 1e-9);
    expectClose(parts.logLik, whole.logLik, 1e-9);
    expectClose(parts.fitted[2], whole.fitted[186] ?? NaN, 1e-9);
  });

  it('is the log odds ratio of a two-by-two table', () => {
    // 30 of 100 without, 12 of 80 with: ln((12/68)/(30/70)); variance 1/12 + 1/68 + 1/30 + 1/70.
    const fill = (n: number, k: number) => Array.from({ length: n }, (_, i) => (i < k ? 1 : 0));
    const fit = fitted({
      outcome: [...fill(100, 30), ...fill(80, 12)],
      covariates: { with: [...fill(100, 0), ...fill(80, 80)] },
      ridge: 0,
    });
    expectClose(fit.intercept, Math.log(30 / 70), 1e-9);
    expectClose(fit.terms[0]?.coef, Math.log(12 / 68 / (30 / 70)), 1e-9);
    expectClose(fit.terms[0]?.stdErr, Math.sqrt(1 / 12 + 1 / 68 + 1 / 30 + 1 / 70), 1e-9);
    expectClose(fit.predict({ with: 1 }).probability, 12 / 80, 1e-9);
    expect(fit.warnings).toEqual([]);
  });

  it('covers planted coefficients and says calibrated probabilities', () => {
    let held = 0;
    for (let seed = 0; seed < 60; seed++) {
      const [x] = fitted({ ...drawn(500, seed), ridge: 0 }).terms;
      if (x !== undefined && x.low < Math.exp(0.8) && Math.exp(0.8) < x.high) held++;
    }
    expect(held).toBeGreaterThan(52);
    const fit = fitted(drawn(3000, 100)),
      fresh = drawn(3000, 101);
    const said = fresh.covariates.x.map(
      (x, i) => fit.predict({ x, answered: fresh.covariates.answered[i] ?? 0 }).probability,
    );
    const rate = fresh.outcome.reduce((a: number, b) => a + b, 0) / 3000;
    expect(brierScore(said, fresh.outcome)).toBeLessThan(rate * (1 - rate));
    const apart = reliabilityTable(said, fresh.outcome).reduce(
      (sum, { n, predicted, observed }) => sum + (n * Math.abs(predicted - observed)) / 3000,
      0,
    );
    expect(apart).toBeLessThan(0.03);
  });

  it('does not depend on units, and stays finite on separated data thanks to the ridge', () => {
    const { outcome, covariates } = drawn(200, 5);
    const hours = fitted({ outcome, covariates }),
      minutes = fitted({ outcome, covariates: { ...covariates, x: covariates.x.map((v) => 60 * v + 7) } });
    expectClose((minutes.terms[0]?.coef ?? 0) * 60, hours.terms[0]?.coef ?? 0, 1e-6);
    const separated = { outcome: [0, 0, 0, 1, 1, 1], covariates: { t: [1, 2, 3, 4, 5, 6] } };
    expect(fitted(separated).predict({ t: 9 }).high).toBeLessThan(1);
    expect(logisticRegression({ ...separated, ridge: 0 })).toMatchObject({
      measured: false,
      reason: 'collinear',
    });
  });

  it('lets a constant covariate say nothing under a ridge, and answers plainly otherwise', () => {
    const { outcome } = drawn(50, 1);
    expect(fitted({ outcome, covariates: { same: outcome.map(() => 3) } }).terms[0]).toMatchObject({
      coef: 0,
      oddsRatio: 1,
    });
    expect(logisticRegression({ outcome: [], covariates: {} })).toMatchObject({
      measured: false,
      reason: 'no-observations',
    });
    expect(logisticRegression({ outcome: [1, 1], covariates: {} })).toMatchObject({
      measured: false,
      because: 'not measured, because only one class is present (n = 2)',
    });
    expect(() => logisticRegression({ outcome: [1, 0], covariates: { x: [1] } })).toThrow(/2 and 1 values/);
    expect(() => fitted({ outcome, covariates: { x: outcome } }).predict({})).toThrow(
      /covariate x: undefined/,
    );
  });
});

describe('calibration', () => {
  it('adds up: rows of the table hold every forecast once, ties together', () => {
    const said = [0.1, 0.1, 0.1, 0.1, 0.1, 0.7, 0.9, 0.2],
      seen = [0, 0, 1, 0, 0, 1, 1, 0];
    const table = reliabilityTable(said, seen, 4);
    expect(table.map((row) => row.n)).toEqual([5, 1, 1, 1]);
    expect(table[0]).toMatchObject({ observed: 0.2 });
    expect(() => reliabilityTable([], [])).toThrow(/no value/);
    expect(() => brierScore([1.5], [1])).toThrow(/probability 1.5/);
  });
});
