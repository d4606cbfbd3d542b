import { orderBy } from '../checks.js';
import { LEAST_LINKABILITY } from './linkability.js';

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

/** A stratum speaks for its keyless cases from so many cases with a key on. */
const LEAST_STRATUM = 5;
/** How long cases are watched: put in order once, for all draws. */
class Watch {
  readonly #times: Float64Array;
  readonly #places: Uint32Array;
  readonly #since: Float64Array;

  constructor(cases: readonly KeyedCase[]) {
    const followed = Float64Array.from(cases, (one) => one.followed),
      order = orderBy(cases.length, (k) => followed[k] as number);
    this.#times = Float64Array.from(order, (k) => followed[k] as number);
    this.#places = new Uint32Array(cases.length);
    order.forEach((k, place) => (this.#places[k] = place));
    this.#since = new Float64Array(cases.length + 1);
  }

  /** Share of the drawn cases that are watched for so long; until the next draw. */
  of(drawn: Uint32Array): (time: number) => number {
    const times = this.#times,
      since = this.#since.fill(0);
    for (const k of drawn) {
      const place = this.#places[k] as number;
      since[place] = (since[place] as number) + 1;
    }
    for (let place = times.length - 1; place >= 0; place--)
      since[place] = (since[place] as number) + (since[place + 1] as number);
    return (time) => {
      let low = 0,
        high = times.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((times[middle] as number) < time) low = middle + 1;
        else high = middle;
      }
      return (since[low] as number) / drawn.length;
    };
  }
}

/** Cases by whole numbers: their stratum, and what keys they show. */
export class Coded {
  readonly strata: Int32Array;
  readonly shown: Int32Array;
  readonly masks: readonly number[];
  readonly #sizes: Float64Array;
  readonly #own: Float64Array;
  readonly #watch: Watch;

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
    this.#watch = new Watch(cases);
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
    const watched = horizons.some(Number.isFinite) ? this.#watch.of(drawn) : () => 1;
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
