import { hoursOfWeek, weeklyFactors } from '../alarms/weekly-rhythm.js';
import { Rhythm } from './hawkes-model.js';

/** One non-negative part of a baseline, as a function of time in hours; outside of `within` it is 0. */
export interface BaselineColumn {
  (t: number): number;
  readonly within?: Span;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

const HOURS = 24;
/** The fewest hours between two knots of the slow change of level. */
const TREND_KNOTS = 14 * 24;
/** How many straight pieces the slow level may have at most. */
const mostPieces = (horizon: number): number => Math.max(1, Math.round(horizon / TREND_KNOTS));
/** Hours that rounding may take from or add to a knot. */
const ROUNDING = 1e-6;
/** Step of the integrals, in hours: knots fall on it. */
const STEP = 0.25;

/** 1 at 0, 0 from a knot away on, straight between. */
const tent = (distance: number, width: number): number => Math.max(0, 1 - Math.abs(distance) / width);

/** How freely a baseline may change: straight pieces of its level, and parts of the day, 24 at most; 0: neither hours nor weekdays tell. */
export interface BaselineForm {
  readonly pieces: number;
  readonly parts: number;
}

/** Events for each number that a rhythm or a law of lags is fitted with: Peduzzi et al. 1996. */
const EVENTS_A_NUMBER = 10;
export const leastFor = (numbers: number): number => EVENTS_A_NUMBER * numbers;
const WEEKDAYS = 6;

/** Parts of the day, with weekdays, that so many events can tell. */
export function partsOfDay(events: number, byDay: boolean): number {
  const numbers = Math.floor(events / EVENTS_A_NUMBER) - WEEKDAYS;
  if (byDay) return numbers >= 0 ? HOURS : 0;
  return [HOURS, 8, 4, 2, 1].find((parts) => parts - 1 <= numbers) ?? 0;
}

/** None, one, two, four, as many pieces as a window may have. */
export function levelPieces(horizon: number): number[] {
  const most = mostPieces(horizon),
    choices = [0];
  for (let pieces = 1; pieces < most; pieces *= 2) choices.push(pieces);
  return [...choices, most];
}

/** Changes of the level of a rhythm: straight pieces. */
export function levelColumns(shape: BaselineColumn, horizon: number, pieces: number): BaselineColumn[] {
  if (pieces === 0) return [shape];
  const width = horizon / pieces;
  return Array.from({ length: pieces + 1 }, (_, k) =>
    Object.assign(
      (t: number): number => {
        const level = tent(t - k * width, width);
        return level === 0 ? 0 : level * shape(t);
      },
      { within: { from: (k - 1) * width - ROUNDING, to: (k + 1) * width + ROUNDING } },
    ),
  );
}

/**
 * A baseline is a sum of non-negative parts, so that the log-likelihood stays concave: around the rhythm h(hour)·w(weekday) that the
 * type shows, changes of its hours (tents of the day times w), of its weekdays (days times h), here as `hours`, and of its level
 * (`levelColumns` of `level`: tents at even distances times both). To the first order this is every rhythm near the one shown, and the slow
 * changes of what people write.
 *
 * @param times events of the type; `byDay`: only weekdays and level, for events that have no hour
 */
export function rhythmColumns(
  times: ArrayLike<number>,
  horizon: number,
  startHourOfWeek: number | undefined,
  byDay: boolean,
  weights: Float64Array | undefined,
  parts: number,
): { readonly hours: readonly BaselineColumn[]; readonly level: BaselineColumn } {
  if (startHourOfWeek === undefined || parts === 0) return { hours: [], level: () => 1 };
  const clock = new Rhythm(undefined, startHourOfWeek);
  const seen = new Float64Array(168);
  for (let k = 0; k < times.length; k++) {
    const hour = clock.hourOfWeek(times[k] as number);
    seen[hour] = (seen[hour] as number) + (weights?.[k] ?? 1);
  }
  const factors = weeklyFactors(seen, hoursOfWeek(horizon, startHourOfWeek));
  const days = Float64Array.from({ length: 7 }, (_, d) => mean(factors.subarray(24 * d, 24 * d + 24))),
    wide = HOURS / parts,
    partOf = (h: number): number => Math.floor((h % HOURS) / wide),
    byPart = Float64Array.from({ length: parts }, (_, part) =>
      mean(factors.filter((__, k) => partOf(k) === part)),
    );
  // All columns are asked of one time after the other: it is looked up once.
  let last = Number.NaN,
    day = 0,
    part = 0;
  const look = (t: number): void => {
    if (t === last) return;
    const ofWeek = clock.hourOfWeek(t);
    last = t;
    day = Math.floor(ofWeek / 24);
    part = partOf(ofWeek);
  };
  const ofDay: BaselineColumn = (t) => {
    look(t);
    return days[day] as number;
  };
  const eachDay = Array.from({ length: 7 }, (_, d): BaselineColumn => (t) => {
    look(t);
    return day === d ? 1 : 0;
  });
  if (byDay) return { hours: eachDay, level: ofDay };
  const eachPart = Array.from({ length: parts }, (_, h): BaselineColumn => (t) => {
    look(t);
    return part === h ? (days[day] as number) : 0;
  });
  const both: BaselineColumn = (t) => {
    look(t);
    return (byPart[part] as number) * (days[day] as number);
  };
  return { hours: eachPart, level: both };
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Integral of each column over the spans, by midpoints. */
export function integralsOf(columns: readonly BaselineColumn[], spans: readonly Span[]): Float64Array {
  const totals = new Float64Array(columns.length),
    { starts, ends } = withinOf(columns);
  for (const { from, to } of spans) {
    const steps = Math.max(1, Math.ceil((to - from) / STEP)),
      width = (to - from) / steps;
    for (let k = 0; k < steps; k++) {
      const t = from + (k + 0.5) * width;
      for (let j = 0; j < totals.length; j++)
        if (t >= (starts[j] as number) && t <= (ends[j] as number))
          totals[j] = (totals[j] as number) + width * (columns[j] as BaselineColumn)(t);
    }
  }
  return totals;
}

/** Each column at each time. */
export function valuesAt(columns: readonly BaselineColumn[], times: ArrayLike<number>): Float64Array[] {
  const values = columns.map(() => new Float64Array(times.length)),
    { starts, ends } = withinOf(columns);
  for (let k = 0; k < times.length; k++) {
    const t = times[k] as number;
    for (let j = 0; j < columns.length; j++)
      if (t >= (starts[j] as number) && t <= (ends[j] as number))
        (values[j] as Float64Array)[k] = (columns[j] as BaselineColumn)(t);
  }
  return values;
}

interface Within {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}
const withinKnown = new WeakMap<readonly BaselineColumn[], Within>();

/** Where each column is not 0; the same columns are asked for the gap before each event. */
function withinOf(columns: readonly BaselineColumn[]): Within {
  let within = withinKnown.get(columns);
  if (within === undefined) {
    within = {
      starts: Float64Array.from(columns, (column) => column.within?.from ?? -Infinity),
      ends: Float64Array.from(columns, (column) => column.within?.to ?? Infinity),
    };
    withinKnown.set(columns, within);
  }
  return within;
}

/** Which of some spans, in order and apart, a time is in; −1: none. */
export function placeIn(spans: readonly Span[], t: number): number {
  let low = 0,
    high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).to < t) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && (spans[low] as Span).from <= t ? low : -1;
}

/** The same times as spans in order and apart. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last === undefined || from > last.to) found.push({ from, to });
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return found;
}

/** What is left of [0, horizon] without spans that may overlap. */
export function spansWithout(horizon: number, out: readonly Span[]): Span[] {
  const left: Span[] = [];
  let reached = 0;
  for (const { from, to } of out.toSorted((a, b) => a.from - b.from)) {
    if (from > reached) left.push({ from: reached, to: Math.min(from, horizon) });
    reached = Math.max(reached, to);
  }
  if (reached < horizon) left.push({ from: reached, to: horizon });
  return left.filter(({ from, to }) => to > from);
}
