import { gammaVariate, negativeBinomial, type Uniform } from '../variates.js';
import { expectedCount, type CountBaseline } from './count-baseline.js';

/**
 * An hourly baseline by equal parts of the hour, whose sums have the means and the spread of the hours.
 *
 * @example
 * const hours = fitCountBaseline(Array.from({ length: 336 }, (_, k) => 4 + (k % 2)), { hoursPerPeriod: 1, startHourOfWeek: 0 });
 * const quarters = byPartsOfHour(hours, 4);
 * expectedCount(quarters, 41) / expectedCount(hours, 10)
 * // → 0.25
 */
export function byPartsOfHour(hours: CountBaseline, parts: number): CountBaseline {
  const { meanOfSlot, size, echo, startSlot, n, leftOut } = hours;
  return {
    measured: true,
    meanOfSlot: Float64Array.from(
      { length: parts * meanOfSlot.length },
      (_, slot) => (meanOfSlot[Math.floor(slot / parts)] as number) / parts,
    ),
    size: size / parts,
    echo,
    startSlot: parts * startSlot,
    hoursPerPeriod: 1 / parts,
    n: parts * n,
    leftOut: parts * leftOut,
  };
}

/**
 * Draws periods 0..length−1 of calm, in which messages call for others as far as those of the baseline do. The level is drawn
 * anew every 30 days, as far as the messages of the baseline leave it open.
 */
export function drawCounts(baseline: CountBaseline, length: number, uniform: Uniform): Float64Array {
  const {
      size,
      hoursPerPeriod,
      echo: { share, halfLifeHours },
    } = baseline,
    left = 0.5 ** (hoursPerPeriod / halfLifeHours);
  const seen =
      (baseline.n * baseline.meanOfSlot.reduce((sum, mean) => sum + mean, 0)) / baseline.meanOfSlot.length,
    known = seen * (1 - share) ** 2;
  const month = Math.round(720 / hoursPerPeriod);
  let recent = 0,
    level = 1;
  return Float64Array.from({ length }, (_, k) => {
    if (k % month === 0) level = gammaVariate(uniform, known) / known;
    const count = negativeBinomial(
      uniform,
      level * (1 - share) * expectedCount(baseline, k) + share * (1 - left) * recent,
      size,
    );
    recent = left * recent + count;
    return count;
  });
}
