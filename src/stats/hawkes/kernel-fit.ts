import { DeversoirError } from '../../util/errors.js';
import { checkLevel } from '../checks.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import type { StatInterval } from '../shares/interval.js';
import { withBins } from './hawkes-bins.js';
import { binsOf, type CountedType } from './hawkes-counts.js';
import { cannotFit } from './hawkes-refusal.js';
import type { TimeRescalingTest } from './hawkes-likelihood.js';
import { countsOf } from './hawkes-memory.js';
import {
  branchingRadius,
  sequenceOf,
  totalEffect,
  type EventSequence,
  type HawkesEvents,
} from './hawkes-model.js';
import { placeIn, spansWithout, type Span } from './kernel-baseline.js';
import { rescalingTest } from './kernel-check.js';
import { widestInterval } from './kernel-intervals.js';
import { kernelRow, kernelsOf, type KernelRow } from './kernel-rows.js';
import type { KnownPair } from './kernel-columns.js';

/** Half-lives of the grid, in hours: a quarter of an hour to a week, four times apart. */
export const KERNEL_HALF_LIVES = [0.25, 1, 4, 16, 64, 168] as const;

export interface FitKernelsOptions {
  /** Types known only as counts per bin, such as articles by day. */
  readonly counted?: readonly CountedType[];
  /** Half-lives of the kernels, in hours. */
  readonly halfLives?: readonly number[];
  /** Hour of the week at time 0, local, 0 for Monday 00:00. Without it the baseline has no rhythm, only a slow change of level. */
  readonly startHourOfWeek?: number;
  /** Spans whose events say nothing of ordinary times (bursts): they are not explained, and what follows them is set apart. */
  readonly shocks?: readonly Span[];
  /** Where events of a type with exact times would not be seen, such as days that no export covers: none is expected there. */
  readonly unseen?: readonly (Span & { readonly type: string })[];
  /** Events known to have been set off by another, such as the spills of linked cases: a second witness of law and size (Fox et al. 2016). */
  readonly pairs?: readonly KnownPair[];
  readonly level?: number;
}

export interface KernelFit {
  readonly measured: true;
  readonly typeNames: readonly string[];
  /** Events per type that are fitted, those of shocks left out. */
  readonly counts: readonly number[];
  /** `A[i][j]`: expected direct events of type i per event of type j. */
  readonly A: readonly (readonly number[])[];
  readonly intervals: readonly (readonly StatInterval[])[];
  readonly halfLives: readonly number[];
  /** `kernels[i][j][k]`: the part of `A[i][j]` that falls by half in `halfLives[k]`. */
  readonly kernels: readonly (readonly (readonly number[])[])[];
  /** Hours by which half of the direct events have come; absent where there is none, or too few to learn a law of lags. */
  readonly medianLagHours: readonly (readonly (number | undefined)[])[];
  readonly spectralRadius: number;
  /** (I − A)⁻¹ − I; absent when the spectral radius is 1 or more. */
  readonly totalEffect?: readonly (readonly number[])[];
  readonly baselineShare: readonly number[];
  readonly attributedShare: readonly (readonly number[])[];
  /** By time rescaling; without a figure for counted types. */
  readonly goodnessOfFit: readonly TimeRescalingTest[];
  readonly logLik: number;
  readonly converged: boolean;
}

/**
 * Mutually exciting (Hawkes) process whose kernels are sums of exponentials on a fixed grid of half-lives, each with a weight of at
 * least 0: aᵢⱼ = Σₖ αᵢⱼₖ. The log-likelihood is concave, so no starting point matters and each pair has its own law of lags. The
 * baseline follows hour, weekday and a slow level that bends only where it gains enough (Schwarz 1978); intervals, by profile likelihood, hold
 * those under the level that foretells best too (Akaike 1974), and their lower bound is above 0 only where an effect gains more than its
 * many laws of lags do by chance (Self & Liang 1987). Bacry & Muzy 2016; shocks apart after
 * Rizoiu et al. 2017. With one half-life and no hour of the week it is the classic process of one exponential.
 *
 * Excitation is prediction in time, not proof of cause. Events at one same time don't excite each other: types whose times are
 * rounded to more than a few minutes, or to days, are `counted`. A bin's count is then Poisson around the mean of the intensity over
 * it, its events excite others as if spread evenly over it, what they set off within it is expected, not seen (after Calderon, Soen
 * & Rizoiu 2021). Effects much faster than a bin are told from the baseline with wide intervals.
 *
 * @param events of K types, each with at least one event, 10 in all; leave out of `typeNames` a type without events
 * @returns the fit, or `measured: false` for no event, an empty type, a window of no length, equal times, fewer than 10 events
 * @throws DeversoirError `data-invalid` for times outside the window, unknown types, a counted type with exact times, bins that do
 * not rise or lie outside, counts that are not whole
 * @example
 * const truth = { mu: [0.5, 0.1], A: [[0.2, 0], [0.4, 0.3]], beta: [[1, 1], [0.05, 1]] };
 * const { events } = simulateHawkes(truth, { horizonHours: 2000, seed: 7, typeNames: ['private', 'public'] });
 * const { intervals } = fitHawkesKernels(events);
 * const { low, high } = intervals[1][0];
 * [low < 0.4, 0.4 < high]
 * // → [true, true]
 */
export function fitHawkesKernels(
  events: HawkesEvents,
  options: FitKernelsOptions = {},
): KernelFit | NotMeasured {
  const { counted = [], halfLives = KERNEL_HALF_LIVES, startHourOfWeek, pairs = [], level = 0.95 } = options;
  checkLevel(level);
  const exact = sequenceOf(events),
    bins = binsOf(counted, events);
  if ([...bins.keys()].some((type) => exact.types.includes(type)))
    throw new DeversoirError('data-invalid', 'a counted type with exact times', {
      hint: 'give a type either as counts or as times',
    });
  const whole = bins.size === 0 ? exact : withBins(exact, bins);
  const refusal = cannotFit(whole, events.typeNames);
  if (refusal !== undefined) return refusal;
  // bursts within bursts are counted once
  const shocks = spansWithout(whole.horizon, spansWithout(whole.horizon, options.shocks ?? []));
  const sequence = withoutShocks(whole, shocks);
  const K = whole.K,
    counts = countsOf(sequence).slice(0, K),
    empty = counts.indexOf(0);
  if (empty >= 0) return notMeasured('no-events', events.typeNames[empty]);
  const types = Array.from({ length: K }, (_, i) => i);
  const known = pairs.map((pair) => ({
    ...pair,
    source: placeIn(shocks, pair.time - pair.lag) >= 0 ? whole.K : pair.source,
  }));
  const unseen = new Map(
    types.map((type) => [type, (options.unseen ?? []).filter((one) => one.type === events.typeNames[type])]),
  );
  const rows = types.map((type) =>
    kernelRow({ events: sequence, halfLives, startHourOfWeek, shocks, unseen, pairs: known }, type),
  );
  const kernels = rows.map((row) => types.map((j) => kernelsOf(row, j)));
  const A = kernels.map((row) => row.map((own) => own.reduce((a, b) => a + b, 0)));
  const effect = totalEffect(A);
  return {
    measured: true,
    typeNames: events.typeNames,
    counts,
    A,
    intervals: rows.map((row) =>
      types.map((j) => ({
        ...widestInterval(
          [row, ...(row.freer === undefined ? [] : [row.freer])].map((one) => ({
            ...one,
            own: one.places[j] ?? [],
          })),
          level,
        ),
        level,
        method: 'profile likelihood',
      })),
    ),
    halfLives,
    kernels,
    medianLagHours: kernels.map((row, i) =>
      row.map((own, j) => (rows[i]?.unlearnt[j] === true ? undefined : medianLag(own, halfLives))),
    ),
    spectralRadius: branchingRadius(A),
    ...(effect === undefined ? {} : { totalEffect: effect }),
    baselineShare: rows.map((row) => shareOf(row, [...row.baseline.keys()])),
    attributedShare: rows.map((row) => types.map((j) => shareOf(row, row.places[j] ?? []))),
    goodnessOfFit: rows.map((row, i) =>
      bins.has(i)
        ? { type: events.typeNames[i] as string, n: row.events }
        : rescalingTest(
            row,
            sequence,
            halfLives,
            spansWithout(whole.horizon, shocks),
            events.typeNames[i] as string,
          ),
    ),
    logLik: rows.reduce((sum, { fit }) => sum + fit.logLik, 0),
    converged: rows.every(({ fit }) => fit.converged),
  };
}

/** Events of shocks become a type of their own, the last: they excite apart and are not explained. */
function withoutShocks(events: EventSequence, shocks: readonly Span[]): EventSequence {
  if (shocks.length === 0) return events;
  return {
    ...events,
    K: events.K + 1,
    types: events.types.map((type, k) =>
      events.bins?.has(type) !== true && placeIn(shocks, events.times[k] as number) >= 0 ? events.K : type,
    ),
  };
}

/** Share of the events of a target that columns bring about. */
const shareOf = ({ problem, fit, events }: KernelRow, places: readonly number[]): number =>
  places.reduce((sum, j) => sum + (fit.theta[j] as number) * (problem.exposures[j] as number), 0) / events;

function medianLag(weights: readonly number[], halfLives: readonly number[]): number | undefined {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total <= 1e-9) return undefined;
  const left = (t: number): number =>
    weights.reduce((sum, weight, k) => sum + weight * 0.5 ** (t / (halfLives[k] as number)), 0) / total;
  let low = 0,
    high = Math.max(...halfLives);
  while (high - low > 1e-3 * high) {
    const middle = (low + high) / 2;
    if (left(middle) > 0.5) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
