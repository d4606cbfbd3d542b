import { dateOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';

const DAY = 86_400_000;
/** What ended within a quarter of the end of the exports is new; before that, half as new with each quarter. */
const QUARTER = 92 * DAY;
/** What ended longer before is past, and told as such. */
export const PAST = 2 * QUARTER;
/** Id of the largest movement of the past, and beginning of that of the others: a long period does not lead with them; it is told of the largest. */
export const PAST_CRISIS = 'past-crisis';

/** Days of the whole corpus: critical public messages and articles of each. */
const daysOf = ({ metrics }: Telling): Row[] =>
  rowsOf(metrics.get('crisisTimeline')).filter((day) => day['sheetId'] === null);

/** The last day of the exports on which something critical was said or an article came out. */
export const lastDay = (telling: Telling): number => Date.parse(textOf(daysOf(telling).at(-1), 'day'));

/** A movement's part of its brand's critical public messages of the quarter that ends with it, of so many in all where no day is known: five years make no crisis small. */
export function shareOfQuarter(sheet: Row, all: number, telling: Telling): number {
  const end = dateOf(sheet, 'end')?.getTime() ?? Number.NaN;
  const near = daysOf(telling).filter((day) => {
    const at = Date.parse(textOf(day, 'day'));
    return day['brand'] === sheet['brand'] && at <= end && at > end - QUARTER;
  });
  const around = near.reduce((sum, day) => sum + numberOf(day, 'messages'), 0);
  return Math.min(1, numberOf(sheet, 'messages') / Math.max(1, around || all));
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
