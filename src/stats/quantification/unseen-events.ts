import { lowerBound } from '../../util/lower-bound.js';
import { seededRandom } from '../../util/random.js';
import { Coded, type KeyedCase } from './keyed-cases.js';
import { multinomial, type Uniform } from '../variates.js';
import { wilsonInterval, type StatInterval } from '../shares/interval.js';
import {
  AGREEMENT_PRIOR,
  beta,
  countsOf,
  LEAST_LINKABILITY,
  linkabilityFrom,
  linkabilityOf,
  type Agreement,
} from './linkability.js';

export type { KeyedCase } from './keyed-cases.js';

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
  /** Cases with a key that can be found, and the share of those without. */
  readonly linkable: number;
  readonly keyless: number;
  readonly at: readonly CorrectedAt[];
}

/** With fewer cases watched to a time nothing is said of it. */
const LEAST_WATCHED = 10;

/** More posts than this are drawn kind by kind: what a replicate costs does not grow with them. */
const MOST_POSTS = 5000;

/** Draws as many posts as there are, with replacement: how often each mask of keys comes. */
function postsDrawer(posts: readonly number[], uniform: Uniform): () => Map<number, number> {
  if (posts.length <= MOST_POSTS)
    return () => {
      const drawn = new Map<number, number>();
      for (let k = 0; k < posts.length; k++) {
        const mask = posts[Math.floor(uniform() * posts.length)] as number;
        drawn.set(mask, (drawn.get(mask) ?? 0) + 1);
      }
      return drawn;
    };
  const counts = countsOf(posts),
    masks = [...counts.keys()],
    sizes = [...counts.values()];
  return () => {
    const drawn = multinomial(uniform, sizes);
    return new Map(masks.map((mask, k) => [mask, drawn[k] as number]));
  };
}

/** How probable it is that an event of each kind of case would be found, drawn: the posts, and how often two sides of one person agree. */
function chancesDrawer(
  coded: Coded,
  posts: readonly number[],
  agreements: readonly Agreement[],
  uniform: Uniform,
): () => Float64Array {
  const drawPosts = postsDrawer(posts, uniform);
  return () => {
    const powers = new Map(
      agreements.map(({ bit, agree, of }) => [
        bit,
        beta(uniform, AGREEMENT_PRIOR[0] + agree, AGREEMENT_PRIOR[1] + of - agree),
      ]),
    );
    return coded.chances(linkabilityFrom(drawPosts(), powers));
  };
}

/** Of the cases whose event could be found: their number by kind and in all, and means over them. */
function linkableOf(
  coded: Coded,
  chances: Float64Array,
): { readonly places: number; readonly meanOf: (of: Float64Array) => number } {
  const linkable = coded.sizes.map((n, mask) => ((chances[mask] as number) >= LEAST_LINKABILITY ? n : 0)),
    places = linkable.reduce((sum, n) => sum + n, 0);
  return {
    places,
    meanOf: (of) => linkable.reduce((sum, n, mask) => sum + n * (of[mask] as number), 0) / places,
  };
}

/**
 * Mean probability that an event of a case with a key would be found, with its interval: posts and agreements are drawn, not the cases.
 *
 * @returns `undefined` when no case could be found
 */
export function linkabilityBand(
  cases: readonly KeyedCase[],
  posts: readonly number[],
  agreements: readonly Agreement[],
  { seed, replicates = 200, level = 0.95 }: Omit<UnseenOptions, 'horizons'>,
): { readonly mean: number; readonly low: number; readonly high: number } | undefined {
  const coded = new Coded(cases),
    chances = coded.chances(linkabilityOf(posts, agreements)),
    { places, meanOf } = linkableOf(coded, chances);
  if (places === 0) return undefined;
  const draw = chancesDrawer(coded, posts, agreements, seededRandom(seed)),
    mean = meanOf(chances),
    drawn = Array.from({ length: replicates }, () => meanOf(draw()));
  const { low, high } = equivalent(mean, variance(drawn), posts.length, level);
  return { mean, low, high };
}

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
  const coded = new Coded(cases),
    all = Uint32Array.from(cases, (_, k) => k),
    chances = coded.chances(linkability);
  const { places, meanOf } = linkableOf(coded, chances);
  if (places === 0) return undefined;
  const watched = Float64Array.from(cases, ({ followed }) => followed).sort();
  const shown = horizons.filter(
    (horizon) => !Number.isFinite(horizon) || watched.length - lowerBound(watched, horizon) >= LEAST_WATCHED,
  );
  const shares = coded.shares(all, (probability) => probability, chances, shown);
  const uniform = seededRandom(seed);
  const drawChances = chancesDrawer(coded, posts, agreements, uniform);
  const draws: number[][] = [],
    drawn = new Uint32Array(all.length);
  const seen = (probability: number): number => Number(probability > 0 && uniform() < probability);
  for (let r = 0; r < replicates; r++) {
    const drawnChances = drawChances();
    for (let i = 0; i < drawn.length; i++) drawn[i] = Math.floor(uniform() * drawn.length);
    draws.push(coded.shares(drawn, seen, drawnChances, shown));
  }
  const mean = meanOf(chances);
  return {
    linkability: mean,
    linkable: places,
    keyless: 1 - places / cases.length,
    at: shown.map((horizon, h) => {
      const spread = variance(draws.map((draw) => draw[h] as number)),
        most = places * mean;
      return {
        horizon,
        share: shares[h] as number,
        size: sizeOf(shares[h] as number, spread, most),
        interval: equivalent(shares[h] as number, spread, most, level),
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
