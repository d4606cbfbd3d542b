import { DeversoirError } from '../../util/errors.js';
import { checkLevel } from '../checks.js';
import { scoreAdjustments } from './hawkes-adjustment.js';
import {
  estimateHawkes,
  type DecayPlan,
  type Estimate,
  type Plan,
  type RhythmPlan,
} from './hawkes-estimate.js';
import { HawkesProfile } from './hawkes-profile.js';
import { bootstrapIntervals, profileIntervals, type HawkesIntervals } from './hawkes-intervals.js';
import { cannotFit } from './hawkes-refusal.js';
import { hawkesGoodnessOfFit, type TimeRescalingTest } from './hawkes-likelihood.js';
import { countsOf } from './hawkes-memory.js';
import {
  branchingRadius,
  checkParameters,
  checkProfile,
  sequenceOf,
  totalEffect,
  type EventSequence,
  type HawkesEvents,
  type HawkesParameters,
  type WeeklyProfile,
} from './hawkes-model.js';
import { simulateHawkes } from './hawkes-simulate.js';
import { type NotMeasured } from '../measured.js';

export interface FitHawkesOptions {
  /** Decay an hour: a number or a K × K matrix if known; `shared` fits one for all pairs (default), `pair` one per pair. */
  readonly beta?: HawkesParameters['beta'] | 'shared' | 'pair';
  /**
   * Baseline over the week: `none` (default), a known profile, or `hour-weekday` to estimate one per type together with the
   * effects: a factor per hour of the day and one per weekday, scaled to mean 1. Up to 20,000 events the effects are then freed from
   * what fitting the rhythm takes of them (adjusted score).
   */
  readonly rhythm?: 'none' | 'hour-weekday' | WeeklyProfile;
  /** For `hour-weekday`: hour of the week at time 0, local time, 0 for Monday 00:00. */
  readonly startHourOfWeek?: number;
  readonly level?: number;
  /** Intervals calibrated by refitting simulated data (200 replicates by default): much slower. Without it: profile likelihood, level, other effects, rhythm and fitted decay following along. */
  readonly bootstrap?: { readonly seed: number; readonly replicates?: number };
}

export interface HawkesFit {
  readonly measured: true;
  readonly typeNames: readonly string[];
  /** Events per type. */
  readonly counts: readonly number[];
  /** Baseline, events an hour. */
  readonly mu: readonly number[];
  /** `A[i][j]`: expected direct events of type i per event of type j. */
  readonly A: readonly (readonly number[])[];
  readonly beta: readonly (readonly number[])[];
  readonly profile?: WeeklyProfile;
  readonly halfLifeHours: readonly (readonly number[])[];
  readonly logLik: number;
  /** 2·parameters − 2·logLik; an estimated rhythm counts its coefficients. */
  readonly aic: number;
  readonly spectralRadius: number;
  /** (I − A)⁻¹ − I; absent when the spectral radius is 1 or more. */
  readonly totalEffect?: readonly (readonly number[])[];
  /** Share of the events of type i the model attributes to its baseline, and directly to type j: a row sums to about 1. */
  readonly baselineShare: readonly number[];
  readonly attributedShare: readonly (readonly number[])[];
  readonly intervals: HawkesIntervals;
  readonly goodnessOfFit: readonly TimeRescalingTest[];
  /** `not-converged`, `unstable` (spectral radius ≥ 1: no total effect, no bootstrap), `decay-at-bound` (the data don't say how long memory lasts). */
  readonly warnings: readonly string[];
}

/** What is to be fitted and what is given. */
export function planOf(
  { beta = 'shared', rhythm = 'none', startHourOfWeek }: FitHawkesOptions,
  K: number,
): Plan {
  const given = (value: HawkesParameters['beta']): DecayPlan => {
    const zeros = Array.from({ length: K }, () => 0);
    checkParameters({ mu: zeros, A: zeros.map(() => zeros), beta: value }, K);
    return {
      kind: 'given',
      beta:
        typeof value === 'number' ? zeros.map(() => zeros.map(() => value)) : value.map((row) => [...row]),
    };
  };
  const decay: DecayPlan = beta === 'shared' || beta === 'pair' ? { kind: beta } : given(beta);
  if (rhythm === 'none') return { decay, rhythm: { kind: 'none' } };
  if (rhythm !== 'hour-weekday') {
    checkProfile(rhythm, K);
    return { decay, rhythm: { kind: 'given', profile: rhythm } };
  }
  if (startHourOfWeek === undefined || !Number.isFinite(startHourOfWeek)) {
    throw new DeversoirError('option-invalid', 'hour-weekday rhythm without startHourOfWeek', {
      hint: 'give the hour of the week at time 0, 0 for Monday 00:00',
    });
  }
  const estimated: RhythmPlan = { kind: 'estimated', startHourOfWeek };
  return { decay, rhythm: estimated };
}

/**
 * Fits a mutually exciting (Hawkes) process by maximum likelihood: who sets off whom, how much, for how long. `A` is the
 * déversoir matrix. Baseline constant or with a weekly rhythm; without the rhythm, days and nights are read as contagion.
 * Intervals by profile likelihood or parametric bootstrap; where the decay is fitted and all effects together do not beat a
 * baseline alone (likelihood ratio), they reach down to 0. Fit check by time rescaling. Excitation is prediction in time, not
 * proof of cause. Events at one same time don't excite each other: where times are rounded to more than a few minutes, or to
 * days, use `fitHawkesWithCounts`. Hawkes 1971; Ogata 1981, 1988; McCullagh & Tibshirani 1990 (adjusted score). O(n·K) a pass,
 * some hundreds of passes.
 *
 * @param events of K types, each with at least one event, 10 in all; leave out of `typeNames` a type without events
 * @returns the fit, or `measured: false` for no event, an empty type, a window of no length, equal times, fewer than 10 events
 * @throws DeversoirError `data-invalid` for times outside the window or unknown types; `option-invalid` for `hour-weekday`
 * without `startHourOfWeek`
 * @example
 * const truth = { mu: [0.5, 0.1], A: [[0.2, 0], [0.4, 0.3]], beta: 0.5 };
 * const { events } = simulateHawkes(truth, { horizonHours: 2000, seed: 7, typeNames: ['private', 'public'] });
 * const { A, intervals } = fitHawkes(events, { beta: 0.5 });
 * const { low, high } = intervals.A[1][0];
 * [A[1][0] > 0.3, low < 0.4 && 0.4 < high]
 * // → [true, true]
 */
export function fitHawkes(events: HawkesEvents, options: FitHawkesOptions = {}): HawkesFit | NotMeasured {
  const { level = 0.95, bootstrap } = options;
  checkLevel(level);
  const sequence = sequenceOf(events);
  const plan = planOf(options, sequence.K);
  const refusal = cannotFit(sequence, events.typeNames);
  if (refusal !== undefined) return refusal;
  const estimate = adjustedEstimate(sequence, plan);
  if (!Number.isFinite(estimate.logLik))
    throw new DeversoirError('data-invalid', 'an event at an hour where the given profile is 0', {
      hint: 'give a small factor instead',
    });
  const parameters = parametersOf(estimate);
  const profile = new HawkesProfile(sequence, plan, estimate);
  const intervals =
    bootstrap === undefined || branchingRadius(estimate.A) >= 1
      ? profileIntervals(profile, estimate, level)
      : bootstrapOf(profile, sequence, events, plan, estimate, parameters, bootstrap, level);
  return describeFit(events, sequence, plan, estimate, intervals);
}

const parametersOf = ({ mu, A, beta, profile }: Estimate): HawkesParameters => ({
  mu,
  A,
  beta,
  ...(profile === undefined ? {} : { profile }),
});

/** The estimate, its effects freed from what fitting the rhythm takes of them. */
export function adjustedEstimate(sequence: EventSequence, plan: Plan): Estimate {
  const estimate = estimateHawkes(sequence, plan),
    tilts = scoreAdjustments(sequence, plan, estimate);
  if (tilts === undefined) return estimate;
  const { reached, decayAtBound } = estimate,
    { reachedByBaseline = reached } = estimate;
  const adjusted = estimateHawkes(
    sequence,
    { ...plan, decay: { kind: 'given', beta: estimate.beta } },
    { ...estimate, tilts },
  );
  return {
    ...adjusted,
    reached,
    decayAtBound,
    ...(plan.decay.kind === 'given' ? {} : { reachedByBaseline }),
  };
}

/** The figures read off an estimate. */
export function describeFit(
  events: HawkesEvents,
  sequence: EventSequence,
  plan: Plan,
  estimate: Estimate,
  intervals: HawkesIntervals,
): HawkesFit {
  const { mu, A, beta, profile } = estimate;
  const spectralRadius = branchingRadius(A),
    effect = totalEffect(A),
    counts = countsOf(sequence);
  const warnings = [
    ...(estimate.converged ? [] : ['not-converged']),
    ...(spectralRadius >= 1 ? ['unstable'] : []),
    ...(estimate.decayAtBound ? ['decay-at-bound'] : []),
  ];
  const exposureOf = (i: number, index: number): number =>
    (estimate.problems[i]?.exposures ?? [])[index] as number;
  return {
    measured: true,
    typeNames: events.typeNames,
    counts,
    mu,
    A,
    beta,
    ...(profile === undefined ? {} : { profile }),
    halfLifeHours: beta.map((row) => row.map((value) => Math.LN2 / value)),
    logLik: estimate.logLik,
    aic: 2 * parameterCount(plan, estimate, sequence.K) - 2 * estimate.logLik,
    spectralRadius,
    ...(effect === undefined ? {} : { totalEffect: effect }),
    baselineShare: mu.map((value, i) => (value * exposureOf(i, 0)) / (counts[i] as number)),
    attributedShare: A.map((row, i) =>
      row.map((value, j) => (value * exposureOf(i, j + 1)) / (counts[i] as number)),
    ),
    intervals,
    goodnessOfFit: hawkesGoodnessOfFit(events, parametersOf(estimate)),
    warnings,
  };
}

function parameterCount({ decay }: Plan, { standings }: Estimate, K: number): number {
  const decays = decay.kind === 'given' ? 0 : decay.kind === 'shared' ? 1 : K * K;
  return K + K * K + decays + standings.reduce((sum, { rhythm }) => sum + (rhythm?.length ?? 0), 0);
}

function bootstrapOf(
  profile: HawkesProfile,
  sequence: EventSequence,
  events: HawkesEvents,
  plan: Plan,
  estimate: Estimate,
  parameters: HawkesParameters,
  { seed, replicates = 200 }: { readonly seed: number; readonly replicates?: number },
  level: number,
): HawkesIntervals {
  if (!(replicates >= 2))
    throw new DeversoirError('option-invalid', `replicates ${replicates}`, { hint: 'use at least 2' });
  const intervals = bootstrapIntervals(profile, estimate, replicates, seed, level, (one) => {
    const drawn = simulateHawkes(parameters, {
      horizonHours: sequence.horizon,
      seed: one,
      typeNames: events.typeNames,
      maxEvents: 50 * sequence.count + 10_000,
    });
    const refitted = sequenceOf(drawn.events);
    return cannotFit(refitted, events.typeNames) === undefined
      ? new HawkesProfile(refitted, plan, estimateHawkes(refitted, plan, estimate))
      : undefined;
  });
  return intervals ?? profileIntervals(profile, estimate, level);
}
