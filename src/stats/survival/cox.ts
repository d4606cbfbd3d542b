import { Matrix } from 'ml-matrix';
import { checkLevel } from '../checks.js';
import {
  centred,
  derivatives,
  designOf,
  type CoxInput,
  type Derivatives,
  type Design,
} from './cox-likelihood.js';
import { invertInformation } from '../information.js';
import { zOf } from '../shares/interval.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { chiSquareUpperTail } from '../special.js';

export type { CoxInput } from './cox-likelihood.js';

export interface CoxTerm {
  readonly name: string;
  /** Log hazard ratio per unit of the covariate. */
  readonly coef: number;
  readonly hazardRatio: number;
  readonly stdErr: number;
  readonly z: number;
  readonly p: number;
  /** Interval of the hazard ratio. */
  readonly low: number;
  readonly high: number;
}

export interface CoxFit {
  readonly measured: true;
  readonly terms: readonly CoxTerm[];
  /** Same order as `terms`. */
  readonly coef: readonly number[];
  readonly hazardRatio: readonly number[];
  readonly stdErr: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** Partial log-likelihood at coefficients 0 and at the maximum. */
  readonly logLik: readonly [number, number];
  /** Likelihood-ratio test of all coefficients. */
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly rows: number;
  readonly events: number;
  readonly level: number;
  readonly ties: 'efron' | 'breslow';
  readonly iterations: number;
  /** `not-converged`, or `separation: <covariate>` where the coefficient runs off to infinity and its figures mean nothing. */
  readonly warnings: readonly string[];
}

interface Maximum {
  readonly coef: Float64Array;
  readonly variance: Matrix;
  readonly nullLogLik: number;
  readonly logLik: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Newton-Raphson from 0 with step halving; undefined when the information at 0 has no inverse. */
function newton(p: number, evaluate: (coef: Float64Array) => Derivatives): Maximum | undefined {
  let coef: Float64Array = new Float64Array(p),
    current = evaluate(coef);
  const nullLogLik = current.logLik;
  let variance = invertInformation(current.information);
  if (variance === undefined) return undefined;
  let iterations = 0,
    converged = false;
  while (iterations < 30 && !converged) {
    iterations++;
    const step = variance.mmul(Matrix.columnVector(current.score)).getColumn(0);
    let factor = 1,
      next = coef.map((c, a) => c + (step[a] as number)),
      reached = evaluate(next);
    while (!(reached.logLik >= current.logLik - 1e-10) && factor > 1e-6) {
      factor /= 2;
      const shorter = factor;
      next = coef.map((c, a) => c + shorter * (step[a] as number));
      reached = evaluate(next);
    }
    converged = Math.abs(reached.logLik - current.logLik) <= 1e-11 * (Math.abs(reached.logLik) + 1e-3);
    coef = next;
    current = reached;
    const inverse = invertInformation(current.information);
    if (inverse === undefined) break;
    variance = inverse;
  }
  return { coef, variance, nullLogLik, logLik: current.logLik, iterations, converged };
}

/**
 * Cox proportional-hazards regression in counting-process form, so that a covariate may change with time (answered or not
 * yet): split a case into rows at each change. Newton-Raphson on the partial likelihood. An association, not an effect.
 * Equals R `coxph(Surv(start, stop, event) ~ ...)`. Cox 1972; Efron 1977. O(n log n + n·p²) a step.
 *
 * @returns coefficients with Wald intervals of the hazard ratio; `measured: false` without an event or when the covariates
 * are constant or collinear
 * @throws DeversoirError `data-invalid` for a span with stop ≤ start, values that are not finite, unequal lengths
 * @example
 * const stop = [5, 6, 7, 8, 9, 10], event = [1, 0, 1, 1, 1, 0];
 * const fit = coxRegression({ stop, event, covariates: { answered: [0, 1, 0, 1, 0, 1] } });
 * [fit.coef[0], fit.stdErr[0], fit.events]
 * // → [-1.2936, 1.2, 4]
 */
export function coxRegression(input: CoxInput): CoxFit | NotMeasured {
  const { ties = 'efron', level = 0.95 } = input;
  checkLevel(level);
  const design = designOf(input);
  const events = design.event.reduce((sum, seen) => sum + seen, 0);
  if (design.n === 0) return notMeasured('no-observations');
  if (events === 0) return notMeasured('no-events');
  const fit = newton(design.columns.length, (coef) => derivatives(design, coef, ties === 'efron'));
  if (fit === undefined) return notMeasured('collinear');
  const { coef, variance, nullLogLik, logLik, iterations, converged } = fit;
  const names = Object.keys(input.covariates);
  const warnings = separations(design, coef, names);
  if (!converged && warnings.length === 0) warnings.push('not-converged');
  const terms = names.map((name, a) => termOf(name, coef[a] as number, Math.sqrt(variance.get(a, a)), level));
  const chiSquare = Math.max(0, 2 * (logLik - nullLogLik));
  return {
    measured: true,
    terms,
    coef: [...coef],
    hazardRatio: terms.map((term) => term.hazardRatio),
    stdErr: terms.map((term) => term.stdErr),
    covariance: variance.to2DArray(),
    logLik: [nullLogLik, logLik],
    chiSquare,
    df: names.length,
    p: chiSquareUpperTail(chiSquare, names.length),
    rows: design.n,
    events,
    level,
    ties,
    iterations,
    warnings,
  };
}

/** A covariate whose standard deviation moves the log hazard by more than 5 (a ratio of 150): in practice, separation. */
function separations(design: Design, coef: Float64Array, names: readonly string[]): string[] {
  return names
    .filter((_, a) => {
      const column = centred(design.columns[a] as Float64Array);
      let squares = 0;
      for (let i = 0; i < column.length; i++) squares += (column[i] as number) ** 2;
      const sd = Math.sqrt(squares / column.length);
      return Math.abs(coef[a] as number) * sd > 5;
    })
    .map((name) => `separation: ${name}`);
}

function termOf(name: string, coef: number, stdErr: number, level: number): CoxTerm {
  const z = coef / stdErr,
    half = zOf(level) * stdErr;
  return {
    name,
    coef,
    hazardRatio: Math.exp(coef),
    stdErr,
    z,
    p: chiSquareUpperTail(z * z, 1),
    low: Math.exp(coef - half),
    high: Math.exp(coef + half),
  };
}
