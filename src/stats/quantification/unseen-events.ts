import { seededRandom } from '../../util/random.js';
import { at } from '../checks.js';
import { wilsonInterval, type StatInterval } from '../shares/interval.js';
import {
  AGREEMENT_PRIOR,
  beta,
  LEAST_LINKABILITY,
  linkabilityFrom,
  linkabilityOf,
  type Agreement,
} from './linkability.js';

/**
 * A case at risk of an event that is seen only when both sides show something in common. Keys are bits: an order number, a name, an
 * account of one platform.
 */
export interface KeyedCase {
  readonly keys: number;
  /** Probability that its event was found; 0 where none was. */
  readonly probability: number;
  /** Time of that event since the start, and how long the case was watched. */
  readonly lag: number;
  readonly followed: number;
  /** Cases without a key are given the rate of those of their stratum. */
  readonly stratum: string;
}

export interface UnseenOptions {
  readonly seed: number;
  readonly replicates?: number;
  readonly level?: number;
  /** Times at which the share is given; Infinity: over the time watched. */
  readonly horizons?: readonly number[];
}

export interface CorrectedAt {
  readonly horizon: number;
  readonly share: number;
  /** Size of the sample that would know the share as well, were all seen. */
  readonly size: number;
  readonly interval: StatInterval;
}

export interface Corrected {
  /** Mean probability that an event of a case with a key would be found. */
  readonly linkability: number;
  readonly linkabilityInterval: StatInterval;
  /** Cases with a key that can be found, and the share of those without. */
  readonly linkable: number;
  readonly keyless: number;
  readonly at: readonly CorrectedAt[];
}

/** A stratum speaks for its keyless cases from so many cases with a key on. */
const LEAST_STRATUM = 5;
/** With fewer cases watched to a time nothing is said of it. */
const LEAST_WATCHED = 10;

/** Σ over linkable cases of their weight × found / linkability, by horizon, over the sum of weights. */
function sharesOf(
  cases: readonly KeyedCase[],
  found: (one: KeyedCase) => number,
  linkability: (keys: number) => number,
  horizons: readonly number[],
): number[] {
  const linkable = cases.filter(({ keys }) => linkability(keys) >= LEAST_LINKABILITY);
  const sizes = strataOf(cases),
    own = strataOf(linkable);
  let small = 0,
    rest = 0;
  for (const [stratum, n] of sizes)
    if ((own.get(stratum) ?? 0) < LEAST_STRATUM) {
      small += n;
      rest += own.get(stratum) ?? 0;
    }
  const weightOf = ({ stratum }: KeyedCase): number => {
    const here = own.get(stratum) ?? 0;
    return here >= LEAST_STRATUM ? (sizes.get(stratum) ?? 0) / here : rest > 0 ? small / rest : 1;
  };
  const followed = Float64Array.from(cases, (one) => one.followed).sort();
  const watched = (lag: number): number => {
    let low = 0,
      high = followed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(followed, middle) < lag) low = middle + 1;
      else high = middle;
    }
    return (followed.length - low) / followed.length;
  };
  const sums = horizons.map(() => 0);
  let weights = 0;
  for (const one of linkable) {
    const weight = weightOf(one);
    weights += weight;
    const events = found(one);
    if (events === 0) continue;
    const part = (weight * events) / linkability(one.keys);
    horizons.forEach((horizon, h) => {
      if (!Number.isFinite(horizon)) sums[h] = at(sums, h) + part;
      else if (one.lag <= horizon)
        sums[h] = at(sums, h) + part / Math.max(watched(one.lag), 1 / cases.length);
    });
  }
  return sums.map((sum) => (weights === 0 ? 0 : Math.min(1, sum / weights)));
}

const strataOf = (cases: readonly KeyedCase[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { stratum } of cases) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return counts;
};

/**
 * The share of cases with an event of which only part can be seen: Horvitz-Thompson over the cases that show a key, each found event
 * counting for one over the probability that it would be found; keyless cases are given the rate of their stratum. That probability
 * comes from the keys that posts of the other side really show, and from how often two sides known to be one agree. Times are
 * weighted for the length of the watch. Interval: cases, posts, links and agreements are drawn together, Wilson on the equivalent size.
 * Assumes that what a post shows does not depend on what its case shows. Horvitz & Thompson 1952; Ding & Fienberg 1994; Chambers 2009.
 *
 * @param posts keys that each post of the other side shows
 * @returns `undefined` when no case could be found
 * @example
 * const cases = Array.from({ length: 100 }, (_, k) => ({ keys: 1, probability: k < 10 ? 1 : 0, lag: k, followed: 500, stratum: '' }));
 * const { at, linkability } = correctedShares(cases, [1, 0, 1, 0], [], { seed: 1 });
 * [at[0].share, linkability]
 * // → [0.2, 0.5]
 */
export function correctedShares(
  cases: readonly KeyedCase[],
  posts: readonly number[],
  agreements: readonly Agreement[],
  options: UnseenOptions,
): Corrected | undefined {
  const { seed, replicates = 200, level = 0.95, horizons = [Infinity] } = options;
  const linkability = linkabilityOf(posts, agreements);
  const linkable = cases.filter(({ keys }) => linkability(keys) >= LEAST_LINKABILITY);
  if (linkable.length === 0) return undefined;
  const meanOf = (own: readonly KeyedCase[], of: (keys: number) => number): number =>
    own.reduce((sum, { keys }) => sum + of(keys), 0) / Math.max(1, own.length);
  const shown = horizons.filter(
    (horizon) =>
      !Number.isFinite(horizon) ||
      cases.filter(({ followed }) => followed >= horizon).length >= LEAST_WATCHED,
  );
  const shares = sharesOf(cases, ({ probability }) => probability, linkability, shown);
  const uniform = seededRandom(seed),
    pick = <Item>(list: readonly Item[]): Item => list[Math.floor(uniform() * list.length)] as Item;
  const draws: number[][] = [],
    found: number[] = [];
  for (let r = 0; r < replicates; r++) {
    const drawnPowers = new Map(
      agreements.map(({ bit, agree, of }) => [
        bit,
        beta(uniform, AGREEMENT_PRIOR[0] + agree, AGREEMENT_PRIOR[1] + of - agree),
      ]),
    );
    const drawnPosts = new Map<number, number>();
    for (let k = 0; k < posts.length; k++) {
      const mask = pick(posts);
      drawnPosts.set(mask, (drawnPosts.get(mask) ?? 0) + 1);
    }
    const drawnLinkability = linkabilityFrom(drawnPosts, drawnPowers),
      drawn = cases.map(() => pick(cases));
    draws.push(
      sharesOf(
        drawn,
        ({ probability }) => (probability > 0 && uniform() < probability ? 1 : 0),
        drawnLinkability,
        shown,
      ),
    );
    found.push(meanOf(linkable, drawnLinkability));
  }
  const mean = meanOf(linkable, linkability);
  return {
    linkability: mean,
    linkabilityInterval: equivalent(mean, variance(found), posts.length, level),
    linkable: linkable.length,
    keyless: 1 - linkable.length / cases.length,
    at: shown.map((horizon, h) => {
      const spread = variance(draws.map((draw) => at(draw, h))),
        most = linkable.length * mean;
      return {
        horizon,
        share: at(shares, h),
        size: sizeOf(at(shares, h), spread, most),
        interval: equivalent(at(shares, h), spread, most, level),
      };
    }),
  };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}

/** Sample size whose binomial variance is the one found, `most` at most. */
const sizeOf = (share: number, spread: number, most: number): number =>
  Math.max(1, spread > 0 ? Math.min(most, (share * (1 - share)) / spread) : most);

/** Wilson on the size whose binomial variance is the one found, `most` at most: in [0, 1], and wide where nothing was seen. */
function equivalent(share: number, spread: number, most: number, level: number): StatInterval {
  const size = sizeOf(share, spread, most);
  const wilson = wilsonInterval(share * size, size, level);
  return {
    low: Math.min(share, wilson.low),
    high: Math.max(share, wilson.high),
    level,
    method: 'horvitz-thompson, bootstrap and imputation',
  };
}
