import { DeversoirError } from '../../util/errors.js';
import { checkNumbers, type Numbers } from '../checks.js';
import { maximiseOnInterval } from '../line-search.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { logGamma } from '../special.js';
import { weeklyFactors } from './weekly-rhythm.js';

export interface CountBaselineOptions {
  /** Length of one period: 1 for hourly counts, 24 for daily ones. */
  readonly hoursPerPeriod: 1 | 24;
  /** Hour of the week of the first period, local time, 0 for Monday 00:00. */
  readonly startHourOfWeek: number;
}

/** How far messages call for others, as in a Hawkes model with one exponential kernel. */
export interface Echo {
  readonly share: number;
  readonly halfLifeHours: number;
  /** What it may be and how likely, in the order tried; absent where it is taken for known. */
  readonly likely?: readonly (Omit<Echo, 'likely'> & { readonly weight: number })[];
}

/** Half-lives and shares tried: beyond the largest share the calm would hardly ever come back to itself. All are as likely before data. */
const HALF_LIVES = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;
const ECHO_SHARES = Array.from({ length: 17 }, (_, step) => step / 20);

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
  baseline.meanOfSlot[(baseline.startSlot + k) % baseline.meanOfSlot.length] as number;

/** Log-likelihood of a negative-binomial count, without the terms that do not depend on mean or size. */
export function logNegativeBinomial(x: number, mean: number, size: number): number {
  if (!Number.isFinite(size)) return x * Math.log(mean) - mean;
  return (
    logGamma(x + size) -
    logGamma(size) +
    size * Math.log(size / (size + mean)) +
    x * Math.log(mean / (size + mean))
  );
}

function meansOf(
  counts: Float64Array,
  keep: readonly boolean[],
  slots: number,
  startSlot: number,
): Float64Array {
  const seen = new Float64Array(168),
    due = new Float64Array(168);
  const hours = 168 / slots;
  counts.forEach((count, k) => {
    if (!keep[k]) return;
    for (let h = 0; h < hours; h++) {
      const hour = ((startSlot + k) % slots) * hours + h;
      seen[hour] = (seen[hour] as number) + count / hours;
      due[hour] = (due[hour] as number) + 1;
    }
  });
  const factors = weeklyFactors(seen, due);
  // The factors have mean 1 over the week; the level is what makes the observed hours add up.
  const total = seen.reduce((a, b) => a + b, 0),
    weighted = due.reduce((sum, hour, h) => sum + hour * (factors[h] as number), 0);
  const level = Math.max(total, 0.5) / Math.max(weighted, 1e-9);
  return Float64Array.from({ length: slots }, (_, slot) => {
    let mean = 0;
    for (let h = 0; h < hours; h++) mean += level * (factors[slot * hours + h] as number);
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
  const slots = 168 / hoursPerPeriod;
  const startSlot = Math.floor((((startHourOfWeek % 168) + 168) % 168) / hoursPerPeriod);
  if (counts.length < 2 * slots) return notMeasured('too-few', `${counts.length} < ${2 * slots}`);
  const values = Float64Array.from(counts);
  if (values.every((count) => count === 0)) return notMeasured('no-events');
  let keep = Array.from(values, () => true);
  let meanOfSlot = meansOf(values, keep, slots, startSlot),
    size = sizeOf(values, keep, meanOfSlot, startSlot);
  keep = Array.from(values, (count, k) => {
    const mean = meanOfSlot[(startSlot + k) % slots] as number;
    return count <= mean + 4 * Math.sqrt(mean + mean ** 2 / size) || count <= 2;
  });
  meanOfSlot = meansOf(values, keep, slots, startSlot);
  size = sizeOf(values, keep, meanOfSlot, startSlot);
  const n = keep.filter(Boolean).length;
  const means = Float64Array.from(values, (_, k) => meanOfSlot[(startSlot + k) % slots] as number);
  const echo = hoursPerPeriod === 24 ? { share: 0, halfLifeHours: 24 } : fitEcho(values, keep, means);
  if (echo.share > 0)
    size = sizeOf(
      values,
      keep,
      conditionalMeans(values, (k) => means[k] as number, echo, hoursPerPeriod),
      0,
    );
  return { measured: true, meanOfSlot, size, echo, startSlot, hoursPerPeriod, n, leftOut: values.length - n };
}

/** Mean of every period of `counts` given those before it: what comes by itself, and what recent messages still call for. */
export const dueAfter = (counts: Numbers, baseline: CountBaseline): Float64Array =>
  conditionalMeans(counts, (k) => expectedCount(baseline, k), baseline.echo, baseline.hoursPerPeriod);

function conditionalMeans(
  counts: Numbers,
  meanOf: (k: number) => number,
  { share, halfLifeHours }: Echo,
  hoursPerPeriod: number,
): Float64Array {
  const left = 0.5 ** (hoursPerPeriod / halfLifeHours),
    due = new Float64Array(counts.length);
  let recent = 0;
  for (let k = 0; k < counts.length; k++) {
    due[k] = (1 - share) * meanOf(k) + share * (1 - left) * recent;
    recent = left * recent + (counts[k] as number);
  }
  return due;
}

/**
 * The echo of the counts themselves, over the days in which nothing was left out: the mean share and the mean (logarithm of the) half-life over
 * all that is tried, each as likely as it makes the counts. Few messages leave the share between nothing and the largest: a calm that may
 * echo is taken for one, so that false alarms stay as announced.
 */
function fitEcho(hours: Float64Array, keep: readonly boolean[], means: Float64Array): Echo {
  const calmDay = Array.from({ length: Math.ceil(hours.length / 24) }, (_, day) =>
    keep.slice(24 * day, 24 * day + 24).every(Boolean),
  );
  const logLik = (echo: Echo): number =>
    conditionalMeans(hours, (k) => means[k] as number, echo, 1).reduce(
      (sum, mean, k) =>
        calmDay[Math.floor(k / 24)] ? sum + logNegativeBinomial(hours[k] as number, mean, Infinity) : sum,
      0,
    );
  const tried = HALF_LIVES.flatMap((halfLifeHours) =>
    ECHO_SHARES.map((share) => ({ share, halfLifeHours, logLik: logLik({ share, halfLifeHours }) })),
  );
  const highest = tried.reduce((most, one) => Math.max(most, one.logLik), -Infinity);
  let [total, share, logHalfLife] = [0, 0, 0];
  for (const one of tried) {
    const weight = Math.exp(one.logLik - highest);
    total += weight;
    // without an echo a half-life means nothing
    share += weight * one.share;
    logHalfLife += weight * one.share * Math.log(one.halfLifeHours);
  }
  return {
    share: share / total,
    halfLifeHours: share === 0 ? 1 : Math.exp(logHalfLife / share),
    likely: tried.map((one) => ({
      share: one.share,
      halfLifeHours: one.halfLifeHours,
      weight: Math.exp(one.logLik - highest) / total,
    })),
  };
}

function sizeOf(
  counts: Float64Array,
  keep: readonly boolean[],
  meanOfSlot: Float64Array,
  startSlot: number,
): number {
  const logLik = (size: number): number =>
    counts.reduce(
      (sum, count, k) =>
        keep[k]
          ? sum + logNegativeBinomial(count, meanOfSlot[(startSlot + k) % meanOfSlot.length] as number, size)
          : sum,
      0,
    );
  const best = maximiseOnInterval(
    (logSize) => logLik(Math.exp(logSize)),
    Math.log(0.02),
    Math.log(1000),
    1e-3,
  );
  // logLik leaves out −log x!, which is the same in both, so the two compare.
  return logLik(Infinity) >= best.value ? Infinity : Math.exp(best.x);
}
