import { MONTHS } from '../util/french.js';

const HOUR = 3_600_000;

/** 01:00 UTC of the last Sunday of a month (0-based): when summer time begins and ends in the European Union. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0, 1);
  return last - new Date(last).getUTCDay() * 24 * HOUR;
}

/**
 * Hours to add to UTC for the wall clock of Paris: 1 in winter, 2 in summer (rule since 1996).
 *
 * @example
 * parisOffsetHours(Date.UTC(2026, 2, 29, 1))
 * // → 2
 */
export function parisOffsetHours(at: number): 1 | 2 {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 2 : 1;
}

/** Parts of the wall clock of Paris, two digits each but the year; `weekday` 0 is Sunday. */
export function parisClock(at: number): {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
  weekday: number;
} {
  const local = new Date(at + parisOffsetHours(at) * HOUR);
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    year: String(local.getUTCFullYear()),
    month: two(local.getUTCMonth() + 1),
    day: two(local.getUTCDate()),
    hour: two(local.getUTCHours()),
    minute: two(local.getUTCMinutes()),
    second: two(local.getUTCSeconds()),
    weekday: local.getUTCDay(),
  };
}

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** "12 mars 2026"; the first of a month is "1er". */
export function frenchDate(at: number): string {
  const { year, month, day } = parisClock(at);
  return `${day === '01' ? '1er' : Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "mardi". */
export function frenchWeekday(at: number): string {
  return WEEKDAYS[parisClock(at).weekday] as string;
}
