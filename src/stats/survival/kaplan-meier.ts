import {
  checkEvents,
  checkLevel,
  checkList,
  checkNumbers,
  checkSameLength,
  checkSome,
  orderBy,
  type Numbers,
} from '../checks.js';
import { checkOptions } from '../../util/checked-options.js';
import { DeversoirError } from '../../util/errors.js';
import { clopperPearsonInterval, zOf } from '../shares/interval.js';

export interface DurationsInput {
  /** Time from start to event or to the end of observation, any unit, at least 0. */
  readonly durations: Numbers;
  /** True (or 1) where the event was seen, false (0) where the duration is censored. */
  readonly eventObserved: ArrayLike<boolean | number>;
  /** Time from which a subject is under observation (left truncation); 0 by default. At risk: entry < t ≤ duration. */
  readonly entry?: Numbers;
  /** Coverage of the intervals; 0.95 by default. */
  readonly level?: number;
}

export interface SurvivalPoint {
  readonly survival: number;
  readonly stdErr: number;
  readonly low: number;
  readonly high: number;
  /** Under observation just before this time. */
  readonly atRisk: number;
}

export interface QuantileEstimate {
  /** Smallest time by which a share p has had the event; absent when the curve does not get there. */
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface KaplanMeier {
  /** Times with an event or a censoring, upwards; all columns below have this length. */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Greenwood standard error of `survival`. */
  readonly stdErr: Float64Array;
  /** Log-log interval; `undefined` where survival is 0 or 1, where it has no width to offer. */
  readonly low: readonly (number | undefined)[];
  readonly high: readonly (number | undefined)[];
  readonly n: number;
  readonly totalEvents: number;
  readonly level: number;
  readonly method: 'kaplan-meier, log-log interval';
  /** Share without the event at time t; `undefined` after the last duration, where nothing was observed, unless no one is left. */
  survivalAt(t: number): number | undefined;
  /** The curve at time t with interval and numbers at risk; where survival is still 1 or already 0, Clopper-Pearson on those at risk. */
  at(t: number): SurvivalPoint | undefined;
  /** Time by which a share p has had the event, with the interval read off the bounds, as R `quantile.survfit` does. */
  quantile(p: number): QuantileEstimate;
}

interface LifeTable {
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
}

/** Distinct durations with the counts at each. */
export function lifeTable({ durations, eventObserved, entry }: DurationsInput): LifeTable {
  const n = durations.length;
  const order = orderBy(n, (i) => durations[i] as number);
  const entries = entry === undefined ? new Float64Array(n).fill(-1) : Float64Array.from(entry).sort();
  const times: number[] = [],
    atRisk: number[] = [],
    events: number[] = [],
    censored: number[] = [];
  for (let k = 0, entered = 0; k < n;) {
    const t = durations[order[k] as number] as number;
    while (entered < n && (entries[entered] as number) < t) entered++;
    const first = k;
    let dead = 0;
    for (; k < n && (durations[order[k] as number] as number) === t; k++)
      if (eventObserved[order[k] as number]) dead++;
    times.push(t);
    atRisk.push(entered - first);
    events.push(dead);
    censored.push(k - first - dead);
  }
  return {
    times: Float64Array.from(times),
    atRisk: Float64Array.from(atRisk),
    events: Float64Array.from(events),
    censored: Float64Array.from(censored),
  };
}

export function checkDurations({ durations, eventObserved, entry }: DurationsInput): void {
  checkList('durations', durations);
  checkSome('durations', durations);
  checkNumbers('durations', durations, 0);
  checkEvents(eventObserved);
  checkSameLength('durations and eventObserved', durations, eventObserved);
  if (entry === undefined) return;
  checkSameLength('durations and entry', durations, entry);
  checkNumbers('entry', entry, 0);
  for (let i = 0; i < entry.length; i++) {
    if ((entry[i] as number) >= (durations[i] as number)) {
      throw new DeversoirError(
        'data-invalid',
        `entry ${entry[i] as number} with duration ${durations[i] as number} at index ${i}`,
        { hint: 'a subject must enter before its duration ends' },
      );
    }
  }
}

/** Last index with times[index] ≤ t, or −1. */
export function lastIndexUpTo(times: Numbers, t: number): number {
  let low = 0,
    high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** First time where the curve is at or under `target`; the middle of the flat part when it lies exactly on it. */
function crossing(
  times: Float64Array,
  curve: readonly (number | undefined)[],
  target: number,
): number | undefined {
  const close = 1e-9;
  const first = curve.findIndex((value) => value !== undefined && value <= target + close);
  if (first < 0) return undefined;
  if ((curve[first] as number) < target - close) return times[first];
  const next = curve.findIndex((value, i) => i > first && value !== undefined && value < target - close);
  return next < 0 ? times[first] : ((times[first] as number) + (times[next] as number)) / 2;
}

/** The interval on the log(−log) scale; nothing where the estimate is 0 or 1. */
export function logLogInterval(share: number, stdErr: number, z: number): [number, number] | undefined {
  if (!(share > 0 && share < 1)) return undefined;
  const half = (z * stdErr) / (share * Math.abs(Math.log(share)));
  const centre = Math.log(-Math.log(share));
  return [Math.exp(-Math.exp(centre + half)), Math.exp(-Math.exp(centre - half))];
}

/**
 * Kaplan-Meier curve: share still without the event, the censored counted while they are observed. Greenwood standard
 * error, log-log intervals; times tied between event and censoring count the event first. Equals R
 * `survfit(conf.type = "log-log")`. Kaplan & Meier 1958. O(n log n).
 *
 * @returns columns per distinct duration; `survival` in [0, 1]. With all censored the curve stays at 1 and quantiles are absent.
 * @throws DeversoirError `data-invalid` for no duration, a negative one, an event that is neither true nor false or arrays of unequal length
 * @example
 * const hours = [2, 3, 3, 8, 12];
 * const replied = [true, true, false, true, false];
 * const curve = kaplanMeier({ durations: hours, eventObserved: replied });
 * [curve.survivalAt(4), curve.quantile(0.5).value, curve.survivalAt(20)]
 * // → [0.6, 8, undefined]
 */
export function kaplanMeier(input: DurationsInput): KaplanMeier {
  checkOptions(input, ['durations', 'eventObserved', 'entry', 'level']);
  const { level = 0.95 } = input;
  checkLevel(level);
  checkDurations(input);
  const { times, atRisk, events, censored } = lifeTable(input);
  const z = zOf(level);
  const survival = new Float64Array(times.length),
    stdErr = new Float64Array(times.length);
  const low: (number | undefined)[] = [],
    high: (number | undefined)[] = [];
  let s = 1,
    greenwood = 0,
    interval: [number, number] | undefined;
  for (let k = 0; k < times.length; k++) {
    const d = events[k] as number,
      y = atRisk[k] as number;
    if (d > 0) {
      s *= 1 - d / y;
      greenwood += d === y ? 0 : d / (y * (y - d));
      interval = logLogInterval(s, s * Math.sqrt(greenwood), z);
    }
    survival[k] = s;
    stdErr[k] = s * Math.sqrt(greenwood);
    low.push(interval?.[0]);
    high.push(interval?.[1]);
  }
  const pointAt = (t: number): SurvivalPoint | undefined => {
    const last = times[times.length - 1] as number;
    if (!(t >= 0) || (t > last && s > 0)) return undefined;
    const k = lastIndexUpTo(times, t);
    const next = k >= 0 && times[k] === t ? k : k + 1;
    const risk = next < times.length ? (atRisk[next] as number) : 0;
    const value = k < 0 ? 1 : (survival[k] as number);
    const bounds = k < 0 ? undefined : ([low[k], high[k]] as const);
    if (bounds?.[0] !== undefined && bounds[1] !== undefined)
      return { survival: value, stdErr: stdErr[k] as number, low: bounds[0], high: bounds[1], atRisk: risk };
    const people = Math.max(1, risk);
    const exact = clopperPearsonInterval(value === 1 ? people : 0, people, level);
    return { survival: value, stdErr: 0, low: exact.low, high: exact.high, atRisk: risk };
  };
  return {
    times,
    atRisk,
    events,
    censored,
    survival,
    stdErr,
    low,
    high,
    level,
    n: input.durations.length,
    totalEvents: events.reduce((sum, d) => sum + d, 0),
    method: 'kaplan-meier, log-log interval',
    at: pointAt,
    survivalAt: (t) => pointAt(t)?.survival,
    quantile: (p) => quantileOf({ times, survival, low, high }, p),
  };
}

function quantileOf(
  curve: Pick<KaplanMeier, 'times' | 'survival' | 'low' | 'high'>,
  p: number,
): QuantileEstimate {
  if (!(p > 0 && p < 1))
    throw new DeversoirError('option-invalid', `p = ${p}`, { hint: 'use a share between 0 and 1' });
  const value = crossing(curve.times, [...curve.survival], 1 - p);
  const low = crossing(curve.times, curve.low, 1 - p);
  const high = crossing(curve.times, curve.high, 1 - p);
  return {
    ...(value === undefined ? {} : { value }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}
