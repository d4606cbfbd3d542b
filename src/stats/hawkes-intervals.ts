import { seededRandom } from '../util/random.js';
import { at } from './checks.js';
import type { Estimate } from './hawkes-estimate.js';
import { zOf, type StatInterval } from './interval.js';
import { rootOnInterval } from './line-search.js';
import { fitRow, type RowFit, type RowProblem } from './mixture-row.js';
import { quantileOfSorted } from './quantile.js';
import { normalCdf, normalQuantile } from './special.js';

export interface HawkesIntervals {
  readonly method: 'profile likelihood' | 'parametric bootstrap';
  readonly mu: readonly StatInterval[];
  readonly A: readonly (readonly StatInterval[])[];
}

/**
 * Where twice the drop of the profile log-likelihood stays under z²: exact at the boundary, where a Wald interval is not.
 * The other parameters of the type are refitted at each point; decays and rhythm stay as fitted.
 */
function profileInterval(problem: RowProblem, fit: RowFit, index: number, level: number): StatInterval {
  const half = zOf(level) ** 2 / 2, value = at(fit.theta, index);
  const scale = 1 / (problem.exposures[index] as number);
  const excess = (x: number): number => Math.min(50, fit.logLik - fitRow(problem, fit.theta, new Map([[index, x]])).logLik - half);
  let step = Math.max(value, 3 * scale), high = value + step;
  while (excess(high) < 0) { step *= 2; high += step; }
  const tolerance = Math.max(1e-4 * value, 1e-3 * scale);
  return {
    low: value === 0 || excess(0) <= 0 ? 0 : value - rootOnInterval((back) => excess(value - back), 0, value, tolerance),
    high: value + rootOnInterval((ahead) => excess(value + ahead), 0, high - value, tolerance),
    level, method: 'profile likelihood',
  };
}

export function profileIntervals(estimate: Estimate, level: number): HawkesIntervals {
  const rows = estimate.fits.map((fit, i) => [...fit.theta].map((_, index) => profileInterval(estimate.problems[i] as RowProblem, fit, index, level)));
  return { method: 'profile likelihood', mu: rows.map((row) => row[0] as StatInterval), A: rows.map((row) => row.slice(1)) };
}

type Values = Pick<Estimate, 'mu' | 'A'>;

/**
 * Bias-corrected percentiles (Efron 1981): maximum likelihood understates self-excitation in small samples, and plain
 * percentiles would carry that bias twice. At the boundary 0, where there is no bias to read off, plain percentiles.
 */
function correctedInterval(values: readonly number[], estimate: number, level: number): StatInterval {
  const n = values.length;
  const below = values.filter((value) => value < estimate).length + values.filter((value) => value === estimate).length / 2;
  const shift = estimate > 0 ? normalQuantile(Math.min(n - 0.5, Math.max(0.5, below)) / n) : 0;
  const sorted = Float64Array.from(values).sort(), z = zOf(level);
  const end = (side: number): number => quantileOfSorted(sorted, normalCdf(2 * shift + side * z));
  return { low: end(-1), high: end(1), level, method: 'parametric bootstrap' };
}

/** Refits of data drawn from the fitted model; bias-corrected percentiles of what comes out. */
export function bootstrapIntervals(
  estimate: Values, replicates: number, seed: number, level: number, refit: (seed: number) => Values | undefined,
): HawkesIntervals & { readonly replicates: number } {
  const uniform = seededRandom(seed);
  const fits: Values[] = [];
  for (let r = 0; r < replicates; r++) {
    const fit = refit(Math.floor(uniform() * 2 ** 32));
    if (fit !== undefined) fits.push(fit);
  }
  const over = (pick: (fit: Values) => number): StatInterval => correctedInterval(fits.map(pick), pick(estimate), level);
  return {
    method: 'parametric bootstrap', replicates: fits.length,
    mu: estimate.mu.map((_, i) => over((fit) => at(fit.mu, i))),
    A: estimate.A.map((row, i) => row.map((_, j) => over((fit) => fit.A[i]?.[j] as number))),
  };
}
