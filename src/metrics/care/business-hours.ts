import type { BusinessHours } from '../../model/config.js';
import { DeversoirError } from '../../util/errors.js';
import type { Bilingual } from '../../model/index.js';
import { zoneOffset } from '../../util/zones.js';

const DAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/**
 * Opening hours in words; days that follow each other as a range.
 *
 * @example
 * hoursInWords({ days: [1, 2, 3, 4, 5, 7], from: 9, to: 18.5 }).fr
 * // → 'lundi à vendredi, dimanche, de 9 h à 18 h 30'
 */
export function hoursInWords({ days, from, to }: BusinessHours): Bilingual {
  const runs: [first: number, last: number][] = [];
  for (const day of [...new Set(days)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  const told = (names: readonly string[], link: string): string =>
    runs
      .flatMap(([first, last]) =>
        last - first < 2 ? names.slice(first - 1, last) : [`${names[first - 1]}${link}${names[last - 1]}`],
      )
      .join(', ');
  const minutes = (at: number): string => String(Math.round((at % 1) * 60)).padStart(2, '0');
  const fr = (at: number): string => `${Math.floor(at)} h${at % 1 === 0 ? '' : ` ${minutes(at)}`}`;
  const en = (at: number): string => `${Math.floor(at)}:${minutes(at)}`;
  return {
    fr: `${told(DAYS.fr, ' à ')}, de ${fr(from)} à ${fr(to)}`,
    en: `${told(DAYS.en, ' to ')}, ${en(from)} to ${en(to)}`,
  };
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
