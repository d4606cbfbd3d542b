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
      (a, b) => (this.#times[a] as number) - (this.#times[b] as number) || a - b,
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
      const time = this.#times[this.#order[k] as number] as number,
        first = k;
      entering.fill(0);
      instant.fill(0);
      let pairs = 0;
      for (; k < this.#order.length && (this.#times[this.#order[k] as number] as number) === time; k++) {
        const change = this.#order[k] as number,
          stay = this.stays[change >> 1] as Stay,
          weight = weightOf === undefined ? 1 : weightOf(change >> 1);
        if (weight === 0) continue;
        if (change % 2 === 0) {
          entering[stay.from] = (entering[stay.from] as number) + weight;
          if (stay.stop === time) instant[stay.from] = 1;
        } else if (stay.to >= 0 && stay.to !== stay.from) {
          const pair = stay.from * K + stay.to;
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
        const change = this.#order[c] as number,
          { from: state } = this.stays[change >> 1] as Stay,
          weight = weightOf === undefined ? 1 : weightOf(change >> 1);
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
