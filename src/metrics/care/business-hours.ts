import { DeversoirError } from '../../util/errors.js';
import { zoneOffset } from '../../util/zones.js';

/** When the brand answers, in local time. */
export interface BusinessHours {
  /** Days of the week, 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  /** Hours of the day, 0 to 24: open from `from` until `to`. */
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * A clock that runs only while the brand is open: hours between two instants (ms), nights and closed days left out. Public holidays are days
 * like others.
 *
 * Throws `option-invalid` for days or hours that can't be.
 *
 * @example
 * const open = businessClock({ days: [1, 2, 3, 4, 5], from: 9, to: 18 }, 'Europe/Paris');
 * [open(Date.UTC(2026, 0, 9, 16), Date.UTC(2026, 0, 12, 9)), open(Date.UTC(2026, 0, 10), Date.UTC(2026, 0, 11))]
 * // → [2, 0]
 */
export function businessClock(
  { days, from, to }: BusinessHours,
  zone: string,
): (start: number, end: number) => number {
  if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    throw new DeversoirError('option-invalid', `businessHours.days ${JSON.stringify(days)}`, {
      hint: 'expected days of the week, 1 for Monday to 7 for Sunday',
    });
  if (!(from >= 0 && from < to && to <= 24))
    throw new DeversoirError('option-invalid', `businessHours from ${from} to ${to}`, {
      hint: 'expected hours of the day, 0 ≤ from < to ≤ 24',
    });
  const isOpen = Array.from({ length: 7 }, (_, at) => days.includes(at + 1));
  const perWeek = (to - from) * isOpen.filter(Boolean).length;
  /** Open hours of the wall clock from Monday, 29 December 1969. */
  const elapsed = (at: number): number => {
    const sinceMonday = at + zoneOffset(zone, at) + 3 * DAY;
    const day = Math.floor(sinceMonday / DAY),
      week = Math.floor(day / 7);
    let hours = week * perWeek;
    for (let of = week * 7; of < day; of++) if (isOpen[of - week * 7] === true) hours += to - from;
    if (isOpen[day - week * 7] === true)
      hours += Math.min(to - from, Math.max(0, (sinceMonday - day * DAY) / HOUR - from));
    return hours;
  };
  return (start, end) => elapsed(end) - elapsed(start);
}
