import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { zOf } from '../shares/interval.js';
import { coneQuantile } from './cone-law.js';
import { fitRow, type RowFit, type RowProblem } from '../quantification/mixture-row.js';
import type { KernelRow } from './kernel-rows.js';

/** Evaluations for one bound, and how near √(2·drop) comes to its target. */
const MOST_TRIES = 16;
const CLOSE = 0.1;
/** Log-likelihood left to gain at which a fit on the path stops: far under the 1.9 that a bound stands for. */
const GAIN = 1e-3;

interface Point {
  readonly effect: number;
  /** √(2·drop of the log-likelihood). */
  readonly root: number;
  readonly fit: RowFit;
}

/**
 * Profile likelihood of an effect a = Σₖ αₖ. The highest log-likelihood at a given a lies on the path of maxima of ℓ + ν·Σₖ αₖ
 * (ℓ is concave), and ν only changes what the columns of the effect cost: each point of the path is one more fit of the same kind.
 *
 * @param own columns of the effect
 * @param strict an effect is told from none only where it gains more than its many laws of lags do by chance
 */
export function effectInterval(
  { problem, fit }: Pick<KernelRow, 'problem' | 'fit'>,
  own: readonly number[],
  level: number,
  strict = false,
): { readonly low: number; readonly high: number } {
  const effectOf = (theta: Float64Array): number => own.reduce((sum, j) => sum + (theta[j] ?? 0), 0);
  const logLikAt = (found: RowFit, nu: number): number => found.logLik - nu * effectOf(found.theta);
  const costs = own.map((j) => problem.exposures[j] ?? 0).filter((cost) => cost > 0);
  if (costs.length === 0) return { low: 0, high: Infinity };
  const target = zOf(level);
  const pointAt = (nu: number, start: RowFit): Point => {
    const exposures = problem.exposures.map((cost, j) =>
      own.includes(j) && cost > 0 ? Math.max(cost - nu, 1e-9 * cost) : cost,
    );
    const found = fitRow({ ...problem, exposures }, start.theta, undefined, GAIN);
    const drop = Math.max(0, fit.logLik - logLikAt(found, nu));
    return { effect: effectOf(found.theta), root: Math.sqrt(2 * drop), fit: found };
  };
  const top: Point = { effect: effectOf(fit.theta), root: 0, fit };
  const none = own.map((j) => [j, 0] as const);
  const atZero = fitRow(problem, fit.theta, new Map(none), GAIN);
  const rootAtZero = Math.sqrt(2 * Math.max(0, fit.logLik - atZero.logLik));
  const most = Math.min(...costs);
  // √drop grows by about one for each standard error of ν, which is the root of the information on the effect
  const step = target * Math.sqrt(informationOn(problem, fit, own));
  const isNone = (): boolean =>
    rootAtZero <= target ||
    (strict && rootAtZero ** 2 <= coneQuantile(informationAt(problem, atZero, own), (1 + level) / 2));
  return {
    low: isNone()
      ? 0
      : bound(top, target, (nu, start) => pointAt(-nu, start), step, Infinity, {
          effect: 0,
          root: rootAtZero,
        }),
    high: bound(top, target, pointAt, step, most, undefined),
  };
}

/**
 * The interval of an effect that holds those under each of some fits: under the level that was chosen, and a freer one. Its lower
 * bound is above 0 only where the effect gains more than its many laws of lags do by chance. `own`: its columns in each.
 */
export function widestInterval(
  fits: readonly (Pick<KernelRow, 'problem' | 'fit'> & { readonly own: readonly number[] })[],
  level: number,
): { readonly low: number; readonly high: number } {
  const all = [...new Set(fits)].map((one) => effectInterval(one, one.own, level, true));
  return { low: Math.min(...all.map(({ low }) => low)), high: Math.max(...all.map(({ high }) => high)) };
}

type Range = readonly [from: number, to: number];

/** Information of the columns of an effect at a fit without it, in events, what the columns in use tell taken out. */
function informationAt(problem: RowProblem, fit: RowFit, own: readonly number[]): number[][] {
  const used = [...fit.theta.keys()].filter((j) => (fit.theta[j] ?? 0) > 0 && !own.includes(j)),
    live = own.filter((j) => (problem.exposures[j] ?? 0) > 0),
    lambda = lambdaOf(problem, fit.theta);
  const scaled = [...used, ...live].map((j) => {
    const column = (problem.columns[j] ?? lambda).slice(),
      cost = problem.exposures[j] ?? 1;
    for (let k = 0; k < column.length; k++)
      column[k] = (column[k] as number) / cost / Math.max(lambda[k] as number, 1e-100);
    return column;
  });
  const all = scaled.map(() => scaled.map(() => 0));
  for (const [i, a] of scaled.entries())
    for (let j = 0; j <= i; j++) {
      const sum = dot(a, scaled[j] as Float64Array);
      (all[i] as number[])[j] = sum;
      (all[j] as number[])[i] = sum;
    }
  const part = (rows: Range, columns: Range): Matrix =>
    new Matrix(all.slice(...rows).map((row) => row.slice(...columns)));
  const first: Range = [0, used.length],
    second: Range = [used.length, all.length];
  const among = part(second, second);
  if (used.length === 0) return among.to2DArray();
  const others = part(first, first);
  for (let a = 0; a < used.length; a++) others.set(a, a, others.get(a, a) * (1 + 1e-9));
  const cross = part(first, second);
  return among.sub(cross.transpose().mmul(new CholeskyDecomposition(others).solve(cross))).to2DArray();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** Intensity at each event under some parameters. */
export function lambdaOf({ columns }: RowProblem, theta: Float64Array): Float64Array {
  const lambda = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, j) => {
    const weight = theta[j] ?? 0;
    if (weight > 0)
      for (let k = 0; k < lambda.length; k++)
        lambda[k] = (lambda[k] as number) + weight * (column[k] as number);
  });
  return lambda;
}

/** Σ c²/λ² of the dearest column of the effect, at the fit. */
function informationOn(problem: RowProblem, { theta }: RowFit, own: readonly number[]): number {
  const lambda = lambdaOf(problem, theta);
  return Math.max(
    1,
    ...own.map((j) =>
      lambda.reduce(
        (sum, rate, k) => sum + ((problem.columns[j]?.[k] ?? 0) / Math.max(rate, 1e-100)) ** 2,
        0,
      ),
    ),
  );
}

/**
 * Effect at which the path crosses the target. √drop is nearly a straight line in ν: secants within what is known, ν four times larger
 * where nothing is known above.
 */
function bound(
  top: Point,
  target: number,
  pointAt: (nu: number, start: RowFit) => Point,
  step: number,
  most: number,
  end: { readonly effect: number; readonly root: number } | undefined,
): number {
  let under = { nu: 0, ...top } as Point & { readonly nu: number },
    over: { readonly nu: number; readonly effect: number; readonly root: number } | undefined =
      end === undefined ? undefined : { nu: Infinity, ...end },
    nu = Math.min(step, most / 2);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const point = { nu, ...pointAt(nu, under.fit) };
    if (point.root > target) over = point;
    else under = point;
    if (over !== undefined && (Math.abs(point.root - target) < CLOSE || over.root - under.root < CLOSE))
      break;
    const high = over?.nu ?? most;
    const straight = (nu * target) / Math.max(point.root, 0.1 * target);
    nu =
      straight > under.nu && straight < high
        ? straight
        : Number.isFinite(high)
          ? (under.nu + high) / 2
          : 4 * nu;
  }
  if (over === undefined) return under.effect;
  const share = over.root > under.root ? (target - under.root) / (over.root - under.root) : 1;
  return under.effect + share * (over.effect - under.effect);
}
