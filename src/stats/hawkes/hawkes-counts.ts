import { DeversoirError } from '../../util/errors.js';
import { checkLevel, checkNumbers, type Numbers } from '../checks.js';
import { withBins } from './hawkes-bins.js';
import {
  adjustedEstimate,
  describeFit,
  planOf,
  type FitHawkesOptions,
  type HawkesFit,
} from './hawkes-fit.js';
import { cannotFit } from './hawkes-refusal.js';
import { profileIntervals } from './hawkes-intervals.js';
import { sequenceOf, type EventBins, type HawkesEvents } from './hawkes-model.js';
import { HawkesProfile } from './hawkes-profile.js';
import type { NotMeasured } from '../measured.js';

/** A type known only as counts per bin, such as press articles per day. */
export interface CountedType {
  /** One of `typeNames`; `times` then holds no event of it. */
  readonly type: string;
  /** Bin edges in hours, upwards, one more than `counts`. */
  readonly edges: Numbers;
  readonly counts: Numbers;
}

/** Bins per type. */
export function binsOf(counted: readonly CountedType[], events: HawkesEvents): Map<number, EventBins> {
  return new Map(
    counted.map(({ type, edges, counts }) => {
      const code = events.typeNames.indexOf(type);
      if (code < 0)
        throw new DeversoirError('data-invalid', `counted type ${type}`, {
          hint: `use one of ${events.typeNames.join(', ')}`,
        });
      checkNumbers('edges', edges, 0);
      checkNumbers('counts', counts, 0);
      if (edges.length !== counts.length + 1)
        throw new DeversoirError('data-invalid', `${edges.length} edges for ${counts.length} counts`, {
          hint: 'give one edge more than counts',
        });
      for (let d = 0; d < counts.length; d++) {
        if (!Number.isInteger(counts[d] as number))
          throw new DeversoirError('data-invalid', `count ${counts[d] as number} at index ${d}`, {
            hint: 'give whole numbers',
          });
        if (
          !((edges[d] as number) < (edges[d + 1] as number)) ||
          (edges[d + 1] as number) > events.horizonHours
        )
          throw new DeversoirError(
            'data-invalid',
            `bin from ${edges[d] as number} to ${edges[d + 1] as number}`,
            { hint: 'edges must rise and end by the horizon' },
          );
      }
      return [
        code,
        {
          low: Float64Array.from(edges).subarray(0, -1),
          high: Float64Array.from(edges).subarray(1),
          counts: Float64Array.from(counts),
        },
      ] as const;
    }),
  );
}

/**
 * `fitHawkes` where some types are known only as counts per bin (press articles per day): an interval-censored fit. A bin's
 * count is Poisson around the mean of the intensity over it; its events excite others as if spread evenly over it, and what they
 * set off within it is expected, not seen. After Calderon, Soen & Rizoiu 2021, with the counts of earlier bins known instead of
 * expected. Of a rhythm to estimate, a counted type has the weekdays only, by the middle of its bins.
 *
 * Limits: effects much faster than a bin, of the counted type on itself above all, are told from the baseline with wide
 * intervals; give `beta` where it is known from the other types. Counted types have no fit check.
 *
 * @param counted the counted types; bins may leave parts of the window out, where their count is then taken as 0
 * @returns as `fitHawkes`
 * @throws DeversoirError `data-invalid` for an unknown type, bins that do not rise or lie outside, counts that are not whole
 * @example
 * const truth = { mu: [0.5, 0.05], A: [[0.2, 0], [0.1, 0.2]], beta: 0.2 };
 * const { events } = simulateHawkes(truth, { horizonHours: 1200, seed: 6, typeNames: ['public', 'press'] });
 * const exact = [...events.times].filter((_, k) => events.types[k] === 0);
 * const edges = Array.from({ length: 51 }, (_, day) => 24 * day);
 * const counts = edges.slice(1).map((end) => events.times.filter((t, k) => events.types[k] === 1 && t > end - 24 && t <= end).length);
 * const fit = fitHawkesWithCounts({ ...events, times: exact, types: exact.map(() => 0) }, [{ type: 'press', edges, counts }], { beta: 0.2 });
 * const { low, high } = fit.intervals.A[1][0];
 * low < 0.1 && 0.1 < high
 * // → true
 */
export function fitHawkesWithCounts(
  events: HawkesEvents,
  counted: readonly CountedType[],
  options: Omit<FitHawkesOptions, 'bootstrap'> = {},
): HawkesFit | NotMeasured {
  const { level = 0.95 } = options;
  checkLevel(level);
  const exact = sequenceOf(events),
    bins = binsOf(counted, events),
    plan = planOf(options, exact.K);
  if ([...bins.keys()].some((type) => exact.types.includes(type)))
    throw new DeversoirError('data-invalid', 'a counted type with exact times', {
      hint: 'give a type either as counts or as times',
    });
  const sequence = withBins(exact, bins);
  const refusal = cannotFit(sequence, events.typeNames);
  if (refusal !== undefined) return refusal;
  const estimate = adjustedEstimate(sequence, plan);
  const fit = describeFit(
    { ...events, times: sequence.times, types: sequence.types },
    sequence,
    plan,
    estimate,
    profileIntervals(new HawkesProfile(sequence, plan, estimate), estimate, level),
  );
  return {
    ...fit,
    goodnessOfFit: fit.goodnessOfFit.map(({ type, n, ...test }, i) =>
      bins.has(i) ? { type, n } : { type, n, ...test },
    ),
  };
}
