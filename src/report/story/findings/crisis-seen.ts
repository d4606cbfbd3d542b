import { dateOf, rowsOf, type Row, type Telling } from '../reading.js';

const DAY = 86_400_000;
/** So long before a movement something must be seen for it to be one that rises. */
const BEFORE = 2 * DAY;

/**
 * Whether the public exports watch the days before a movement and the day after it: a download of the latest messages begins and ends
 * with what it holds, and what other exports see of those days (`seenBefore` and `seenAfter` of the sheet) says nothing of it. Where no window
 * is known, nothing speaks against it.
 */
export function seenAround(
  start: Date,
  end: Date,
  { metrics }: Pick<Telling, 'metrics'>,
  sheet: Row = {},
): { readonly before: boolean; readonly after: boolean } {
  const windows = rowsOf(metrics.get('observationWindows')).flatMap((row) => {
    const [from, to] = [dateOf(row, 'from'), dateOf(row, 'to')];
    return row['kind'] === 'window' && row['stage'] === 'public' && from !== null && to !== null
      ? [{ from: from.getTime(), to: to.getTime() }]
      : [];
  });
  const [first, last] = [start.getTime(), end.getTime()];
  return {
    before:
      sheet['seenBefore'] !== false &&
      (windows.length === 0 || windows.some(({ from, to }) => from <= first - BEFORE && to > first)),
    after:
      sheet['seenAfter'] !== false &&
      (windows.length === 0 || windows.some(({ from, to }) => from <= last && to >= last + DAY)),
  };
}
