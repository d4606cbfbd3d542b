import { Matrix } from 'ml-matrix';
import { DeversoirError } from '../util/errors.js';
import { checkLevel, type Numbers } from './checks.js';
import { invertInformation } from './information.js';
import {
  ascend,
  evaluate,
  logistic,
  newton,
  standardise,
  type Fit,
  type Standardised,
} from './logistic-steps.js';
import { zOf } from './shares/interval.js';
import { notMeasured, type NotMeasured } from './measured.js';

export interface LogisticInput {
  /** 1 or true where it happened; with `trials`, how many times. */
  readonly outcome: ArrayLike<boolean | number>;
  /** How many equal rows each row stands for, 1 by default. */
  readonly trials?: Numbers;
  /** One column per covariate: name → one value a row. */
  readonly covariates: Readonly<Record<string, Numbers>>;
  /** Ridge penalty λ/2·Σ(coef·sd)², intercept left out; 1 by default, 0 for plain maximum likelihood. Keeps separated data finite. */
  readonly ridge?: number;
  readonly level?: number;
}

export interface LogisticTerm {
  readonly name: string;
  /** Log odds ratio per unit of the covariate. */
  readonly coef: number;
  readonly oddsRatio: number;
  readonly stdErr: number;
  /** Interval of the odds ratio; with a ridge it is that of a shrunken value. */
  readonly low: number;
  readonly high: number;
}

export interface LogisticFit {
  readonly measured: true;
  readonly intercept: number;
  readonly terms: readonly LogisticTerm[];
  readonly logLik: number;
  readonly n: number;
  readonly events: number;
  readonly iterations: number;
  readonly level: number;
  /** `not-converged`. */
  readonly warnings: readonly string[];
  /** Probability of each row it was learnt from, in their order. */
  readonly fitted: Float64Array;
  /** Probability for one row, with the interval of the fitted curve (not of one outcome). */
  predict(row: Readonly<Record<string, number>>): {
    readonly probability: number;
    readonly low: number;
    readonly high: number;
  };
}

/**
 * Logistic regression with a ridge, by Newton-Raphson, for probabilities such as "spills within 24 h". Covariates are
 * standardised inside, coefficients given back in the covariates' own units. With ridge 0 it equals R `glm(binomial)`.
 * Le Cessie & van Houwelingen 1992. O(n·p²) a step.
 *
 * @returns coefficients with intervals of the odds ratio and `predict`; `measured: false` without rows, with one outcome only,
 * or, with ridge 0, where the covariates are constant, collinear or separate the outcomes
 * @throws DeversoirError `data-invalid` for unequal lengths or values that are not finite
 * @example
 * const fit = logisticRegression({ outcome: [0, 0, 1, 0, 1, 1], covariates: { ageHours: [1, 2, 3, 4, 5, 6] }, ridge: 0 });
 * [fit.intercept, fit.terms[0].coef, fit.predict({ ageHours: 3.5 }).probability]
 * // → [-4.249, 1.214, 0.5]
 */
export function logisticRegression(input: LogisticInput): LogisticFit | NotMeasured {
  const { ridge = 1, level = 0.95 } = input;
  checkLevel(level);
  if (!(ridge >= 0)) throw new DeversoirError('option-invalid', `ridge ${ridge}`, { hint: 'use 0 or more' });
  const data = standardise(input);
  const n = data.trials.reduce((a, b) => a + b, 0),
    events = data.y.reduce((a, b) => a + b, 0);
  if (n === 0) return notMeasured('no-observations');
  if (events === 0 || events === n) return notMeasured('one-class', `n = ${n}`);
  const first = new Float64Array(data.design.length);
  first[0] = Math.log(events / (n - events));
  let fit = evaluate(data, first, ridge),
    iterations = 0,
    converged = false;
  for (; iterations < 50 && !converged; iterations++) {
    const { score, information } = newton(data, fit, ridge);
    const inverse = invertInformation(information);
    if (inverse === undefined) return notMeasured('collinear');
    const step = inverse.mmul(Matrix.columnVector(score)).getColumn(0);
    converged =
      step.reduce((gain, value, a) => gain + value * (score[a] as number), 0) <
      1e-12 * (1 + Math.abs(fit.logLik));
    const next = ascend(data, fit, step, ridge);
    if (next === undefined) break;
    fit = next;
  }
  const covariance = invertInformation(newton(data, fit, ridge).information);
  if (covariance === undefined) return notMeasured('collinear');
  if (ridge === 0 && fit.coef.some((value, a) => a > 0 && Math.abs(value) > 12))
    return notMeasured('collinear');
  return describe(data, fit, covariance, {
    level,
    n,
    events,
    iterations,
    warnings: converged ? [] : ['not-converged'],
    fitted: fit.eta.map(logistic),
  });
}

/** xᵀ·C·x. */
function quadratic(x: readonly number[], covariance: Matrix): number {
  let whole = 0;
  for (let b = 0; b < x.length; b++) {
    let part = 0;
    for (let a = 0; a < x.length; a++) part += (x[a] as number) * covariance.get(a, b);
    whole += part * (x[b] as number);
  }
  return whole;
}

function describe(
  { names, means, sds }: Standardised,
  { coef, logLik }: Fit,
  covariance: Matrix,
  rest: Pick<LogisticFit, 'level' | 'n' | 'events' | 'iterations' | 'warnings' | 'fitted'>,
): LogisticFit {
  const z = zOf(rest.level);
  const terms = names.map((name, a): LogisticTerm => {
    const sd = sds[a] as number,
      scale = sd > 0 ? 1 / sd : 0;
    const value = (coef[a + 1] as number) * scale,
      stdErr = Math.sqrt(covariance.get(a + 1, a + 1)) * scale;
    return {
      name,
      coef: value,
      oddsRatio: Math.exp(value),
      stdErr,
      low: Math.exp(value - z * stdErr),
      high: Math.exp(value + z * stdErr),
    };
  });
  const predict: LogisticFit['predict'] = (row) => {
    const x = [
      1,
      ...names.map((name, a) => {
        const value = row[name];
        if (value === undefined || !Number.isFinite(value))
          throw new DeversoirError('data-invalid', `covariate ${name}: ${String(value)}`, {
            hint: 'give a finite number',
          });
        return (sds[a] as number) > 0 ? (value - (means[a] as number)) / (sds[a] as number) : 0;
      }),
    ];
    const eta = x.reduce((sum, value, a) => sum + value * (coef[a] as number), 0);
    const half = z * Math.sqrt(quadratic(x, covariance));
    return { probability: logistic(eta), low: logistic(eta - half), high: logistic(eta + half) };
  };
  const intercept =
    (coef[0] as number) - terms.reduce((sum, term, a) => sum + term.coef * (means[a] as number), 0);
  return { measured: true, intercept, terms, logLik, predict, ...rest };
}
