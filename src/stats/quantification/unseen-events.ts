import { seededRandom } from '../../util/random.js';
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

/** Cases by whole numbers: their stratum, and what keys they show. */
class Coded {
  readonly strata: Int32Array;
  readonly shown: Int32Array;
  readonly masks: readonly number[];
  readonly #sizes: Float64Array;
  readonly #own: Float64Array;

  constructor(readonly cases: readonly KeyedCase[]) {
    const strata = new Map<string, number>(),
      masks = new Map<number, number>();
    const codeOf = <Key>(codes: Map<Key, number>, key: Key): number => {
      const known = codes.get(key) ?? codes.size;
      codes.set(key, known);
      return known;
    };
    this.strata = Int32Array.from(cases, ({ stratum }) => codeOf(strata, stratum));
    this.shown = Int32Array.from(cases, ({ keys }) => codeOf(masks, keys));
    this.masks = [...masks.keys()];
    this.#sizes = new Float64Array(strata.size);
    this.#own = new Float64Array(strata.size);
  }

  /** Probability that each kind of case would be found. */
  chances(linkability: (keys: number) => number): Float64Array {
    return Float64Array.from(this.masks, linkability);
  }

  /** Σ over the linkable of the drawn cases of their weight × found / linkability, by horizon, over the sum of weights. */
  shares(
    drawn: Uint32Array,
    found: (probability: number) => number,
    chances: Float64Array,
    horizons: readonly number[],
  ): number[] {
    const { cases, strata, shown } = this,
      sizes = this.#sizes.fill(0),
      own = this.#own.fill(0);
    const chanceOf = (k: number): number => chances[shown[k] as number] as number;
    for (const k of drawn) {
      const stratum = strata[k] as number;
      sizes[stratum] = (sizes[stratum] as number) + 1;
      if (chanceOf(k) >= LEAST_LINKABILITY) own[stratum] = (own[stratum] as number) + 1;
    }
    let small = 0,
      rest = 0;
    sizes.forEach((n, stratum) => {
      if ((own[stratum] as number) >= LEAST_STRATUM) return;
      small += n;
      rest += own[stratum] as number;
    });
    const weightOf = sizes.map((n, stratum) =>
      (own[stratum] as number) >= LEAST_STRATUM ? n / (own[stratum] as number) : rest > 0 ? small / rest : 1,
    );
    const watched = horizons.some(Number.isFinite) ? watchedOf(cases, drawn) : () => 1;
    const sums = horizons.map(() => 0);
    let weights = 0;
    for (const k of drawn) {
      const chance = chanceOf(k);
      if (!(chance >= LEAST_LINKABILITY)) continue;
      const weight = weightOf[strata[k] as number] as number,
        { probability, lag } = cases[k] as KeyedCase;
      weights += weight;
      const events = found(probability);
      if (events === 0) continue;
      const part = (weight * events) / chance,
        inTime = part / Math.max(watched(lag), 1 / drawn.length);
      horizons.forEach((horizon, h) => {
        if (!Number.isFinite(horizon)) sums[h] = (sums[h] as number) + part;
        else if (lag <= horizon) sums[h] = (sums[h] as number) + inTime;
      });
    }
    return sums.map((sum) => (weights === 0 ? 0 : Math.min(1, sum / weights)));
  }
}

/** Share of the drawn cases that are watched for so long. */
function watchedOf(cases: readonly KeyedCase[], drawn: Uint32Array): (lag: number) => number {
  const followed = Float64Array.from(drawn, (k) => (cases[k] as KeyedCase).followed).sort();
  return (lag) => {
    let low = 0,
      high = followed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((followed[middle] as number) < lag) low = middle + 1;
      else high = middle;
    }
    return (followed.length - low) / followed.length;
  };
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
  const places = all.filter((k) => (chances[coded.shown[k] as number] as number) >= LEAST_LINKABILITY);
  const meanOf = (of: Float64Array): number =>
    places.reduce((sum, k) => sum + (of[coded.shown[k] as number] as number), 0) / places.length;
  if (places.length === 0) return undefined;
  const shown = horizons.filter(
    (horizon) =>
      !Number.isFinite(horizon) ||
      cases.filter(({ followed }) => followed >= horizon).length >= LEAST_WATCHED,
  );
  const shares = coded.shares(all, (probability) => probability, chances, shown);
  const uniform = seededRandom(seed),
    pick = (size: number): number => Math.floor(uniform() * size);
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
      const mask = posts[pick(posts.length)] as number;
      drawnPosts.set(mask, (drawnPosts.get(mask) ?? 0) + 1);
    }
    const drawnChances = coded.chances(linkabilityFrom(drawnPosts, drawnPowers)),
      drawn = all.map(() => pick(all.length)),
      seen = (probability: number): number => Number(probability > 0 && uniform() < probability);
    draws.push(coded.shares(drawn, seen, drawnChances, shown));
    found.push(meanOf(drawnChances));
  }
  const mean = meanOf(chances);
  return {
    linkability: mean,
    linkabilityInterval: equivalent(mean, variance(found), posts.length, level),
    linkable: places.length,
    keyless: 1 - places.length / cases.length,
    at: shown.map((horizon, h) => {
      const spread = variance(draws.map((draw) => draw[h] as number)),
        most = places.length * mean;
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
