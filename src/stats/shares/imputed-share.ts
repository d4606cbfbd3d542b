import { seededRandom } from '../../util/random.js';
import { gammaVariate } from '../variates.js';
import { wilsonInterval, type StatInterval } from './interval.js';
import type { ShareLaw, SharePrior } from './shrinkage.js';

/** Jeffreys' prior of a share. */
const JEFFREYS: ShareLaw = { mean: 0.5, size: 1 };

/** Draws of a share over another: their percentiles are sure to half a percent of their width. */
const DRAWS = 1000;

/** A share, and the size of the sample of sure events that would know it as well. */
export interface ImputedShare {
  readonly share: number;
  readonly size: number;
  /** How much counts in all, and how likely no event is one. */
  readonly n: number;
  readonly none: number;
  readonly interval: StatInterval;
}

/**
 * A share whose events are known up to a probability each. Rubin's rules for events drawn without end: the variance between the draws, in
 * closed form, adds to the binomial one; Wilson's interval on the size that has this total variance keeps it in [0, 1]. Rubin 1987;
 * Lott & Reiter 2020.
 *
 * @param weights - how much of each counts, such as the probability that it is of the population at all; default: all of it
 * @returns `null` without any event
 * @example
 * imputedShare([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 0.95)?.interval
 * // → { low: 0.0566821515, high: 0.5098375285, level: 0.95, method: 'rubin-wilson' }
 */
export function imputedShare(
  probabilities: ArrayLike<number>,
  level: number,
  weights?: ArrayLike<number>,
): ImputedShare | null {
  let n = 0,
    events = 0,
    doubt = 0,
    none = 1;
  for (let k = 0; k < probabilities.length; k++) {
    const p = probabilities[k] as number,
      weight = weights?.[k] ?? 1;
    n += weight;
    events += weight * p;
    doubt += weight * p * (1 - p);
    none *= 1 - weight * p;
  }
  if (!(n > 0)) return null;
  const share = events / n,
    between = doubt / (n * n),
    within = (share * (1 - share) - between) / n,
    total = within + between;
  const size = total > 0 ? Math.min(n, (share * (1 - share)) / total) : n;
  return {
    share,
    size,
    n,
    none,
    interval: { ...wilsonInterval(share * size, size, level), method: 'rubin-wilson' },
  };
}

/**
 * A share over the share of it that is found, each with its own uncertainty: percentiles over draws of both (Jeffreys' posterior of the
 * first, the quantile function of the second). In [0, 1]. `among`: quantile function of the part of the whole in which the share can
 * lie at all, which the bounds carry. `laws`: how the shares of groups like this one differ, in place of Jeffreys' prior; the share is then
 * shrunk towards theirs.
 *
 * @example
 * const { share, low, high } = shareOverFound({ share: 0.1, size: 400 }, 0.5, (p) => 0.4 + 0.2 * p, { seed: 1, level: 0.95 });
 * [share, low > 0.1, high < 0.35]
 * // → [0.2, true, true]
 */
export function shareOverFound(
  { share, size }: Pick<ImputedShare, 'share' | 'size'>,
  found: number,
  quantile: (p: number) => number,
  {
    seed,
    level,
    among = () => 1,
    laws,
  }: {
    readonly seed: number;
    readonly level: number;
    readonly among?: ((p: number) => number) | undefined;
    readonly laws?: SharePrior['laws'] | undefined;
  },
): { readonly share: number; readonly low: number; readonly high: number } {
  const uniform = seededRandom(seed),
    shrunk = laws?.reduce(
      (sum, { mean, size: worth, weight }) => sum + (weight * (share * size + mean * worth)) / (size + worth),
      0,
    ),
    value = Math.min(1, (shrunk ?? share) / found);
  const drawnLaw = (): ShareLaw => {
    let left = laws === undefined ? 0 : uniform();
    return laws?.find(({ weight }) => (left -= weight) <= 0) ?? laws?.at(-1) ?? JEFFREYS;
  };
  const draws = Float64Array.from({ length: DRAWS }, () => {
    const { mean, size: worth } = drawnLaw();
    const yes = gammaVariate(uniform, share * size + mean * worth),
      no = gammaVariate(uniform, (1 - share) * size + (1 - mean) * worth);
    return Math.min(1, yes / (yes + no) / quantile(uniform()) / among(uniform()));
  }).sort();
  const at = (p: number): number => draws[Math.min(DRAWS - 1, Math.floor(p * DRAWS))] as number;
  return {
    share: value,
    low: Math.min(value, share === 0 && laws === undefined ? 0 : at((1 - level) / 2)),
    high: Math.max(value, at((1 + level) / 2)),
  };
}
