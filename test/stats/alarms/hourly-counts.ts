import { fitCountBaseline, type CountBaseline } from '../../../src/stats/index.js';
import { negativeBinomial } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

/** The baseline of counts that tell one. */
export function baselineOf(
  counts: ArrayLike<number>,
  hoursPerPeriod: 1 | 24,
  startHourOfWeek = 0,
): CountBaseline {
  const baseline = fitCountBaseline(counts, { hoursPerPeriod, startHourOfWeek });
  if (!baseline.measured) throw new Error(baseline.because);
  return baseline;
}

/** Hours of weeks as people write: by day, less at weekends. */
export const hourly = (weeks: number, seed: number) => {
  const uniform = seededRandom(seed);
  return Float64Array.from({ length: 168 * weeks }, (_, k) =>
    negativeBinomial(
      uniform,
      3 * (1 + Math.sin((2 * Math.PI * ((k % 24) - 8)) / 24)) * (k % 168 < 120 ? 1.2 : 0.5) + 0.3,
      4,
    ),
  );
};
