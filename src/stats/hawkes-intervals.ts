import { seededRandom } from '../util/random.js';
import { at } from './checks.js';
import { percentileInterval } from './bootstrap.js';
import type { Estimate } from './hawkes-estimate.js';
import { zOf, type StatInterval } from './interval.js';
import { rootOnInterval } from './line-search.js';
import { fitRow, type RowFit, type RowProblem } from './mixture-row.js';

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

/** Refits of data drawn from the fitted model; percentiles of what comes out. */
export function bootstrapIntervals(K: number, replicates: number, seed: number, level: number, refit: (seed: number) => Pick<Estimate, 'mu' | 'A'> | undefined): HawkesIntervals & { readonly replicates: number } {
  const uniform = seededRandom(seed);
  const fits: Pick<Estimate, 'mu' | 'A'>[] = [];
  for (let r = 0; r < replicates; r++) {
    const fit = refit(Math.floor(uniform() * 2 ** 32));
    if (fit !== undefined) fits.push(fit);
  }
  const over = (pick: (fit: Pick<Estimate, 'mu' | 'A'>) => number): StatInterval => ({ ...percentileInterval(fits.map(pick), level), method: 'parametric bootstrap' });
  const types = Array.from({ length: K }, (_, i) => i);
  return {
    method: 'parametric bootstrap', replicates: fits.length,
    mu: types.map((i) => over((fit) => at(fit.mu, i))),
    A: types.map((i) => types.map((j) => over((fit) => fit.A[i]?.[j] as number))),
  };
}
