import type { Draw } from './draw.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Last Sunday of a month of 31 days, 01:00 UTC: Europe changes its clocks. */
function change(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * DAY;
}

/** Hours that clocks in Paris are ahead of UTC. */
export function ahead(at: number): number {
  const year = new Date(at).getUTCFullYear();
  return at >= change(year, 2) && at < change(year, 9) ? 2 : 1;
}

/** The clock in Paris, told as if it were UTC. */
export const wall = (at: number): Date => new Date(at + ahead(at) * HOUR);

/** Customers write at lunch, after work and on Sunday evenings; hardly at night. */
const HOURS = [2, 1, 0.6, 0.4, 0.4, 0.8, 2, 4, 6, 7, 7, 7, 9, 8, 6, 6, 6, 7, 9, 11, 12, 11, 8, 4] as const;
const WEEKDAYS = [1.1, 1.25, 1.05, 1, 0.95, 0.9, 0.85] as const;

/** An instant when a customer would write, between two. */
export function customerTime(draw: Draw, from: number, to: number): number {
  for (;;) {
    const at = Math.floor(draw.between(from, to)),
      clock = wall(at);
    const weight = (HOURS[clock.getUTCHours()] ?? 1) * (WEEKDAYS[clock.getUTCDay()] ?? 1);
    if (draw.next() * 15 < weight) return at;
  }
}

/** A customer who would write at that time sleeps first. */
export function awake(draw: Draw, at: number): number {
  const hour = wall(at).getUTCHours();
  return hour < 7 ? at + (7 - hour + draw.between(0, 2)) * HOUR : at;
}

const OPENS = 9,
  CLOSES = 17;
const open = (at: number): boolean => {
  const clock = wall(at),
    day = clock.getUTCDay(),
    hour = clock.getUTCHours();
  return day > 0 && day < 6 && hour >= OPENS && hour < CLOSES;
};

/** Days in which staff works at this share of its speed. */
export interface Pause {
  readonly from: number;
  readonly to: number;
  readonly speed: number;
}

/** When staff is done after so many hours of work, on weekdays from 9 to 17; what came in over the week-end takes longer. */
export function staffTime(draw: Draw, at: number, hours: number, pauses: readonly Pause[] = []): number {
  const day = wall(at).getUTCDay();
  let left = hours * (day === 0 || day === 6 ? draw.between(1.2, 2) : 1);
  let now = at;
  const step = HOUR / 12;
  while (left > 0) {
    now += step;
    if (open(now)) left -= (pauses.find(({ from, to }) => now >= from && now < to)?.speed ?? 1) / 12;
  }
  return now + Math.floor(draw.between(0, 4 * 60_000));
}
