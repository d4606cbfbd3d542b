import { lowerBound } from '../../util/lower-bound.js';
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
  readonly #places: Uint32Array;
  readonly #lags: Uint32Array;
  readonly #since: Uint32Array;

  constructor(cases: readonly KeyedCase[]) {
    const followed = Float64Array.from(cases, (one) => one.followed),
      order = orderBy(cases.length, (k) => followed[k] as number),
      times = Float64Array.from(order, (k) => followed[k] as number);
    this.#places = new Uint32Array(cases.length);
    order.forEach((k, place) => (this.#places[k] = place));
    this.#lags = Uint32Array.from(cases, ({ lag }) => lowerBound(times, lag));
    this.#since = new Uint32Array(cases.length + 1);
  }

  /** Share of the drawn cases that are watched for as long as a case took; until the next draw. */
  of(drawn: Uint32Array): (k: number) => number {
    const places = this.#places,
      lags = this.#lags,
      since = this.#since.fill(0);
    for (let i = 0; i < drawn.length; i++) {
      const place = places[drawn[i] as number] as number;
      since[place] = (since[place] as number) + 1;
    }
    for (let place = places.length - 1; place >= 0; place--)
      since[place] = (since[place] as number) + (since[place + 1] as number);
    return (k) => (since[lags[k] as number] as number) / drawn.length;
  }
}

/** Cases by whole numbers, in arrays: their stratum, what keys they show, what was found when. */
export class Coded {
  readonly masks: readonly number[];
  /** Cases of each mask. */
  readonly sizes: Float64Array;
  /** Stratum, then kind of case, then whether an event was found: one number a case, so that what a draw meets at random fits in the cache. */
  readonly #codes: Uint32Array;
  readonly #strata: number;
  readonly #probability: Float64Array;
  readonly #lag: Float64Array;
  readonly #cases: readonly KeyedCase[];
  #watch: Watch | undefined;

  constructor(cases: readonly KeyedCase[]) {
    const strata = new Map<string, number>(),
      masks = new Map<number, number>();
    const codeOf = <Key>(codes: Map<Key, number>, key: Key): number => {
      const known = codes.get(key) ?? codes.size;
      codes.set(key, known);
      return known;
    };
    const n = cases.length,
      ofStratum = new Int32Array(n),
      shown = new Int32Array(n);
    this.#probability = new Float64Array(n);
    this.#lag = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const { stratum, keys, probability, lag } = cases[k] as KeyedCase;
      ofStratum[k] = codeOf(strata, stratum);
      shown[k] = codeOf(masks, keys);
      this.#probability[k] = probability;
      this.#lag[k] = lag;
    }
    this.#strata = strata.size;
    this.masks = [...masks.keys()];
    this.sizes = new Float64Array(masks.size);
    for (const mask of shown) this.sizes[mask] = (this.sizes[mask] as number) + 1;
    this.#codes = new Uint32Array(n);
    for (let k = 0; k < n; k++)
      this.#codes[k] =
        2 * ((ofStratum[k] as number) * this.masks.length + (shown[k] as number)) +
        Number(this.#probability[k] !== 0);
    this.#cases = cases;
  }

  /** Probability that each kind of case would be found. */
  chances(linkability: (keys: number) => number): Float64Array {
    return Float64Array.from(this.masks, linkability);
  }

  /** How often each code is drawn, and of which drawn cases an event was found. */
  #counted(drawn: Uint32Array): { readonly counts: Float64Array; readonly found: readonly number[] } {
    const codes = this.#codes,
      counts = new Float64Array(2 * this.#strata * this.masks.length),
      found: number[] = [];
    for (let i = 0; i < drawn.length; i++) {
      const k = drawn[i] as number,
        code = codes[k] as number;
      counts[code] = (counts[code] as number) + 1;
      if ((code & 1) === 1) found.push(k);
    }
    return { counts, found };
  }

  /** What a linkable case of each stratum counts for: those that show no key are given the rate of theirs, of all where it has few. */
  #weights(counts: Float64Array, chances: Float64Array): Float64Array {
    const kinds = chances.length,
      sizes = new Float64Array(this.#strata),
      own = new Float64Array(this.#strata);
    counts.forEach((count, code) => {
      const stratum = Math.floor(code / (2 * kinds));
      sizes[stratum] = (sizes[stratum] as number) + count;
      if ((chances[(code >> 1) % kinds] as number) >= LEAST_LINKABILITY)
        own[stratum] = (own[stratum] as number) + count;
    });
    let small = 0,
      rest = 0;
    sizes.forEach((n, stratum) => {
      if ((own[stratum] as number) >= LEAST_STRATUM) return;
      small += n;
      rest += own[stratum] as number;
    });
    return sizes.map((n, stratum) =>
      (own[stratum] as number) >= LEAST_STRATUM ? n / (own[stratum] as number) : rest > 0 ? small / rest : 1,
    );
  }

  /** Σ over the linkable of the drawn cases of their weight × found / linkability, by horizon, over the sum of weights. */
  shares(
    drawn: Uint32Array,
    eventsOf: (probability: number) => number,
    chances: Float64Array,
    horizons: readonly number[],
  ): number[] {
    const codes = this.#codes,
      kinds = chances.length,
      { counts, found } = this.#counted(drawn),
      weightOf = this.#weights(counts, chances);
    // 0: cannot be found, and counts for nothing
    const weightByCode = Float64Array.from({ length: 2 * this.#strata * kinds }, (_, code) =>
      (chances[(code >> 1) % kinds] as number) >= LEAST_LINKABILITY
        ? (weightOf[Math.floor(code / (2 * kinds))] as number)
        : 0,
    );
    const latest = horizons
      .flatMap((horizon, h) => (Number.isFinite(horizon) ? [h] : []))
      .toSorted((a, b) => (horizons[b] as number) - (horizons[a] as number));
    const watched = latest.length > 0 ? (this.#watch ??= new Watch(this.#cases)).of(drawn) : () => 1;
    const sums = new Float64Array(horizons.length);
    const weights = counts.reduce((sum, count, code) => sum + count * (weightByCode[code] as number), 0);
    let ever = 0;
    for (const k of found) {
      const code = codes[k] as number,
        weight = weightByCode[code] as number;
      if (weight === 0) continue;
      const events = eventsOf(this.#probability[k] as number);
      if (events === 0) continue;
      const part = (weight * events) / (chances[(code >> 1) % kinds] as number),
        lag = this.#lag[k] as number,
        inTime = part / Math.max(watched(k), 1 / drawn.length);
      ever += part;
      for (const h of latest) {
        if ((horizons[h] as number) < lag) break;
        sums[h] = (sums[h] as number) + inTime;
      }
    }
    return horizons.map((horizon, h) => {
      const sum = Number.isFinite(horizon) ? (sums[h] as number) : ever;
      return weights === 0 ? 0 : Math.min(1, sum / weights);
    });
  }
}
