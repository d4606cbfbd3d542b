import { DeversoirError } from '../../util/errors.js';
import { checkNumbers, type Numbers } from '../checks.js';
import { risesAbove, type AlarmSeries } from './control-chart.js';

function rule(
  counts: Numbers,
  history: number,
  threshold: number,
  statisticAt: (k: number, sums: Float64Array, squares: Float64Array) => number,
): AlarmSeries {
  checkNumbers('counts', counts, 0);
  if (!Number.isInteger(history) || history < 1)
    throw new DeversoirError('option-invalid', `window of ${history} periods`, {
      hint: 'use a whole number above 0',
    });
  const sums = new Float64Array(counts.length + 1),
    squares = new Float64Array(counts.length + 1);
  for (let k = 0; k < counts.length; k++) {
    sums[k + 1] = (sums[k] as number) + (counts[k] as number);
    squares[k + 1] = (squares[k] as number) + (counts[k] as number) ** 2;
  }
  const statistic = Float64Array.from({ length: counts.length }, (_, k) =>
    k < history ? -Infinity : statisticAt(k, sums, squares),
  );
  return { statistic, alarms: risesAbove(statistic, threshold), threshold };
}

/**
 * The market's rule "mean + k·sd": how many standard deviations a period lies above the mean of the window before it. The
 * sd is at least 1, so that a silent week does not make one message a spike.
 *
 * @param options `window` in periods, 168 (7 days of hours) by default; `threshold` k, 3 by default
 * @throws DeversoirError `option-invalid` for a window that is no whole number above 0
 * @example
 * meanPlusSdRule([4, 6, 4, 6, 5, 12], { window: 4 }).alarms
 * // → [5]
 */
export function meanPlusSdRule(
  counts: Numbers,
  options: { readonly window?: number; readonly threshold?: number } = {},
): AlarmSeries {
  const { window = 168, threshold = 3 } = options;
  return rule(counts, window, threshold, (k, sums, squares) => {
    const mean = ((sums[k] as number) - (sums[k - window] as number)) / window;
    const variance = ((squares[k] as number) - (squares[k - window] as number)) / window - mean ** 2;
    return ((counts[k] as number) - mean) / Math.max(1, Math.sqrt(Math.max(0, variance)));
  });
}

/**
 * The market's rule "7-day %": change of the last window against the one before, as a share: 0.5 is +50 %. The earlier
 * window counts at least 1.
 *
 * @param options `window` in periods, 168 by default; `threshold` as a share, 0.5 by default
 * @throws DeversoirError as `meanPlusSdRule`
 * @example
 * [...weekOverWeekRule([10, 10, 10, 20, 20], { window: 2 }).statistic].slice(4)
 * // → [1]
 */
export function weekOverWeekRule(
  counts: Numbers,
  options: { readonly window?: number; readonly threshold?: number } = {},
): AlarmSeries {
  const { window = 168, threshold = 0.5 } = options;
  return rule(counts, 2 * window - 1, threshold, (k, sums) => {
    const last = (sums[k + 1] as number) - (sums[k + 1 - window] as number),
      before = (sums[k + 1 - window] as number) - (sums[k + 1 - 2 * window] as number);
    return (last - before) / Math.max(1, before);
  });
}

/**
 * The market's rule "1 h against 12 h": the last period over the mean of the window before it; that mean counts at least 1.
 *
 * @param options `window` in periods, 12 by default; `threshold` as a ratio, 3 by default
 * @throws DeversoirError as `meanPlusSdRule`
 * @example
 * shortAgainstLongRule([2, 2, 2, 9], { window: 3 }).statistic[3]
 * // → 4.5
 */
export function shortAgainstLongRule(
  counts: Numbers,
  options: { readonly window?: number; readonly threshold?: number } = {},
): AlarmSeries {
  const { window = 12, threshold = 3 } = options;
  return rule(
    counts,
    window,
    threshold,
    (k, sums) =>
      (counts[k] as number) / Math.max(1, ((sums[k] as number) - (sums[k - window] as number)) / window),
  );
}
