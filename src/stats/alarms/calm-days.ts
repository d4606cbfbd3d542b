import { negativeBinomialUpperTail, sizeOf } from './count-spread.js';
import { slotMeans, type Periods } from './slot-means.js';

/** Standard deviations above the median of days that no crisis moves. */
const ABOVE = 4;
/** Days as high as one that is no calm, in as many days of calm: fewer than one series in ten has one. */
const RARE = 0.1;
/** So few messages make no crisis, however rare they are. */
const ALWAYS_CALM = 2;
const ROUNDS = 10;

const byDay = (values: Float64Array, perDay: number): Float64Array => {
  const totals = new Float64Array(Math.ceil(values.length / perDay));
  values.forEach((value, k) => {
    const day = Math.floor(k / perDay);
    totals[day] = (totals[day] as number) + value;
  });
  return totals;
};

function middle(values: Float64Array): number {
  const sorted = values.toSorted(),
    half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}

/** Days that are not far above the median, by the median distance from it (times 1.4826 it is a standard deviation) or that of Poisson. */
function core(totals: Float64Array): boolean[] {
  const median = middle(totals),
    distance = 1.4826 * middle(totals.map((total) => Math.abs(total - median)));
  const most = median + ABOVE * Math.max(distance, Math.sqrt(median));
  return Array.from(totals, (total) => total <= Math.max(most, ALWAYS_CALM));
}

/**
 * Whether each period lies in a calm day. From days near the median, which no crisis moves, the calm grows by the days that a calm as
 * wide as it has (negative binomial, by weekday; forward search; Atkinson, Riani & Cerioli 2004). Whole days: hours that are high because messages answer
 * each other are what calm looks like, and a calm without them echoes too little.
 *
 * @example
 * const daily = Array.from({ length: 28 }, (_, day) => (day === 9 ? 90 : 10 + (day % 3)));
 * calmPeriods(Float64Array.from(daily), { slots: 7, startSlot: 0 }).indexOf(false)
 * // → 9
 */
export function calmPeriods(counts: Float64Array, periods: Periods): readonly boolean[] {
  const { slots, startSlot } = periods,
    perDay = slots / 7;
  const totals = byDay(counts, perDay);
  let calm: readonly boolean[] = core(totals);
  const inCalm = (): boolean[] => Array.from(counts, (_, k) => calm[Math.floor(k / perDay)] as boolean);
  for (let round = 0; round < ROUNDS; round++) {
    const meanOfSlot = slotMeans(counts, inCalm(), periods);
    const means = byDay(
      counts.map((_, k) => meanOfSlot[(startSlot + k) % slots] as number),
      perDay,
    );
    const size = sizeOf(totals, calm, means);
    const kept = Array.from(totals, (total, day) => {
      const mean = means[day] as number,
        likely = negativeBinomialUpperTail(total, mean, size);
      return total <= ALWAYS_CALM || likely * totals.length >= RARE;
    });
    if (kept.every((one, day) => one === calm[day])) break;
    calm = kept;
  }
  return inCalm();
}
