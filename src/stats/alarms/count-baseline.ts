import { DeversoirError } from '../../util/errors.js';
import { checkNumbers, type Numbers } from '../checks.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { calmPeriods } from './calm-days.js';
import { sizeOf } from './count-spread.js';
import { conditionalMeans, fitEcho, type Echo } from './echo.js';
import { fairMeans, slotMeans } from './slot-means.js';

export interface CountBaselineOptions {
  /** Length of one period: 24 for daily counts, 1 for hourly ones, 1/n for n equal parts of an hour. */
  readonly hoursPerPeriod: number;
  /** Hour of the week of the first period, local time, 0 for Monday 00:00. */
  readonly startHourOfWeek: number;
}

/** What counts look like when nothing happens: a mean that follows the week, messages that echo others, and a spread beyond Poisson. */
export interface CountBaseline {
  readonly measured: true;
  /** Mean count of each slot of the week: 168 for hourly counts, 7 for daily ones, more for parts of an hour. */
  readonly meanOfSlot: Float64Array;
  /** Negative-binomial size beyond what the echo explains: variance = mean + mean²/size; Infinity when the counts are no wider than Poisson. */
  readonly size: number;
  /** Messages set off by others: `share` of all, each kernel falling by half in `halfLifeHours`. Share 0 for daily counts. */
  readonly echo: Echo;
  /** Slot of the first period. */
  readonly startSlot: number;
  /** 1 or 24; less for parts of an hour. */
  readonly hoursPerPeriod: number;
  /** Periods used, and those left out with their whole day, which is too high to be calm. */
  readonly n: number;
  readonly leftOut: number;
}

/**
 * Mean count of period k of the series the baseline was fitted on; k may lie beyond its end.
 *
 * @example
 * const baseline = fitCountBaseline(Array.from({ length: 28 }, () => 10), { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * expectedCount(baseline, 100)
 * // → 10.0
 */
export const expectedCount = (baseline: CountBaseline, k: number): number =>
  baseline.meanOfSlot[(baseline.startSlot + k) % baseline.meanOfSlot.length] as number;

/**
 * Baseline of a series of counts: hour-of-day × weekday (or weekday) means, how far messages echo others, and a negative-binomial
 * size by maximum likelihood, over calm days: an old crisis does not pass for calm.
 *
 * @param counts one per period, without gaps, at least two weeks
 * @returns the baseline, or `measured: false` with less than two weeks or no event at all
 * @throws DeversoirError `data-invalid` for counts that are negative, not finite or not whole
 * @example
 * const daily = Array.from({ length: 28 }, (_, day) => (day % 7 < 5 ? 20 : 8));
 * const baseline = fitCountBaseline(daily, { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * [baseline.meanOfSlot[0] > 19, baseline.meanOfSlot[6] < 9, baseline.n]
 * // → [true, true, 28]
 */
export function fitCountBaseline(
  counts: Numbers,
  options: CountBaselineOptions,
): CountBaseline | NotMeasured {
  const { hoursPerPeriod, startHourOfWeek } = options;
  checkNumbers('counts', counts, 0);
  for (let k = 0; k < counts.length; k++)
    if (!Number.isInteger(counts[k] as number))
      throw new DeversoirError('data-invalid', `count ${counts[k] as number} at index ${k}`, {
        hint: 'give whole numbers',
      });
  const slots = Math.round(168 / hoursPerPeriod);
  const startSlot = Math.floor(((((startHourOfWeek % 168) + 168) % 168) * slots) / 168);
  if (counts.length < 2 * slots) return notMeasured('too-few', `${counts.length} < ${2 * slots}`);
  const values = Float64Array.from(counts);
  if (values.every((count) => count === 0)) return notMeasured('no-events');
  const periods = { slots, startSlot },
    keep = calmPeriods(values, periods),
    n = keep.filter(Boolean).length;
  const means = fairMeans(values, keep, periods);
  const echo =
    hoursPerPeriod === 24 ? { share: 0, halfLifeHours: 24 } : fitEcho(values, keep, means, hoursPerPeriod);
  return {
    measured: true,
    meanOfSlot: slotMeans(values, keep, periods),
    size: sizeOf(
      values,
      keep,
      conditionalMeans(values, means, echo, hoursPerPeriod),
      0.02 * Math.min(1, hoursPerPeriod),
    ),
    echo,
    startSlot,
    hoursPerPeriod,
    n,
    leftOut: values.length - n,
  };
}
