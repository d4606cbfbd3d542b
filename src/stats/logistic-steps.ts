import { Matrix } from 'ml-matrix';
import { checkNumbers, checkSameLength, type Numbers } from './checks.js';

/** Columns with mean 0 and standard deviation 1, behind one of ones; each row stands for `trials` equal ones, of which `y` happened. */
export interface Standardised {
  readonly names: readonly string[];
  readonly means: number[];
  readonly sds: number[];
  readonly design: Float64Array[];
  readonly y: Float64Array;
  readonly trials: Float64Array;
}

export function standardise({
  outcome,
  trials: given,
  covariates,
}: {
  readonly outcome: ArrayLike<boolean | number>;
  readonly trials?: Numbers;
  readonly covariates: Readonly<Record<string, Numbers>>;
}): Standardised {
  const names = Object.keys(covariates),
    means: number[] = [],
    sds: number[] = [];
  const trials = given === undefined ? new Float64Array(outcome.length).fill(1) : Float64Array.from(given),
    n = trials.reduce((sum, one) => sum + one, 0);
  checkSameLength('outcome and trials', outcome, trials);
  checkNumbers('trials', trials, 0);
  const columns = names.map((name) => {
    const values = covariates[name] as Numbers;
    checkSameLength(`outcome and ${name}`, outcome, values);
    checkNumbers(name, values);
    const column = Float64Array.from(values);
    const meanOf = (of: (x: number) => number): number =>
      column.reduce((sum, x, i) => sum + (trials[i] as number) * of(x), 0) / Math.max(1, n);
    const mean = meanOf((x) => x),
      sd = Math.sqrt(meanOf((x) => (x - mean) ** 2));
    means.push(mean);
    sds.push(sd);
    return column.map((x) => (sd > 0 ? (x - mean) / sd : 0));
  });
  return {
    names,
    means,
    sds,
    design: [new Float64Array(outcome.length).fill(1), ...columns],
    y: Float64Array.from(outcome, (seen, i) => Math.min(Number(seen), trials[i] as number)),
    trials,
  };
}

export const logistic = (x: number): number =>
  x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
const logOnePlusExp = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** Coefficients, and how well they fit. */
export interface Fit {
  readonly coef: Float64Array;
  /** Log odds of each row. */
  readonly eta: Float64Array;
  readonly logLik: number;
  readonly penalised: number;
}

/** How well coefficients fit, less the penalty. */
export function evaluate({ design, y, trials }: Standardised, coef: Float64Array, ridge: number): Fit {
  const eta = new Float64Array(y.length);
  design.forEach((column, a) => {
    const slope = coef[a] as number;
    for (let i = 0; i < eta.length; i++) eta[i] = (eta[i] as number) + slope * (column[i] as number);
  });
  let logLik = 0,
    penalty = 0;
  for (let i = 0; i < y.length; i++)
    logLik += (y[i] as number) * (eta[i] as number) - (trials[i] as number) * logOnePlusExp(eta[i] as number);
  for (let a = 1; a < coef.length; a++) penalty += (ridge / 2) * (coef[a] as number) ** 2;
  return { coef, eta, logLik, penalised: logLik - penalty };
}

const product = (x: Float64Array, y: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number);
  return sum;
};

/** Slope and curvature at a fit; column after column, so that each pass is over two arrays. */
export function newton(
  { design, y, trials }: Standardised,
  { coef, eta }: Fit,
  ridge: number,
): { score: Float64Array; information: Matrix } {
  const p = coef.length,
    information = Matrix.zeros(p, p);
  const means = eta.map(logistic),
    residuals = y.map((seen, i) => seen - (trials[i] as number) * (means[i] as number)),
    spread = means.map((mean, i) => (trials[i] as number) * mean * (1 - mean));
  const score = Float64Array.from(
    design,
    (column, a) => product(residuals, column) - (a > 0 ? ridge * (coef[a] as number) : 0),
  );
  design.forEach((column, a) => {
    const weighed = spread.map((value, i) => value * (column[i] as number));
    for (let b = 0; b <= a; b++) {
      const value = product(weighed, design[b] as Float64Array) + (a === b && a > 0 ? ridge : 0);
      information.set(a, b, value);
      information.set(b, a, value);
    }
  });
  return { score, information };
}

/** The longest of the halves of a step that does not fall. */
export function ascend(
  data: Standardised,
  fit: Fit,
  step: readonly number[],
  ridge: number,
): Fit | undefined {
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
