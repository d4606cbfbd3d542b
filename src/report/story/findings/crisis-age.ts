import { dateOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';

const DAY = 86_400_000;
/** What ended within a quarter of the end of the exports is new; before that, half as new with each quarter. */
const QUARTER = 92 * DAY;
/** What ended longer before is past, and told as such. */
export const PAST = 2 * QUARTER;
/** Id of the largest movement of the past: a long period does not lead with it, nor leave it out. */
export const PAST_CRISIS = 'past-crisis';

/** The last day of the exports on which something critical was said or an article came out. */
export function lastDay({ metrics }: Telling): number {
  const days = rowsOf(metrics.get('crisisTimeline')).filter((day) => day['sheetId'] === null);
  return Date.parse(textOf(days.at(-1), 'day'));
}

/** How long before the last day a movement ended; 0 where no day is known. */
export const ageOf = (row: Row, last: number): number =>
  Math.max(0, last - (dateOf(row, 'end')?.getTime() ?? last)) || 0;

/**
 * How new a movement of so many milliseconds ago is, in (0, 1].
 *
 * @example
 * [recency(0), recency(92 * 86_400_000), recency(184 * 86_400_000)]
 * // → [1, 1, 0.5]
 */
export const recency = (age: number): number => 2 ** -Math.max(0, age / QUARTER - 1);
