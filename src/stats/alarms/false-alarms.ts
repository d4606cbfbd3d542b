import { seededRandom } from '../../util/random.js';
import { DeversoirError } from '../../util/errors.js';
import type { CountBaseline } from './count-baseline.js';
import { drawCounts } from './draw-counts.js';
import type { Numbers } from '../checks.js';
import { notMeasured, type NotMeasured } from '../measured.js';

/**
 * Any alarm rule, as a function of its threshold: `(counts, threshold) => cusum(counts, baseline, { threshold })`. One calibration
 * asks it about the same counts at every threshold.
 */
export type AlarmRule = (counts: Numbers, threshold: number) => { readonly alarms: readonly number[] };

export interface CalibrateOptions {
  /** False alarms a month of 30 days to keep to. */
  readonly perMonth: number;
  readonly seed: number;
  /** Months of calm to simulate: more, and the rate is known better; 120 by default. */
  readonly months?: number;
  /** Largest threshold tried; 1000 by default. */
  readonly highest?: number;
}

export interface CalibratedThreshold {
  readonly measured: true;
  readonly threshold: number;
  /** False alarms a month of the rule at this threshold, on the simulated calm. */
  readonly perMonth: number;
  readonly stdErr: number;
  readonly months: number;
}

/**
 * The lowest threshold at which a rule keeps to a number of false alarms a month: many months of calm are drawn from the
 * baseline and the rule is run on them. The same budget for every rule makes their delays comparable. The first two weeks
 * of the draw are history and don't count.
 *
 * @returns the threshold with its rate, or `measured: false` when even `highest` gives more
 * @throws DeversoirError `option-invalid` for a budget not above 0
 * @example
 * const baseline = fitCountBaseline(Array.from({ length: 56 }, (_, day) => 10 + (day % 3)), { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * const rule = (counts, threshold) => cusum(counts, baseline, { threshold });
 * const found = calibrateThreshold(rule, baseline, { perMonth: 0.2, seed: 1 });
 * [found.perMonth <= 0.2, found.perMonth > 0.1]
 * // → [true, true]
 */
export function calibrateThreshold(
  rule: AlarmRule,
  baseline: CountBaseline,
  options: CalibrateOptions,
): CalibratedThreshold | NotMeasured {
  const { perMonth, seed, months = 120, highest = 1000 } = options;
  if (!(perMonth > 0))
    throw new DeversoirError('option-invalid', `perMonth ${perMonth}`, { hint: 'use a rate above 0' });
  if (!(months >= 1))
    throw new DeversoirError('option-invalid', `months ${months}`, { hint: 'use 1 or more' });
  const periodsPerDay = 24 / baseline.hoursPerPeriod,
    history = 14 * periodsPerDay;
  const counts = drawCounts(baseline, history + months * 30 * periodsPerDay, seededRandom(seed));
  const alarmsAt = (threshold: number): number =>
    rule(counts, threshold).alarms.filter((k) => k >= history).length;
  const budget = Math.floor(perMonth * months);
  if (alarmsAt(highest) > budget) return notMeasured('unreachable', `${perMonth}`);
  let low = 1e-6,
    high = highest;
  // Calm so quiet that the smallest threshold keeps to the budget: there is nothing to bisect below it.
  while (high > 1.001e-3 && high - low > 1e-3 * (1e-3 + low)) {
    const middle = high > 8 * low ? Math.sqrt(high * Math.max(low, 1e-3)) : (low + high) / 2;
    if (alarmsAt(middle) > budget) low = middle;
    else high = middle;
  }
  const alarms = alarmsAt(high);
  return {
    measured: true,
    threshold: high,
    perMonth: alarms / months,
    stdErr: Math.sqrt(Math.max(alarms, 1)) / months,
    months,
  };
}
