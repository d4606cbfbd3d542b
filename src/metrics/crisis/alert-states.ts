import { othersTurn } from '../../util/turn.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { calibrateThreshold, type CalibratedThreshold } from '../../stats/alarms/false-alarms.js';
import { fitCountBaseline, type CountBaseline } from '../../stats/alarms/count-baseline.js';
import { DeversoirError } from '../../util/errors.js';
import {
  ALERT_RULES,
  alertRuleOn,
  hourly,
  PARTS_OF_HOUR,
  periodOf,
  runAlertRule,
  type AlertRule,
} from './alert-rules.js';
import { oncePerCorpus } from '../memo.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { watchedSeries, type Series } from './watched-series.js';

/** Brands with fewer critical messages have no rhythm to learn. */
export const LEAST_MESSAGES = 30;
const BRANDS_WATCHED = 6;
/** Months of calm on which thresholds are calibrated. */
const MONTHS = 60;

export interface CrisisAlertOptions extends MetricOptions {
  /** False alarms a brand and month of 30 days that every rule keeps to. Default 1. */
  readonly falseAlarmsPerMonth?: number;
}

/** A rule on one brand; `alarms` and `statistic` by its own periods. */
export interface RuleState {
  readonly rule: AlertRule;
  readonly calibrated: CalibratedThreshold;
  readonly baseline: CountBaseline;
  readonly counts: Float64Array;
  readonly alarms: readonly number[];
  readonly statistic: Float64Array;
}

/**
 * Every rule, each on counts by its own period; none where there is too little to learn the calm from. Half a second each: others have their
 * turn between them, such as progress.
 */
async function watch(
  { counts: parts }: Series,
  startHourOfWeek: number,
  perMonth: number,
): Promise<RuleState[]> {
  const hours = hourly(parts),
    [byHour, byPart] = [1, 1 / PARTS_OF_HOUR].map((hoursPerPeriod) =>
      fitCountBaseline(hoursPerPeriod < 1 ? parts : hours, { hoursPerPeriod, startHourOfWeek }),
    );
  if (byHour?.measured !== true || byPart?.measured !== true) return [];
  const states: RuleState[] = [];
  for (const [place, rule] of ALERT_RULES.entries()) {
    await othersTurn();
    const fine = periodOf(rule) < 1,
      counts = fine ? parts : hours,
      baseline = fine ? byPart : byHour;
    let onCalm: ReturnType<typeof alertRuleOn> | undefined;
    const calibrated = calibrateThreshold(
      (drawn, threshold) => (onCalm ??= alertRuleOn(rule, drawn, baseline))(threshold),
      baseline,
      { perMonth, seed: 11 + place, months: MONTHS },
    );
    if (calibrated.measured)
      states.push({
        rule,
        calibrated,
        baseline,
        counts,
        ...runAlertRule(rule, counts, baseline, calibrated.threshold),
      });
  }
  return states;
}

export interface Alerts {
  readonly brands: readonly { readonly series: Series; readonly states: readonly RuleState[] }[];
  readonly n: number;
  readonly periods: number;
}

/** Every rule on the brands most written about, calibrated once per corpus and budget. */
export function readAlerts(corpus: CorpusTables, options: CrisisAlertOptions): Promise<Alerts> {
  const { falseAlarmsPerMonth: perMonth = 1 } = options;
  if (!(perMonth > 0))
    throw new DeversoirError('option-invalid', `falseAlarmsPerMonth ${perMonth}`, {
      hint: 'use a number above 0',
    });
  const resolved = resolveOptions(options);
  const key = `alerts ${JSON.stringify([resolved.brands, resolved.zone, perMonth])}`;
  return oncePerCorpus(corpus, key, async () => {
    const { series, startHourOfWeek, periods } = await watchedSeries(corpus, resolved);
    const brands = [];
    for (const one of series.filter(({ total }) => total >= LEAST_MESSAGES).slice(0, BRANDS_WATCHED)) {
      const states = await watch(one, startHourOfWeek, perMonth);
      if (states.length > 0) brands.push({ series: one, states });
    }
    return { brands, n: series.reduce((sum, { total }) => sum + total, 0), periods };
  });
}
