import { zOf } from '../shares/interval.js';
import { fitRow, type RowFit } from '../quantification/mixture-row.js';
import type { KernelRow } from './kernel-rows.js';

/** Evaluations for one bound; the bound is found to about a hundredth of its distance. */
const MOST_TRIES = 24;
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
 */
export function effectInterval(
  row: KernelRow,
  source: number,
  grid: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const { problem, first, fit } = row;
  const own = Array.from({ length: grid }, (_, k) => first + source * grid + k);
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
  return {
    low:
      rootAtZero <= target
        ? 0
        : bound(top, target, (nu) => pointAt(-nu, fit), Infinity, { effect: 0, root: rootAtZero }),
    high: bound(top, target, (nu) => pointAt(nu, fit), most, undefined),
  };
}

/** Effect at which the path crosses the target, ν going from 0 to `most`: bisection of ν, then a straight line between the last two. */
function bound(
  top: Point,
  target: number,
  pointAt: (nu: number) => Point,
  most: number,
  end: { readonly effect: number; readonly root: number } | undefined,
): number {
  let under: { effect: number; root: number } = top,
    over = end,
    low = 0,
    high = most,
    nu = Number.isFinite(most) ? most / 16 : 1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const point = pointAt(nu);
    if (point.root > target) {
      over = point;
      high = nu;
    } else {
      under = point;
      low = nu;
    }
    if (
      over !== undefined &&
      Math.abs(over.effect - under.effect) < 0.01 * Math.abs(over.effect - top.effect)
    )
      break;
    if (over !== undefined && Math.abs(over.root - under.root) < 0.1) break;
    nu = Number.isFinite(high) ? (low === 0 ? high / 4 : (low + high) / 2) : 4 * nu;
  }
  if (over === undefined) return under.effect;
  const share = over.root > under.root ? (target - under.root) / (over.root - under.root) : 1;
  return under.effect + share * (over.effect - under.effect);
}
