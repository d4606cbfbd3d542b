import { seededRandom } from '../../util/random.js';
import type { Estimate } from './hawkes-estimate.js';
import type { HawkesProfile } from './hawkes-profile.js';
import { zOf, type StatInterval } from '../shares/interval.js';
import type { RowFit } from '../quantification/mixture-row.js';
import { quantile } from '../shares/quantile.js';
import { chiSquareUpperTail } from '../special.js';

export interface HawkesIntervals {
  readonly method: 'profile likelihood' | 'parametric bootstrap';
  readonly mu: readonly StatInterval[];
  readonly A: readonly (readonly StatInterval[])[];
}

/** Share of the half-width to which a bound is found. */
const PRECISION = 0.01;

/** Beyond every cut; an impossible value drops without end. */
const MOST_DROP = 50;

/** Where twice the drop of the profile log-likelihood stays under `cut`: right at the boundary 0, where a Wald interval is not. */
function profileInterval(
  profile: HawkesProfile,
  type: number,
  index: number,
  cut: number,
  { value, scale }: { readonly value: number; readonly scale: number },
): { low: number; high: number } {
  const root = (x: number): number =>
      Math.sqrt(2 * Math.min(MOST_DROP, Math.max(0, profile.drop(type, index, x)))),
    target = Math.sqrt(cut);
  const high =
    value +
    crossing(
      (ahead) => root(value + ahead),
      target,
      2 * target * Math.sqrt(Math.max(value, scale) * scale),
      Infinity,
    );
  return {
    low:
      value === 0
        ? 0
        : value - crossing((back) => root(value - back), target, Math.min(value, high - value), value),
    high,
  };
}

/** Where a nearly straight line from (0, 0) reaches `target`: secants, within what is known; `end` where it does not get there. */
function crossing(root: (distance: number) => number, target: number, guess: number, end: number): number {
  let under = 0,
    over = Infinity,
    before = { x: 0, root: 0 },
    x = Math.min(guess, end);
  for (let round = 0; round < 30; round++) {
    const here = { x, root: root(x) };
    if (here.root > target) over = x;
    else if (x === end) return end;
    else under = x;
    const next = here.x + ((target - here.root) * (here.x - before.x)) / (here.root - before.root);
    before = here;
    if (next > under && next < over && next < 4 * here.x) x = Math.min(end, next);
    else x = Math.min(end, over === Infinity ? 2 * here.x : (under + over) / 2);
    if (Math.abs(x - here.x) < PRECISION * x) break;
  }
  return x;
}

/**
 * Without excitation a fitted decay means nothing and its choice makes single effects look sure. So where it is fitted, all
 * effects together must first beat a baseline alone (likelihood ratio, one degree of freedom per effect and one for the decay).
 */
function excitationShown({ reached, reachedByBaseline, mu }: Estimate, level: number): boolean {
  return (
    reachedByBaseline === undefined ||
    chiSquareUpperTail(2 * (reached - reachedByBaseline), mu.length ** 2 + 1) < 1 - level
  );
}

function intervalsOf(
  profile: HawkesProfile,
  estimate: Estimate,
  level: number,
  method: HawkesIntervals['method'],
  cutOf: (type: number, index: number) => number,
): HawkesIntervals {
  const shown = excitationShown(estimate, level);
  const rows = estimate.fits.map((fit, i) =>
    [...fit.theta].map((value, index) => {
      const scale = 1 / (estimate.problems[i]?.exposures[index] as number);
      const interval = {
        ...profileInterval(profile, i, index, cutOf(i, index), { value, scale }),
        level,
        method,
      };
      return index > 0 && !shown ? { ...interval, low: 0 } : interval;
    }),
  );
  return { method, mu: rows.map((row) => row[0] as StatInterval), A: rows.map((row) => row.slice(1)) };
}

export const profileIntervals = (
  profile: HawkesProfile,
  estimate: Estimate,
  level: number,
): HawkesIntervals => intervalsOf(profile, estimate, level, 'profile likelihood', () => zOf(level) ** 2);

/**
 * Profile likelihood with its cut measured instead of looked up: data are drawn from the fitted model and refitted, decays
 * and rhythm included; per parameter, the cut is the `level` quantile of the likelihood-ratio statistic at the value drawn
 * from, and never under that of `profileIntervals`. Plain percentiles of the refits cover too little, as the estimate is biased
 * downwards in small samples. `undefined` when most draws could not be refitted.
 */
export function bootstrapIntervals(
  profile: HawkesProfile,
  estimate: Estimate,
  replicates: number,
  seed: number,
  level: number,
  refit: (seed: number) => HawkesProfile | undefined,
): HawkesIntervals | undefined {
  const uniform = seededRandom(seed);
  const statistics = estimate.fits.map(({ theta }) => [...theta].map((): number[] => []));
  let done = 0;
  for (let r = 0; r < replicates; r++) {
    const drawn = refit(Math.floor(uniform() * 2 ** 32));
    if (drawn === undefined) continue;
    done++;
    statistics.forEach((row, i) =>
      row.forEach((own, index) =>
        own.push(
          Math.min(
            50,
            Math.max(0, 2 * drawn.drop(i, index, (estimate.fits[i] as RowFit).theta[index] as number)),
          ),
        ),
      ),
    );
  }
  if (done < Math.max(2, replicates / 2)) return undefined;
  const least = zOf(level) ** 2;
  return intervalsOf(profile, estimate, level, 'parametric bootstrap', (i, index) =>
    Math.max(least, quantile(statistics[i]?.[index] as number[], level)),
  );
}
