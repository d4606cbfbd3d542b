import { at } from '../checks.js';

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
  readonly #order: Uint32Array;
  readonly #times: Float64Array;

  constructor(
    readonly stays: readonly Stay[],
    readonly states: number,
  ) {
    this.#times = Float64Array.from({ length: 2 * stays.length }, (_, c) => {
      const { start, stop } = stays[c >> 1] as Stay;
      return c % 2 === 0 ? start : stop;
    });
    this.#order = Uint32Array.from(this.#times, (_, c) => c).sort(
      (a, b) => at(this.#times, a) - at(this.#times, b) || a - b,
    );
  }

  /**
   * Nelson-Aalen increments: moves over those present just before (start < t ≤ stop); where a stay has no length, those who enter at
   * its time count too.
   *
   * @param weightOf how often each stay counts; once by default
   */
  steps(weightOf?: (stay: number) => number): Steps {
    const K = this.states,
      present = new Float64Array(K),
      entering = new Float64Array(K),
      instant = new Uint8Array(K),
      moved = new Float64Array(K * K);
    const times: number[] = [],
      from: number[] = [],
      to: number[] = [],
      hazards: number[] = [];
    for (let k = 0; k < this.#order.length;) {
      const time = at(this.#times, at(this.#order, k)),
        first = k;
      entering.fill(0);
      instant.fill(0);
      let pairs = 0;
      for (; k < this.#order.length && at(this.#times, at(this.#order, k)) === time; k++) {
        const change = at(this.#order, k),
          stay = this.stays[change >> 1] as Stay,
          weight = weightOf === undefined ? 1 : weightOf(change >> 1);
        if (weight === 0) continue;
        if (change % 2 === 0) {
          entering[stay.from] = at(entering, stay.from) + weight;
          if (stay.stop === time) instant[stay.from] = 1;
        } else if (stay.to >= 0 && stay.to !== stay.from) {
          const pair = stay.from * K + stay.to;
          moved[pair] = at(moved, pair) + weight;
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
          hazards.push(count / (at(present, origin) + at(instant, origin) * at(entering, origin)));
          moved[pair] = 0;
        });
      for (let c = first; c < k; c++) {
        const change = at(this.#order, c),
          { from: state } = this.stays[change >> 1] as Stay,
          weight = weightOf === undefined ? 1 : weightOf(change >> 1);
        present[state] = at(present, state) + (change % 2 === 0 ? weight : -weight);
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
    time = at(times, k);
  let next = k;
  for (; next < times.length && times[next] === time; next++) {
    const origin = at(from, next),
      target = at(to, next);
    if (origin === absorbing) continue;
    const flow = at(before, origin) * at(hazards, next);
    row[origin] = at(row, origin) - flow;
    row[target] = at(row, target) + flow;
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
  while (k < all.times.length && at(all.times, k) <= s) k++;
  while (k < all.times.length && at(all.times, k) <= t) k = advance(row, all, k, absorbing);
  return row.map((value) => Math.min(1, Math.max(0, value)));
}

/** Expected time in a state during (0, horizon] of one who starts in `from`. */
export function timeIn(all: Steps, K: number, from: number, state: number, horizon: number): number {
  const row = new Float64Array(K);
  row[from] = 1;
  let total = 0,
    last = 0;
  for (let k = 0; k < all.times.length && at(all.times, k) <= horizon;) {
    total += at(row, state) * (at(all.times, k) - last);
    last = at(all.times, k);
    // Moves at time 0 itself belong to (0, horizon] only in the limit; they are taken, so that instant moves count.
    k = advance(row, all, k, -1);
  }
  return total + at(row, state) * (horizon - last);
}
