import { cusumOf, risesAbove, type AlarmSeries } from '../../stats/alarms/control-chart.js';
import { meanPlusSdRule, shortAgainstLongRule, weekOverWeekRule } from '../../stats/alarms/spike-rules.js';
import type { CountBaseline } from '../../stats/alarms/count-baseline.js';

/** Rules that watch a series of counts: ours first, then the market's rules of thumb. */
export const ALERT_RULES = ['cusum', 'mean-plus-sd', 'week-over-week', 'hour-against-half-day'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** Parts of the hour that our rule counts in: it need not wait for the hour to end. */
export const PARTS_OF_HOUR = 12;

/**
 * Our rule is two sums: one for what lasts at twice the usual, one for what breaks out at twelve times, and their thresholds for 1 of
 * the rule's, which share out the false alarms. Set on simulated crises of other seeds than those of the tests.
 */
const SUMS = [
  { ratio: 2, share: 1.4 },
  { ratio: 12, share: 1 },
] as const;

/** Periods each rule counts in, in hours; the rules of thumb are those of the market, by the hour. */
export const periodOf = (rule: AlertRule): number => (rule === 'cusum' ? 1 / PARTS_OF_HOUR : 1);

/**
 * Sums of counts by part of an hour, an hour each.
 *
 * @example
 * [...hourly([1, 0, 2, ...Array(9).fill(0), 4, 4])]
 * // → [3, 8]
 */
export const hourly = (parts: ArrayLike<number>): Float64Array => {
  const hours = new Float64Array(Math.ceil(parts.length / PARTS_OF_HOUR));
  for (let k = 0; k < parts.length; k++)
    hours[Math.floor(k / PARTS_OF_HOUR)] = (hours[Math.floor(k / PARTS_OF_HOUR)] ?? 0) + (parts[k] ?? 0);
  return hours;
};

/**
 * Runs a rule on counts, at a threshold. Windows are of 7 days, and of 12 hours for the last rule (2 days on daily counts).
 *
 * @example
 * const baseline = fitCountBaseline(Array.from({ length: 28 }, () => 10), { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * runAlertRule('mean-plus-sd', [...Array.from({ length: 28 }, () => 10), 40], baseline, 3).alarms
 * // → [28]
 */
export const runAlertRule = (
  rule: AlertRule,
  counts: ArrayLike<number>,
  baseline: CountBaseline,
  threshold: number,
): AlarmSeries => ({ ...alertRuleOn(rule, counts, baseline)(threshold) });

/** `runAlertRule` on counts at any threshold: what does not hang on it is worked out once, the statistic when it is read. */
export function alertRuleOn(
  rule: AlertRule,
  counts: ArrayLike<number>,
  baseline: CountBaseline,
): (threshold: number) => AlarmSeries {
  const week = 168 / baseline.hoursPerPeriod;
  const values = counts instanceof Float64Array ? counts : Float64Array.from(counts);
  switch (rule) {
    case 'cusum':
      return eitherSum(values, baseline);
    case 'mean-plus-sd':
      return atThreshold(meanPlusSdRule(values, { window: week }));
    case 'week-over-week':
      return atThreshold(weekOverWeekRule(values, { window: week }));
    case 'hour-against-half-day':
      return atThreshold(
        shortAgainstLongRule(values, {
          window: baseline.hoursPerPeriod === 24 ? 2 : 12 / baseline.hoursPerPeriod,
        }),
      );
  }
}

const atThreshold =
  ({ statistic }: AlarmSeries): ((threshold: number) => AlarmSeries) =>
  (threshold) => ({ statistic, alarms: risesAbove(statistic, threshold), threshold });

/** An alarm when one of the sums gives it; the statistic is the highest, each over its own threshold. */
function eitherSum(counts: Float64Array, baseline: CountBaseline): (threshold: number) => AlarmSeries {
  const sums = SUMS.map(({ ratio, share }) => ({ share, sumAt: cusumOf(counts, baseline, ratio) }));
  return (threshold) => {
    const found = sums.map(({ share, sumAt }) => ({ share, series: sumAt(share * threshold) }));
    return {
      get statistic() {
        const statistic = new Float64Array(counts.length);
        for (const { share, series } of found) {
          const own = series.statistic;
          for (let k = 0; k < own.length; k++)
            statistic[k] = Math.max(statistic[k] as number, (own[k] as number) / share);
        }
        return statistic;
      },
      alarms: [...new Set(found.flatMap(({ series }) => series.alarms))].toSorted((a, b) => a - b),
      threshold,
    };
  };
}
