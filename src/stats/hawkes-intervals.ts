import { seededRandom } from '../util/random.js';
import { at } from './checks.js';
import type { Estimate } from './hawkes-estimate.js';
import { zOf, type StatInterval } from './interval.js';
import { rootOnInterval } from './line-search.js';
import { fitRow, type RowFit, type RowProblem } from './mixture-row.js';
import { quantile } from './quantile.js';
import { chiSquareUpperTail } from './special.js';

export interface HawkesIntervals {
  readonly method: 'profile likelihood' | 'parametric bootstrap' | 'multiple imputation';
  readonly mu: readonly StatInterval[];
  readonly A: readonly (readonly StatInterval[])[];
}

/**
 * Where twice the drop of the profile log-likelihood stays under `cut`: right at the boundary 0, where a Wald interval is
 * not. The other parameters of the type are refitted at each point; decays and rhythm stay as fitted.
 */
function profileInterval(problem: RowProblem, fit: RowFit, index: number, cut: number, labels: Pick<StatInterval, 'level' | 'method'>): StatInterval {
  const value = at(fit.theta, index), scale = 1 / (problem.exposures[index] as number);
  const excess = (x: number): number => Math.min(50, fit.logLik - restricted(problem, fit, index, x) - cut / 2);
  let step = Math.max(value, 3 * scale), high = value + step;
  while (excess(high) < 0) { step *= 2; high += step; }
  const tolerance = Math.max(1e-4 * value, 1e-3 * scale);
  return {
    low: value === 0 || excess(0) <= 0 ? 0 : value - rootOnInterval((back) => excess(value - back), 0, value, tolerance),
    high: value + rootOnInterval((ahead) => excess(value + ahead), 0, high - value, tolerance),
    ...labels,
  };
}

/** Highest log-likelihood of a type with one of its parameters held at x. */
const restricted = (problem: RowProblem, fit: RowFit, index: number, x: number): number => fitRow(problem, fit.theta, new Map([[index, x]])).logLik;

/**
 * Without excitation a fitted decay means nothing and its choice makes single effects look sure. So where it is fitted, all
 * effects together must first beat a baseline alone (likelihood ratio, one degree of freedom per effect and one for the decay).
 */
function excitationShown({ logLik, logLikOfBaseline, mu }: Estimate, level: number): boolean {
  return logLikOfBaseline === undefined || chiSquareUpperTail(2 * (logLik - logLikOfBaseline), mu.length ** 2 + 1) < 1 - level;
}

function intervalsOf(estimate: Estimate, level: number, method: HawkesIntervals['method'], cutOf: (type: number, index: number) => number): HawkesIntervals {
  const shown = excitationShown(estimate, level);
  const rows = estimate.fits.map((fit, i) => [...fit.theta].map((_, index) => {
    const interval = profileInterval(estimate.problems[i] as RowProblem, fit, index, cutOf(i, index), { level, method });
    return index > 0 && !shown ? { ...interval, low: 0 } : interval;
  }));
  return { method, mu: rows.map((row) => row[0] as StatInterval), A: rows.map((row) => row.slice(1)) };
}

/** Rhythm and decays stay as fitted while a parameter is profiled; where they were estimated, the cut is higher by what that costs in variance. */
const profileCuts = (estimate: Estimate, level: number) => (type: number, index: number): number => zOf(level) ** 2 * (estimate.varianceGrowth[type]?.[index] ?? 1);

export const profileIntervals = (estimate: Estimate, level: number): HawkesIntervals => intervalsOf(estimate, level, 'profile likelihood', profileCuts(estimate, level));

/**
 * Profile likelihood with its cut measured instead of looked up: data are drawn from the fitted model and refitted, decays
 * and rhythm included; per parameter, the cut is the `level` quantile of the likelihood-ratio statistic at the value drawn
 * from, and never under that of `profileIntervals`. Plain percentiles of the refits cover too little, as the estimate is biased
 * downwards in small samples. `undefined` when most draws could not be refitted.
 */
export function bootstrapIntervals(estimate: Estimate, replicates: number, seed: number, level: number, refit: (seed: number) => Estimate | undefined): HawkesIntervals | undefined {
  const uniform = seededRandom(seed);
  const width = estimate.mu.length + 1;
  const statistics = estimate.fits.map(() => Array.from({ length: width }, (): number[] => []));
  let done = 0;
  for (let r = 0; r < replicates; r++) {
    const drawn = refit(Math.floor(uniform() * 2 ** 32));
    if (drawn === undefined) continue;
    done++;
    drawn.fits.forEach((fit, i) => {
      const problem = drawn.problems[i] as RowProblem;
      for (let index = 0; index < width; index++) {
        const ratio = 2 * (fit.logLik - restricted(problem, fit, index, at((estimate.fits[i] as RowFit).theta, index)));
        statistics[i]?.[index]?.push(Math.min(50, Math.max(0, ratio)));
      }
    });
  }
  if (done < Math.max(2, replicates / 2)) return undefined;
  const least = profileCuts(estimate, level);
  return intervalsOf(estimate, level, 'parametric bootstrap', (i, index) => Math.max(least(i, index), quantile(statistics[i]?.[index] as number[], level)));
}
