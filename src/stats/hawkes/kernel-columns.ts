import { BinnedMemory } from './hawkes-bins.js';
import { memoryAt, timesOf } from './hawkes-memory.js';
import type { EventSequence } from './hawkes-model.js';
import { spansWithout, type Span } from './kernel-baseline.js';
import { grouped } from '../../util/grouped.js';

export interface KernelRowsInput {
  /** Its last type may hold the events of shocks, which are no target. */
  readonly events: EventSequence;
  readonly halfLives: readonly number[];
  readonly startHourOfWeek: number | undefined;
  readonly shocks: readonly Span[];
  /** Where a type with exact times is not watched, by type; a type known by bins is watched in its bins. */
  readonly unseen?: ReadonlyMap<number, readonly Span[]>;
  readonly pairs: readonly KnownPair[];
}

/** An event that is known to have been set off by another. */
export interface KnownPair {
  readonly target: number;
  readonly source: number;
  /** Time of the event, as in the sequence, and hours since the one that set it off. */
  readonly time: number;
  readonly lag: number;
}

/**
 * ∫ of the memory of a source over the spans, per unit of effect: Σ over its events, in order of time, of the share of their exponential
 * follow-ups that falls there. Spans do not overlap.
 */
export function exposureIn(times: ArrayLike<number>, beta: number, spans: readonly Span[]): number {
  const edges = spans.flatMap(({ from, to }) => [
    { t: from, sign: -1 },
    { t: to, sign: 1 },
  ]);
  let total = 0,
    memory = 0,
    count = 0,
    last = 0,
    k = 0;
  for (const { t, sign } of edges.toSorted((a, b) => a.t - b.t)) {
    for (; k < times.length && (times[k] as number) < t; k++) {
      memory = memory * Math.exp(-beta * ((times[k] as number) - last)) + 1;
      last = times[k] as number;
      count++;
    }
    total += sign * (count - memory * Math.exp(-beta * (t - last)));
  }
  return total;
}

export interface Column {
  readonly column: Float64Array;
  readonly exposure: number;
}

/** The known pair of each event of a target, where there is one. */
export function pairsOf(
  { pairs, events }: KernelRowsInput,
  target: number,
  times: Float64Array,
): readonly (KnownPair | undefined)[] {
  const known = grouped(
    pairs.filter((pair) => pair.target === target && events.bins?.has(target) !== true),
    ({ time }) => time,
  );
  return Array.from(times, (t) => known.get(t)?.shift());
}

/**
 * What is known to come from a source is a process of its own: the found share of its effect. The rest comes among events of unknown
 * origin; both sizes add up, so that links which find little do not make the effect small, nor large.
 */
export function ofUnknown(column: Float64Array, pairs: readonly (KnownPair | undefined)[]): Float64Array {
  const found = column.slice();
  for (let k = 0; k < found.length; k++) if (pairs[k] !== undefined) found[k] = 0;
  return found;
}
export function ofKnown(
  pairs: readonly (KnownPair | undefined)[],
  source: number,
  beta: number,
): Float64Array {
  const found = new Float64Array(pairs.length);
  for (let k = 0; k < found.length; k++) {
    const pair = pairs[k];
    if (pair?.source === source) found[k] = beta * Math.exp(-beta * pair.lag);
  }
  return found;
}

/** One column of a known shape in the place of the grid: the first, the others are left without exposure. */
export const joined = (grid: readonly Column[], shape: readonly number[]): Column[] =>
  grid.map(({ column }, place) =>
    place > 0
      ? { column: new Float64Array(column.length), exposure: 0 }
      : {
          column: column.map((_, k) => {
            let sum = 0;
            for (let g = 0; g < grid.length; g++)
              sum += (shape[g] as number) * ((grid[g] as Column).column[k] as number);
            return sum;
          }),
          exposure: grid.reduce((sum, own, g) => sum + (shape[g] as number) * own.exposure, 0),
        },
  );

/** A bin that a shock touches sets nothing off by itself, as no exact event in a shock does: what follows it follows the shock. */
function withoutShockBins(events: EventSequence, source: number, shocks: readonly Span[]): EventSequence {
  const own = events.bins?.get(source);
  if (own === undefined || shocks.length === 0) return events;
  const touched = Array.from(own.low, (low, b) =>
    shocks.some(({ from, to }) => low < to && (own.high[b] as number) > from),
  );
  const inTouched = (t: number): boolean =>
    touched.some((isTouched, b) => isTouched && t >= (own.low[b] as number) && t < (own.high[b] as number));
  const apart = events.K - 1;
  return {
    ...events,
    types: events.types.map((type, k) =>
      type === source && inTouched(events.times[k] as number) ? apart : type,
    ),
    bins: new Map([
      ...(events.bins ?? []),
      [source, { ...own, counts: own.counts.map((count, b) => (touched[b] === true ? 0 : count)) }],
    ]),
  };
}

/** Memory of one source with one decay at the events of the target, as a density, and what it adds up to. */
export function kernelColumn(
  { events, shocks }: KernelRowsInput,
  target: number,
  source: number,
  beta: number,
  spans: readonly Span[],
): Column {
  const binned = events.bins?.has(target) === true || events.bins?.has(source) === true;
  if (!binned) {
    const column = memoryAt(events, target, source, beta, new Float64Array(timesOf(events, target).length));
    for (let k = 0; k < column.length; k++) column[k] = (column[k] as number) * beta;
    return { column, exposure: exposureIn(timesOf(events, source), beta, spans) };
  }
  const exact = events.bins?.has(target) !== true,
    ordinary = exact ? withoutShockBins(events, source, shocks) : events;
  const memory = new BinnedMemory(ordinary, target, source);
  const left = (): number => exposureIn(timesOf(ordinary, source), beta, spansWithout(events.horizon, spans));
  return {
    column: memory.at(beta).map((value) => value * beta),
    exposure: exact ? Math.max(0, memory.exposure(beta) - left()) : beta * memory.overBins(beta),
  };
}
