import { DeversoirError } from '../util/errors.js';

/** Days `from` (included) to `until` (left out), as `2026-07-01`. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

const DAY = 86_400_000;
const text = (year: number, month: number, day: number): string => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.toISOString().slice(0, 10);
};

/** Monday of an ISO week: that of the week of 4 January is week 1. */
function monday(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
}

const SHAPES: readonly (readonly [RegExp, (...parts: number[]) => DaySpan | undefined])[] = [
  [/^(\d{4})$/, (year = 0) => ({ from: text(year, 0, 1), until: text(year + 1, 0, 1) })],
  [
    /^(\d{4})-Q([1-4])$/,
    (year = 0, quarter = 1) => ({ from: text(year, 3 * quarter - 3, 1), until: text(year, 3 * quarter, 1) }),
  ],
  [
    /^(\d{4})-(0[1-9]|1[0-2])$/,
    (year = 0, month = 1) => ({ from: text(year, month - 1, 1), until: text(year, month, 1) }),
  ],
  [
    /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/,
    (year = 0, week = 1) => {
      const start = monday(year, week);
      if (start >= monday(year + 1, 1)) return undefined;
      const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
      return { from: day(start), until: day(start + 7 * DAY) };
    },
  ],
  [
    /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    (year = 0, month = 1, day = 1) => {
      const from = text(year, month - 1, day);
      return Number(from.slice(8)) === day ? { from, until: text(year, month - 1, day + 1) } : undefined;
    },
  ],
];

/**
 * The days of a calendar period: a year, a quarter, a month, an ISO week or a day. Throws `option-invalid` for any other text.
 *
 * @example
 * daysOfPeriod('2026-W01')
 * // → { from: '2025-12-29', until: '2026-01-05' }
 */
export function daysOfPeriod(period: string): DaySpan {
  for (const [shape, span] of SHAPES) {
    const match = shape.exec(period);
    const found = match && span(...match.slice(1).map(Number));
    if (found) return found;
  }
  throw new DeversoirError('option-invalid', `period "${period}"`, {
    hint: 'expected a year 2026, a quarter 2026-Q3, a month 2026-07, an ISO week 2026-W30 or a day 2026-07-14',
  });
}
