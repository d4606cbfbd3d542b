import { orderBy } from '../checks.js';

/** A stay in a state: `to` is the state after it, −1 where it is not seen to end. */
export interface Stay {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly stop: number;
}

/** Moves in order of time, with their hazards; those of one time stand together. */
export interface Steps {
  readonly times: Float64Array;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly hazards: Float64Array;
}

/** Values as the numbers of those that are equal, from 0 in the order in which they are met. */
function numbered(values: ArrayLike<number>): { readonly places: Uint32Array; readonly size: number } {
  const known = new Map<number, number>(),
    places = new Uint32Array(values.length);
  for (let k = 0; k < places.length; k++) {
    const value = values[k] as number;
    let place = known.get(value);
    if (place === undefined) known.set(value, (place = known.size));
    places[k] = place;
  }
  return { places, size: known.size };
}

/** The starts and ends of stays in order of time, once for all resamples: these only weigh the stays, those alike together. */
export class StayChanges {
  /** The kind of each stay: same states, same times. */
  readonly kindOf: Uint32Array;
  readonly kinds: number;
  /** The kind of each change. */
  readonly #kind: Uint32Array;
  readonly #times: Float64Array;
  /** 1 where a stay begins, −1 where it ends. */
  readonly #sign: Int8Array;
  readonly #from: Uint8Array;
  /** Of an end: the state after it; −1 where a stay is not seen to end, or ends where it was. */
  readonly #to: Int8Array;
  /** 1 where a stay without length begins. */
  readonly #instant: Uint8Array;

  constructor(
    stays: readonly Stay[],
    readonly states: number,
  ) {
    const starts = numbered(Float64Array.from(stays, ({ start }) => start)).places,
      stops = numbered(Float64Array.from(stays, ({ stop }) => stop));
    const { places, size } = numbered(
      Float64Array.from(
        stays,
        ({ from, to }, k) =>
          ((starts[k] as number) * stops.size + (stops.places[k] as number)) * states * (states + 1) +
          from * (states + 1) +
          (to + 1),
      ),
    );
    this.kindOf = places;
    this.kinds = size;
    const examples = new Uint32Array(size);
    for (let k = stays.length - 1; k >= 0; k--) examples[places[k] as number] = k;
    const n = 2 * size,
      times = new Float64Array(n);
    examples.forEach((stay, kind) => {
      const { start, stop } = stays[stay] as Stay;
      times[2 * kind] = start;
      times[2 * kind + 1] = stop;
    });
    const order = orderBy(n, (c) => times[c] as number);
    this.#kind = order.map((change) => change >> 1);
    this.#times = new Float64Array(n);
    this.#sign = new Int8Array(n);
    this.#from = new Uint8Array(n);
    this.#to = new Int8Array(n).fill(-1);
    this.#instant = new Uint8Array(n);
    for (let k = 0; k < n; k++) {
      const change = order[k] as number,
        { from, to, start, stop } = stays[examples[change >> 1] as number] as Stay,
        begins = change % 2 === 0;
      this.#times[k] = times[change] as number;
      this.#sign[k] = begins ? 1 : -1;
      this.#from[k] = from;
      if (begins) this.#instant[k] = Number(start === stop);
      else if (to !== from) this.#to[k] = to;
    }
  }

  /** How often each kind of stay counts, by how often each stay does. */
  weigh(timesOf: (stay: number) => number, weights = new Uint32Array(this.kinds)): Uint32Array {
    const kinds = this.kindOf;
    weights.fill(0);
    for (let k = 0; k < kinds.length; k++) {
      const kind = kinds[k] as number;
      weights[kind] = (weights[kind] as number) + timesOf(k);
    }
    return weights;
  }

  /**
   * Nelson-Aalen increments: moves over those present just before (start < t ≤ stop); where a stay has no length, those who enter at
   * its time count too.
   *
   * @param weights how often each kind of stay counts; each stay once by default
   */
  steps(weights: Uint32Array = this.weigh(() => 1)): Steps {
    const K = this.states,
      present = new Float64Array(K),
      entering = new Float64Array(K),
      after = new Float64Array(K),
      instant = new Uint8Array(K),
      moved = new Float64Array(K * K);
    const times: number[] = [],
      from: number[] = [],
      to: number[] = [],
      hazards: number[] = [];
    const kinds = this.#kind,
      at = this.#times,
      signs = this.#sign,
      origins = this.#from,
      targets = this.#to,
      instants = this.#instant;
    for (let k = 0; k < at.length;) {
      const time = at[k] as number;
      let pairs = 0;
      for (; k < at.length && at[k] === time; k++) {
        const weight = weights[kinds[k] as number] as number;
        if (weight === 0) continue;
        const origin = origins[k] as number,
          target = targets[k] as number,
          sign = signs[k] as number;
        after[origin] = (after[origin] as number) + sign * weight;
        if (sign > 0) entering[origin] = (entering[origin] as number) + weight;
        if (instants[k] === 1) instant[origin] = 1;
        if (target < 0) continue;
        const pair = origin * K + target;
        moved[pair] = (moved[pair] as number) + weight;
        pairs++;
      }
      if (pairs > 0)
        moved.forEach((count, pair) => {
          if (count === 0) return;
          const origin = Math.floor(pair / K);
          times.push(time);
          from.push(origin);
          to.push(pair % K);
          hazards.push(
            count /
              ((present[origin] as number) + (instant[origin] as number) * (entering[origin] as number)),
          );
          moved[pair] = 0;
        });
      for (let state = 0; state < K; state++) {
        present[state] = (present[state] as number) + (after[state] as number);
        after[state] = entering[state] = instant[state] = 0;
      }
    }
    return {
      times: Float64Array.from(times),
      from: Uint8Array.from(from),
      to: Uint8Array.from(to),
      hazards: Float64Array.from(hazards),
    };
  }
}

/**
 * Moves a row vector of occupation probabilities through the moves of the time at k; `absorbing` keeps who enters it.
 *
 * @returns the place of the next time
 */
function advance(
  row: Float64Array,
  { times, from, to, hazards }: Steps,
  k: number,
  absorbing: number,
): number {
  const before = row.slice(),
    time = times[k] as number;
  let next = k;
  for (; next < times.length && times[next] === time; next++) {
    const origin = from[next] as number,
      target = to[next] as number;
    if (origin === absorbing) continue;
    const flow = (before[origin] as number) * (hazards[next] as number);
    row[origin] = (row[origin] as number) - flow;
    row[target] = (row[target] as number) + flow;
  }
  return next;
}

/** Occupation probabilities at t of one who is in `from` at s. */
export function occupation(
  all: Steps,
  K: number,
  from: number,
  s: number,
  t: number,
  absorbing = -1,
): Float64Array {
  const row = new Float64Array(K);
  row[from] = 1;
  let k = 0;
  while (k < all.times.length && (all.times[k] as number) <= s) k++;
  while (k < all.times.length && (all.times[k] as number) <= t) k = advance(row, all, k, absorbing);
  return row.map((value) => Math.min(1, Math.max(0, value)));
}

/** Expected time in a state during (0, horizon] of one who starts in `from`. */
export function timeIn(all: Steps, K: number, from: number, state: number, horizon: number): number {
  const row = new Float64Array(K);
  row[from] = 1;
  let total = 0,
    last = 0;
  for (let k = 0; k < all.times.length && (all.times[k] as number) <= horizon;) {
    total += (row[state] as number) * ((all.times[k] as number) - last);
    last = all.times[k] as number;
    // Moves at time 0 itself belong to (0, horizon] only in the limit; they are taken, so that instant moves count.
    k = advance(row, all, k, -1);
  }
  return total + (row[state] as number) * (horizon - last);
}
