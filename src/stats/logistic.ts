import { Matrix } from 'ml-matrix';
import { DeversoirError } from '../util/errors.js';
import { checkLevel, checkNumbers, checkSameLength, type Numbers } from './checks.js';
import { invertInformation } from './information.js';
import { zOf } from './shares/interval.js';
import { notMeasured, type NotMeasured } from './measured.js';

export interface LogisticInput {
  /** 1 or true where it happened. */
  readonly outcome: ArrayLike<boolean | number>;
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
  /** Probability for one row, with the interval of the fitted curve (not of one outcome). */
  predict(row: Readonly<Record<string, number>>): {
    readonly probability: number;
    readonly low: number;
    readonly high: number;
  };
}

interface Standardised {
  readonly names: readonly string[];
  readonly means: number[];
  readonly sds: number[];
  readonly design: Float64Array[];
  readonly y: Float64Array;
}

function standardise({ outcome, covariates }: LogisticInput): Standardised {
  const names = Object.keys(covariates),
    means: number[] = [],
    sds: number[] = [],
    n = outcome.length;
  const columns = names.map((name) => {
    const values = covariates[name] as Numbers;
    checkSameLength(`outcome and ${name}`, outcome, values);
    checkNumbers(name, values);
    const column = Float64Array.from(values);
    const mean = column.reduce((sum, x) => sum + x, 0) / Math.max(1, n);
    const sd = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n));
    means.push(mean);
    sds.push(sd);
    return column.map((x) => (sd > 0 ? (x - mean) / sd : 0));
  });
  return {
    names,
    means,
    sds,
    design: [new Float64Array(n).fill(1), ...columns],
    y: Float64Array.from(outcome, (seen) => (seen ? 1 : 0)),
  };
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const logOnePlusExp = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

interface Fit {
  readonly coef: Float64Array;
  readonly logLik: number;
  readonly penalised: number;
}

function evaluate({ design, y }: Standardised, coef: Float64Array, ridge: number): Fit {
  let logLik = 0,
    penalty = 0;
  for (let i = 0; i < y.length; i++) {
    const eta = linear(design, coef, i);
    logLik += (y[i] as number) * eta - logOnePlusExp(eta);
  }
  for (let a = 1; a < coef.length; a++) penalty += (ridge / 2) * (coef[a] as number) ** 2;
  return { coef, logLik, penalised: logLik - penalty };
}

const linear = (design: readonly Float64Array[], coef: Float64Array, i: number): number => {
  let eta = 0;
  for (let a = 0; a < coef.length; a++)
    eta += (coef[a] as number) * ((design[a] as Float64Array)[i] as number);
  return eta;
};

function newton(
  { design, y }: Standardised,
  coef: Float64Array,
  ridge: number,
): { score: Float64Array; information: Matrix } {
  const p = coef.length,
    score = new Float64Array(p),
    information = Matrix.zeros(p, p);
  const sums = new Float64Array(p * p);
  for (let i = 0; i < y.length; i++) {
    const mean = logistic(linear(design, coef, i)),
      weight = mean * (1 - mean),
      residual = (y[i] as number) - mean;
    for (let a = 0; a < p; a++) {
      const x = (design[a] as Float64Array)[i] as number;
      score[a] = (score[a] as number) + residual * x;
      for (let b = 0; b <= a; b++)
        sums[a * p + b] =
          (sums[a * p + b] as number) + weight * x * ((design[b] as Float64Array)[i] as number);
    }
  }
  for (let a = 0; a < p; a++) {
    if (a > 0) score[a] = (score[a] as number) - ridge * (coef[a] as number);
    for (let b = 0; b <= a; b++) {
      const value = (sums[a * p + b] as number) + (a === b && a > 0 ? ridge : 0);
      information.set(a, b, value);
      information.set(b, a, value);
    }
  }
  return { score, information };
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
  const n = data.y.length,
    events = data.y.reduce((a, b) => a + b, 0);
  if (n === 0) return notMeasured('no-observations');
  if (events === 0 || events === n) return notMeasured('one-class', `n = ${n}`);
  const first = new Float64Array(data.design.length);
  first[0] = Math.log(events / (n - events));
  let fit = evaluate(data, first, ridge),
    iterations = 0,
    converged = false;
  for (; iterations < 50 && !converged; iterations++) {
    const { score, information } = newton(data, fit.coef, ridge);
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
  const covariance = invertInformation(newton(data, fit.coef, ridge).information);
  if (covariance === undefined) return notMeasured('collinear');
  if (ridge === 0 && fit.coef.some((value, a) => a > 0 && Math.abs(value) > 12))
    return notMeasured('collinear');
  return describe(data, fit, covariance, {
    level,
    n,
    events,
    iterations,
    warnings: converged ? [] : ['not-converged'],
  });
}

function ascend(data: Standardised, fit: Fit, step: readonly number[], ridge: number): Fit | undefined {
  for (let factor = 1; factor > 1e-8; factor /= 2) {
    const next = evaluate(
      data,
      fit.coef.map((value, a) => value + factor * (step[a] as number)),
      ridge,
    );
    if (next.penalised >= fit.penalised) return next;
  }
  return undefined;
}

function describe(
  { names, means, sds }: Standardised,
  { coef, logLik }: Fit,
  covariance: Matrix,
  rest: Pick<LogisticFit, 'level' | 'n' | 'events' | 'iterations' | 'warnings'>,
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
    const vector = Matrix.columnVector(x);
    const half = z * Math.sqrt(vector.transpose().mmul(covariance).mmul(vector).get(0, 0));
    return { probability: logistic(eta), low: logistic(eta - half), high: logistic(eta + half) };
  };
  const intercept =
    (coef[0] as number) - terms.reduce((sum, term, a) => sum + term.coef * (means[a] as number), 0);
  return { measured: true, intercept, terms, logLik, predict, ...rest };
}
