import { DeversoirError } from '../util/errors.js';
import { at, checkNumbers, type Numbers } from './checks.js';
import { maximiseOnInterval } from './line-search.js';
import { notMeasured, type NotMeasured } from './measured.js';
import { logGamma } from './special.js';
import { gammaVariate, negativeBinomial, type Uniform } from './variates.js';
import { weeklyFactors } from './weekly-rhythm.js';

export interface CountBaselineOptions {
  /** Length of one period: 1 for hourly counts, 24 for daily ones. */
  readonly hoursPerPeriod: 1 | 24;
  /** Hour of the week of the first period, local time, 0 for Monday 00:00. */
  readonly startHourOfWeek: number;
}

/** What counts look like when nothing happens: a mean that follows the week, and a spread beyond Poisson. */
export interface CountBaseline {
  readonly measured: true;
  /** Mean count of each slot of the week: 168 for hourly counts, 7 for daily ones, 672 for quarters of an hour. */
  readonly meanOfSlot: Float64Array;
  /** Negative-binomial size: variance = mean + mean²/size; Infinity when the counts are no wider than Poisson. */
  readonly size: number;
  /** The same of whole days, for periods under a day: what is said today is talked about all day. Infinity when days are no wider than their hours. */
  readonly sizeOfDay: number;
  /** Slot of the first period. */
  readonly startSlot: number;
  readonly hoursPerPeriod: 0.25 | 1 | 24;
  /** Periods used, and left out as too high to be calm (above mean + 4 sd of a first pass). */
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
  at(baseline.meanOfSlot, (baseline.startSlot + k) % baseline.meanOfSlot.length);

/** Log-likelihood of a negative-binomial count, without the terms that do not depend on mean or size. */
export function logNegativeBinomial(x: number, mean: number, size: number): number {
  if (!Number.isFinite(size)) return x * Math.log(mean) - mean;
  return logGamma(x + size) - logGamma(size) + size * Math.log(size / (size + mean)) + x * Math.log(mean / (size + mean));
}

function meansOf(counts: Float64Array, keep: readonly boolean[], slots: number, startSlot: number): Float64Array {
  const seen = new Float64Array(168), due = new Float64Array(168);
  const hours = 168 / slots;
  counts.forEach((count, k) => {
    if (!keep[k]) return;
    for (let h = 0; h < hours; h++) {
      const hour = ((startSlot + k) % slots) * hours + h;
      seen[hour] = at(seen, hour) + count / hours;
      due[hour] = at(due, hour) + 1;
    }
  });
  const factors = weeklyFactors(seen, due);
  // The factors have mean 1 over the week; the level is what makes the observed hours add up.
  const total = seen.reduce((a, b) => a + b, 0), weighted = due.reduce((sum, hour, h) => sum + hour * at(factors, h), 0);
  const level = Math.max(total, 0.5) / Math.max(weighted, 1e-9);
  return Float64Array.from({ length: slots }, (_, slot) => {
    let mean = 0;
    for (let h = 0; h < hours; h++) mean += level * at(factors, slot * hours + h);
    return mean;
  });
}

/**
 * Baseline of a series of counts: hour-of-day × weekday (or weekday) means and a negative-binomial size by maximum
 * likelihood. Fitted twice, the second time without the periods far above the first fit, so that an old crisis does not
 * pass for calm.
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
export function fitCountBaseline(counts: Numbers, options: CountBaselineOptions): CountBaseline | NotMeasured {
  const { hoursPerPeriod, startHourOfWeek } = options;
  checkNumbers('counts', counts, 0);
  for (let k = 0; k < counts.length; k++) if (!Number.isInteger(at(counts, k))) throw new DeversoirError('data-invalid', `count ${at(counts, k)} at index ${k}`, { hint: 'give whole numbers' });
  const slots = 168 / hoursPerPeriod;
  const startSlot = Math.floor((((startHourOfWeek % 168) + 168) % 168) / hoursPerPeriod);
  if (counts.length < 2 * slots) return notMeasured('too-few', `${counts.length} < ${2 * slots}`);
  const values = Float64Array.from(counts);
  if (values.every((count) => count === 0)) return notMeasured('no-events');
  let keep = Array.from(values, () => true);
  let meanOfSlot = meansOf(values, keep, slots, startSlot), size = sizeOf(values, keep, meanOfSlot, startSlot);
  keep = Array.from(values, (count, k) => {
    const mean = at(meanOfSlot, (startSlot + k) % slots);
    return count <= mean + 4 * Math.sqrt(mean + mean ** 2 / size) || count <= 2;
  });
  meanOfSlot = meansOf(values, keep, slots, startSlot);
  size = sizeOf(values, keep, meanOfSlot, startSlot);
  const n = keep.filter(Boolean).length;
  const sizeOfDay = hoursPerPeriod === 24 ? Infinity : sizeOfDays(values, keep, meanOfSlot, startSlot);
  return { measured: true, meanOfSlot, size, sizeOfDay, startSlot, hoursPerPeriod, n, leftOut: values.length - n };
}

/** Size of the counts of whole days in which nothing was left out. */
function sizeOfDays(hours: Float64Array, keep: readonly boolean[], meanOfSlot: Float64Array, startSlot: number): number {
  const days = Math.floor(hours.length / 24), counts = new Float64Array(days), means = new Float64Array(days), whole = Array.from({ length: days }, () => true);
  for (let k = 0; k < 24 * days; k++) {
    const day = Math.floor(k / 24);
    counts[day] = at(counts, day) + at(hours, k);
    means[day] = at(means, day) + at(meanOfSlot, (startSlot + k) % meanOfSlot.length);
    if (!keep[k]) whole[day] = false;
  }
  return sizeOf(counts, whole, means, 0);
}

function sizeOf(counts: Float64Array, keep: readonly boolean[], meanOfSlot: Float64Array, startSlot: number): number {
  const logLik = (size: number): number => counts.reduce((sum, count, k) => (keep[k] ? sum + logNegativeBinomial(count, at(meanOfSlot, (startSlot + k) % meanOfSlot.length), size) : sum), 0);
  const best = maximiseOnInterval((logSize) => logLik(Math.exp(logSize)), Math.log(0.02), Math.log(1000), 1e-3);
  // logLik leaves out −log x!, which is the same in both, so the two compare.
  return logLik(Infinity) >= best.value ? Infinity : Math.exp(best.x);
}

/**
 * An hourly baseline by quarters of an hour, whose sums have the means and the spread of the hours.
 *
 * @example
 * const hours = fitCountBaseline(Array.from({ length: 336 }, (_, k) => 4 + (k % 2)), { hoursPerPeriod: 1, startHourOfWeek: 0 });
 * const quarters = byQuarterHour(hours);
 * expectedCount(quarters, 41) / expectedCount(hours, 10)
 * // → 0.25
 */
export function byQuarterHour(hours: CountBaseline): CountBaseline {
  const { meanOfSlot, size, sizeOfDay, startSlot, n, leftOut } = hours;
  return { measured: true, meanOfSlot: Float64Array.from({ length: 4 * meanOfSlot.length }, (_, slot) => at(meanOfSlot, Math.floor(slot / 4)) / 4), size: size / 4, sizeOfDay, startSlot: 4 * startSlot, hoursPerPeriod: 0.25, n: 4 * n, leftOut: 4 * leftOut };
}

/** Draws periods 0..length−1 of calm; the days differ too, by a factor each, as far as the days of the baseline do. */
export function drawCounts(baseline: CountBaseline, length: number, uniform: Uniform): Float64Array {
  const { size, sizeOfDay, hoursPerPeriod } = baseline, periodsPerDay = 24 / hoursPerPeriod;
  let day = 1;
  return Float64Array.from({ length }, (_, k) => {
    if (Number.isFinite(sizeOfDay) && k % periodsPerDay === 0) day = gammaVariate(uniform, sizeOfDay) / sizeOfDay;
    return negativeBinomial(uniform, day * expectedCount(baseline, k), size);
  });
}
