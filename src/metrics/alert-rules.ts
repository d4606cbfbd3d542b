import { cusum, meanPlusSdRule, shortAgainstLongRule, weekOverWeekRule, type AlarmSeries, type CountBaseline } from '../stats/index.js';

/** Rules that watch a series of counts: ours first, then the market's rules of thumb. */
export const ALERT_RULES = ['cusum', 'mean-plus-sd', 'week-over-week', 'hour-against-half-day'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** Rises the CUSUM looks for at once, as multiples of the usual: from a slow swell to a storm. Log-likelihood ratios share one threshold. */
export const RISES = [3, 10, 30] as const;

/** Periods each rule counts in, in hours: the CUSUM needs no full hour to speak; the rules of thumb are those of the market, by the hour. */
export const periodOf = (rule: AlertRule): 0.25 | 1 => (rule === 'cusum' ? 0.25 : 1);

/**
 * Sums of counts by quarter of an hour, an hour each.
 *
 * @example
 * [...hourly([1, 0, 2, 0, 4, 4, 0, 0])]
 * // → [3, 8]
 */
export const hourly = (quarters: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: Math.ceil(quarters.length / 4) }, (_, hour) => [0, 1, 2, 3].reduce((sum, part) => sum + (quarters[4 * hour + part] ?? 0), 0));

/**
 * Runs a rule on counts, at a threshold. Windows are of 7 days, and of 12 hours for the last rule (2 days on daily counts).
 *
 * @example
 * const baseline = fitCountBaseline(Array.from({ length: 28 }, () => 10), { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * runAlertRule('mean-plus-sd', [...Array.from({ length: 28 }, () => 10), 40], baseline, 3).alarms
 * // → [28]
 */
export function runAlertRule(rule: AlertRule, counts: ArrayLike<number>, baseline: CountBaseline, threshold: number): AlarmSeries {
  const week = 168 / baseline.hoursPerPeriod;
  const values = Float64Array.from(counts);
  switch (rule) {
    case 'cusum': return together(RISES.map((ratio) => cusum(values, baseline, { ratio, threshold })), threshold);
    case 'mean-plus-sd': return meanPlusSdRule(values, { window: week, threshold });
    case 'week-over-week': return weekOverWeekRule(values, { window: week, threshold });
    case 'hour-against-half-day': return shortAgainstLongRule(values, { window: baseline.hoursPerPeriod === 24 ? 2 : 12 / baseline.hoursPerPeriod, threshold });
  }
}

/** An alarm when any of the series gives one. */
function together(series: readonly AlarmSeries[], threshold: number): AlarmSeries {
  const statistic = Float64Array.from({ length: series[0]?.statistic.length ?? 0 }, (_, k) => Math.max(...series.map((one) => one.statistic[k] ?? 0)));
  return { statistic, alarms: [...new Set(series.flatMap(({ alarms }) => alarms))].toSorted((a, b) => a - b), threshold };
}
