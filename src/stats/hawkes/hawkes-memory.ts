import type { EventSequence } from './hawkes-model.js';

/**
 * Memory of source j with decay β at the events of target i: r(t) = Σ exp(−β·(t − t_k)) over events t_k < t of type j, one
 * value per event of type i. Recursive, O(n). Events at one same time don't excite each other, whatever their order.
 */
export function memoryAt(
  events: EventSequence,
  target: number,
  source: number,
  beta: number,
  out: Float64Array,
): Float64Array {
  const { times, types, count } = events;
  let sum = 0,
    last = 0,
    filled = 0;
  for (let k = 0; k < count;) {
    const t = times[k] as number;
    sum *= Math.exp(-beta * (t - last));
    last = t;
    let arrived = 0;
    for (; k < count && times[k] === t; k++) {
      const type = types[k];
      if (type === target) out[filled++] = sum;
      if (type === source) arrived++;
    }
    sum += arrived;
  }
  return out;
}

/** Σ (1 − exp(−β·(T − t_k))) over events of the source: the expected share of its direct events that fall in the window. */
export function exposure(events: EventSequence, source: number, beta: number): number {
  let total = 0;
  for (let k = 0; k < events.count; k++)
    if (events.types[k] === source)
      total -= Math.expm1(-beta * (events.horizon - (events.times[k] as number)));
  return total;
}

export const countsOf = (events: EventSequence): number[] => {
  const counts = Array.from({ length: events.K }, () => 0);
  for (let k = 0; k < events.count; k++)
    counts[events.types[k] as number] = (counts[events.types[k] as number] as number) + 1;
  return counts;
};

/** Times of the events of one type. */
export function timesOf({ times, types }: EventSequence, type: number): Float64Array {
  const found = new Float64Array(times.length);
  let count = 0;
  for (let k = 0; k < times.length; k++) if (types[k] === type) found[count++] = times[k] as number;
  return found.slice(0, count);
}
