import { cusum, meanPlusSdRule, shortAgainstLongRule, weekOverWeekRule, type AlarmSeries, type CountBaseline } from '../stats/index.js';

/** Rules that watch a series of counts: ours first, then the market's rules of thumb. */
export const ALERT_RULES = ['cusum', 'mean-plus-sd', 'week-over-week', 'hour-against-half-day'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** Rises the CUSUM looks for at once, as multiples of the usual: a slow swell and a storm. Log-likelihood ratios share one threshold. */
export const RISES = [3, 10] as const;

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
    case 'hour-against-half-day': return shortAgainstLongRule(values, { window: baseline.hoursPerPeriod === 1 ? 12 : 2, threshold });
  }
}

/** An alarm when any of the series gives one. */
function together(series: readonly AlarmSeries[], threshold: number): AlarmSeries {
  const statistic = Float64Array.from({ length: series[0]?.statistic.length ?? 0 }, (_, k) => Math.max(...series.map((one) => one.statistic[k] ?? 0)));
  return { statistic, alarms: [...new Set(series.flatMap(({ alarms }) => alarms))].toSorted((a, b) => a - b), threshold };
}
