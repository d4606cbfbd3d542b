import type { Draw } from './draw.js';
import { parisOffsetHours } from './paris-time.js';

const HOUR = 3_600_000;

/** Relative activity by hour of the day (24 values) and weekday (7 values, Sunday first). Means are scaled to 1. */
export interface Rhythm {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

/** No rhythm: the same activity at all times. */
export const FLAT_RHYTHM: Rhythm = { hours: Array<number>(24).fill(1), weekdays: Array<number>(7).fill(1) };

/** What customers do: quiet nights, a peak at lunch, the highest one in the evening; a little less at the weekend. */
export const CUSTOMER_RHYTHM: Rhythm = {
  hours: [
    0.35, 0.2, 0.12, 0.08, 0.08, 0.15, 0.4, 0.8, 1.1, 1.25, 1.3, 1.3, 1.5, 1.35, 1.15, 1.1, 1.15, 1.35, 1.55,
    1.7, 1.8, 1.7, 1.3, 0.8,
  ],
  weekdays: [0.85, 1.1, 1.05, 1.05, 1, 1, 0.95],
};

/** What newsrooms do: working days, mornings and late afternoons. */
export const PRESS_RHYTHM: Rhythm = {
  hours: [
    0.1, 0.05, 0.05, 0.05, 0.3, 0.8, 1.8, 2, 1.8, 1.6, 1.6, 1.6, 1.3, 1.2, 1.4, 1.5, 1.7, 1.9, 1.6, 1, 0.6,
    0.4, 0.2, 0.15,
  ],
  weekdays: [0.5, 1.15, 1.2, 1.2, 1.2, 1.15, 0.6],
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Activity at an instant, on the wall clock of Paris; mean 1 over a week. */
export function rhythmAt(rhythm: Rhythm, at: number): number {
  const local = new Date(at + parisOffsetHours(at) * HOUR);
  return (
    (((rhythm.hours[local.getUTCHours()] as number) / mean(rhythm.hours)) *
      (rhythm.weekdays[local.getUTCDay()] as number)) /
    mean(rhythm.weekdays)
  );
}

/** Instants of an inhomogeneous Poisson process of `perDay` events a day in [from, to), by thinning, in order of time. */
export function rhythmicTimes(
  draw: Draw,
  perDay: number,
  rhythm: Rhythm,
  from: number,
  to: number,
): number[] {
  const top =
    ((Math.max(...rhythm.hours) / mean(rhythm.hours)) * Math.max(...rhythm.weekdays)) / mean(rhythm.weekdays);
  const times: number[] = [];
  for (let at = from; ;) {
    at += draw.exponential(perDay * top) * 24 * HOUR;
    if (!(at < to)) return times;
    if (draw.chance(rhythmAt(rhythm, at) / top)) times.push(Math.floor(at));
  }
}
