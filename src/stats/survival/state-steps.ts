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

/** The starts and ends of stays in order of time, once for all resamples: these only weigh the stays. */
export class StayChanges {
  /** Changes in order of time: of stay c >> 1 the start where c is even, else the end. */
  readonly #order: Uint32Array;
  /** Times of the changes in that order. */
  readonly #times: Float64Array;
  readonly #from: Uint8Array;
  /** −1 where a stay is not seen to end, or ends where it was. */
  readonly #to: Int8Array;
  /** Stays without length. */
  readonly #instant: Uint8Array;

  constructor(
    stays: readonly Stay[],
    readonly states: number,
  ) {
    const times = new Float64Array(2 * stays.length);
    stays.forEach(({ start, stop }, k) => {
      times[2 * k] = start;
      times[2 * k + 1] = stop;
    });
    this.#order = orderBy(times.length, (c) => times[c] as number);
    this.#times = Float64Array.from(this.#order, (c) => times[c] as number);
    this.#from = Uint8Array.from(stays, ({ from }) => from);
    this.#to = Int8Array.from(stays, ({ from, to }) => (to === from ? -1 : to));
    this.#instant = Uint8Array.from(stays, ({ start, stop }) => Number(start === stop));
  }

  /**
   * Nelson-Aalen increments: moves over those present just before (start < t ≤ stop); where a stay has no length, those who enter at
   * its time count too.
   *
   * @param weights how often each stay counts; once by default
   */
  steps(weights?: Uint32Array): Steps {
    const K = this.states,
      present = new Float64Array(K),
      entering = new Float64Array(K),
      instant = new Uint8Array(K),
      moved = new Float64Array(K * K);
    const times: number[] = [],
      from: number[] = [],
      to: number[] = [],
      hazards: number[] = [];
    const order = this.#order,
      at = this.#times;
    for (let k = 0; k < order.length;) {
      const time = at[k] as number,
        first = k;
      entering.fill(0);
      instant.fill(0);
      let pairs = 0;
      for (; k < order.length && at[k] === time; k++) {
        const change = order[k] as number,
          stay = change >> 1,
          weight = weights === undefined ? 1 : (weights[stay] as number);
        if (weight === 0) continue;
        const origin = this.#from[stay] as number,
          target = this.#to[stay] as number;
        if (change % 2 === 0) {
          entering[origin] = (entering[origin] as number) + weight;
          if (this.#instant[stay] === 1) instant[origin] = 1;
        } else if (target >= 0) {
          const pair = origin * K + target;
          moved[pair] = (moved[pair] as number) + weight;
          pairs++;
        }
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
      for (let c = first; c < k; c++) {
        const change = order[c] as number,
          state = this.#from[change >> 1] as number,
          weight = weights === undefined ? 1 : (weights[change >> 1] as number);
        present[state] = (present[state] as number) + (change % 2 === 0 ? weight : -weight);
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
