import { DeversoirError } from '../../util/errors.js';
import { checkNumbers, type Numbers } from '../checks.js';
import { expectedCount, type CountBaseline } from './count-baseline.js';

/** A statistic per period, and the periods where an alarm starts. */
export interface AlarmSeries {
  /** Per period; −Infinity where there is not enough history to say. */
  readonly statistic: Float64Array;
  /** Indices of periods, upwards. */
  readonly alarms: readonly number[];
  readonly threshold: number;
}

/** Periods where the statistic goes above the threshold: a long exceedance is one alarm. */
export function risesAbove(statistic: Float64Array, threshold: number): number[] {
  const rises: number[] = [];
  statistic.forEach((value, k) => {
    if (value > threshold && !(k > 0 && (statistic[k - 1] as number) > threshold)) rises.push(k);
  });
  return rises;
}

/**
 * CUSUM of negative-binomial counts: adds up the log-likelihood ratio of "the mean is `ratio` times what is due" against
 * "what is due comes", not below 0; an alarm above the threshold, after which it starts again from 0. Due is the mean of the
 * baseline, without its echo: what echoes do in calm belongs in the threshold, and a crisis, whose messages call for each other, must not explain itself. The quickest way to a lasting rise at a given
 * false-alarm rate. Page 1954; Höhle & Paul 2008.
 *
 * @param counts the periods the baseline's clock runs over, from its first
 * @param options `ratio`: the rise to look for, 2 by default; `threshold`: see `calibrateThreshold`, 4 by default
 * @throws DeversoirError `option-invalid` for a ratio not above 1 or a threshold not above 0
 * @example
 * const calm = Array.from({ length: 28 }, () => 10);
 * const baseline = fitCountBaseline(calm, { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * cusum([...calm, 25, 30], baseline, { threshold: 4 }).alarms
 * // → [28, 29]
 */
export function cusum(
  counts: Numbers,
  baseline: CountBaseline,
  options: { readonly ratio?: number; readonly threshold?: number } = {},
): AlarmSeries {
  const { ratio = 2, threshold = 4 } = options;
  return { ...cusumOf(counts, baseline, ratio)(threshold) };
}

/**
 * `cusum` of counts at any threshold: what each period adds and takes does not hang on it and is worked out once. The statistic is
 * worked out when it is read, which calibration never does.
 */
export function cusumOf(
  counts: Numbers,
  baseline: CountBaseline,
  ratio: number,
): (threshold: number) => AlarmSeries {
  checkNumbers('counts', counts, 0);
  if (!(ratio > 1))
    throw new DeversoirError('option-invalid', `ratio ${ratio}`, { hint: 'use a rise above 1' });
  const { size, meanOfSlot, startSlot } = baseline,
    perEvent = Math.log(ratio),
    slots = meanOfSlot.length;
  const isWide = Number.isFinite(size),
    ofSlot = meanOfSlot.map((mean) =>
      isWide ? Math.log1p(((ratio - 1) * mean) / (size + mean)) : (ratio - 1) * mean,
    );
  const wider = new Float64Array(counts.length);
  for (let k = 0; k < wider.length; k++) {
    const own = ofSlot[(startSlot + k) % slots] as number;
    wider[k] = isWide ? ((counts[k] as number) + size) * own : own;
  }
  const events: number[] = [];
  for (let k = 0; k < counts.length; k++) if ((counts[k] as number) > 0) events.push(k);
  return (threshold) => {
    if (!(threshold > 0))
      throw new DeversoirError('option-invalid', `threshold ${threshold}`, { hint: 'use a value above 0' });
    const alarms: number[] = [];
    // A sum of 0 stays there until something comes.
    const run = (statistic: Float64Array | undefined): void => {
      let next = 0;
      while (next < events.length) {
        let sum = 0;
        for (let k = events[next] as number; k < counts.length; k++) {
          const count = counts[k] as number;
          if (count > 0) next++;
          sum = Math.max(0, sum + count * perEvent - (wider[k] as number));
          if (statistic !== undefined) statistic[k] = sum;
          if (sum > threshold) {
            if (statistic === undefined) alarms.push(k);
            sum = 0;
          }
          if (sum === 0) break;
        }
      }
    };
    run(undefined);
    return {
      get statistic() {
        const statistic = new Float64Array(counts.length);
        run(statistic);
        return statistic;
      },
      alarms,
      threshold,
    };
  };
}

/**
 * EWMA of standardised counts: moving average with weight `lambda` of (count − mean)/sd, over its own standard deviation.
 * Good at small lasting rises. Roberts 1959.
 *
 * @param options `lambda` in (0, 1], 0.2 by default; `threshold` in standard deviations, 3 by default
 * @throws DeversoirError `option-invalid` for lambda outside (0, 1]
 * @example
 * const calm = Array.from({ length: 28 }, () => 10);
 * const baseline = fitCountBaseline(calm, { hoursPerPeriod: 24, startHourOfWeek: 0 });
 * ewma([...calm, 25, 30], baseline).alarms
 * // → [29]
 */
export function ewma(
  counts: Numbers,
  baseline: CountBaseline,
  options: { readonly lambda?: number; readonly threshold?: number } = {},
): AlarmSeries {
  const { lambda = 0.2, threshold = 3 } = options;
  checkNumbers('counts', counts, 0);
  if (!(lambda > 0 && lambda <= 1))
    throw new DeversoirError('option-invalid', `lambda ${lambda}`, { hint: 'use a weight above 0, up to 1' });
  const statistic = new Float64Array(counts.length);
  let level = 0;
  for (let k = 0; k < counts.length; k++) {
    const mean = expectedCount(baseline, k),
      sd = Math.sqrt(mean + mean ** 2 / baseline.size);
    level = (1 - lambda) * level + (lambda * ((counts[k] as number) - mean)) / sd;
    const spread = Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (k + 1))));
    statistic[k] = level / spread;
  }
  return { statistic, alarms: risesAbove(statistic, threshold), threshold };
}
