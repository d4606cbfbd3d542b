import { at } from './checks.js';
import type { EventSequence, WeeklyProfile } from './hawkes-model.js';
import type { FittedRhythm } from './hawkes-rhythm.js';
import { Target } from './hawkes-target.js';
import { maximiseOnInterval } from './line-search.js';
import type { RowFit, RowProblem } from './mixture-row.js';
import { hoursOfWeek } from './weekly-rhythm.js';

/** How decays are had: given per pair, one fitted for all, or one fitted per pair. */
export type DecayPlan = { readonly kind: 'given'; readonly beta: number[][] } | { readonly kind: 'shared' } | { readonly kind: 'pair' };

export type RhythmPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly profile: WeeklyProfile }
  | { readonly kind: 'estimated'; readonly startHourOfWeek: number };

export interface Plan { readonly decay: DecayPlan; readonly rhythm: RhythmPlan }

/** Maximum-likelihood values, and each type's problem at them. */
export interface Estimate {
  readonly mu: number[];
  readonly A: number[][];
  readonly beta: number[][];
  readonly profile?: WeeklyProfile;
  /** Per type, where the rhythm is estimated. */
  readonly rhythms?: readonly FittedRhythm[];
  /** Per type and parameter of its row: how much estimating rhythm and decays widens the variance. */
  readonly varianceGrowth: readonly (readonly number[])[];
  readonly logLik: number;
  /** Highest log-likelihood without any excitation, where the decay is fitted. */
  readonly logLikOfBaseline?: number;
  readonly problems: readonly RowProblem[];
  readonly fits: readonly RowFit[];
  readonly converged: boolean;
  /** The shared decay ran to an end of the range tried: the data do not say how long memory lasts. */
  readonly decayAtBound: boolean;
}

/** Half-lives tried, in hours: from 3 minutes to 10 days, at most half the window. */
function decayRange(horizon: number): [number, number] {
  const longest = Math.min(240, horizon / 2), shortest = Math.min(0.05, longest / 100);
  return [Math.log(Math.LN2 / longest), Math.log(Math.LN2 / shortest)];
}

const logLikOf = (targets: readonly Target[]): number => targets.reduce((sum, target) => sum + (target.fit?.logLik ?? 0), 0);

/** Coarse grid, then golden section around its best point. */
function sharedDecay(targets: readonly Target[], horizon: number, start: number | undefined): { beta: number; atBound: boolean } {
  const K = targets.length;
  const value = (logBeta: number): number => {
    const beta = Array.from({ length: K }, () => Math.exp(logBeta));
    for (const target of targets) target.solve(beta);
    return logLikOf(targets);
  };
  const [low, high] = decayRange(horizon);
  let centre = start === undefined ? undefined : Math.log(start), width = 0.7;
  if (centre === undefined) {
    const points = Array.from({ length: 13 }, (_, k) => low + ((high - low) * k) / 12);
    const values = points.map(value);
    centre = points[values.indexOf(Math.max(...values))] as number;
    width = (high - low) / 12;
  }
  const best = maximiseOnInterval(value, Math.max(low, centre - width), Math.min(high, centre + width), 1e-4);
  return { beta: Math.exp(best.x), atBound: best.x < low + 0.01 || best.x > high - 0.01 };
}

/** One pair after the other, until a sweep gains nothing. A pair with a_ij = 0 keeps its decay: the data don't speak of it. */
function pairDecays(targets: readonly Target[], beta: number[][], horizon: number): void {
  const [low, high] = decayRange(horizon);
  for (const target of targets) {
    const row = beta[target.type] as number[];
    for (let sweep = 0; sweep < 6; sweep++) {
      const before = target.solve(row).logLik;
      for (let j = 0; j < row.length; j++) {
        const old = row[j] as number, standing = target.solve(row);
        if (at(standing.theta, j + 1) === 0) continue;
        const value = (logBeta: number): number => target.solve(row.with(j, Math.exp(logBeta))).logLik;
        const best = maximiseOnInterval(value, Math.max(low, Math.log(old) - 2), Math.min(high, Math.log(old) + 2), 1e-3);
        if (best.value > standing.logLik) row[j] = Math.exp(best.x);
      }
      if (target.solve(row).logLik - before < 1e-4) break;
    }
  }
}

/** The shape is chosen before and after the first fit of the decays, then kept, as it is in refits of similar data. */
function rhythmOfRound(target: Target, beta: readonly number[], hours: Float64Array, round: number, start: FittedRhythm | undefined): void {
  const kept = target.fitted ?? start;
  if (kept === undefined || (round === 1 && start === undefined)) target.chooseRhythm(beta, hours);
  else target.fitRhythm(beta, hours, kept.shape, kept.coefficients);
}

/**
 * Maximum likelihood under a plan. The rhythm and the decays are improved in turn; given both, each type is a concave
 * problem solved by Newton steps. O(n·K) a step.
 *
 * @param start values of an earlier fit, to start a refit of similar data from
 */
export function estimateHawkes(events: EventSequence, plan: Plan, start?: Pick<Estimate, 'beta' | 'rhythms'>): Estimate {
  const { K, horizon } = events;
  const { rhythm } = plan;
  const startHour = rhythm.kind === 'given' ? rhythm.profile.startHourOfWeek : rhythm.kind === 'estimated' ? rhythm.startHourOfWeek : 0;
  const targets = Array.from({ length: K }, (_, i) => new Target(events, i, startHour));
  if (rhythm.kind === 'given') for (const target of targets) target.factors = Float64Array.from(rhythm.profile.factors[target.type] as ArrayLike<number>);
  const square = (value: number): number[][] => Array.from({ length: K }, () => Array.from({ length: K }, () => value));
  const hours = rhythm.kind === 'estimated' ? hoursOfWeek(horizon, startHour) : new Float64Array(168);
  let beta = plan.decay.kind === 'given' ? plan.decay.beta : (start?.beta.map((row) => [...row]) ?? square(Math.LN2 / Math.min(4, horizon / 4)));
  let atBound = false;
  const rounds = rhythm.kind === 'estimated' && plan.decay.kind !== 'given' ? 4 : 1;
  for (let round = 0, last = -Infinity; round < rounds; round++) {
    if (rhythm.kind === 'estimated') for (const target of targets) rhythmOfRound(target, beta[target.type] as number[], hours, round, start?.rhythms?.[target.type]);
    if (plan.decay.kind === 'shared' || (plan.decay.kind === 'pair' && start === undefined && round === 0)) {
      const found = sharedDecay(targets, horizon, start?.beta[0]?.[0] ?? (round > 0 ? beta[0]?.[0] : undefined));
      atBound = found.atBound;
      beta = square(found.beta);
    }
    if (plan.decay.kind === 'pair') pairDecays(targets, beta, horizon);
    for (const target of targets) target.solve(beta[target.type] as number[]);
    const reached = logLikOf(targets);
    if (reached - last < 0.01) break;
    last = reached;
  }
  const fits = targets.map((target) => target.solve(beta[target.type] as number[]));
  return {
    mu: fits.map((fit) => at(fit.theta, 0)), A: fits.map((fit) => [...fit.theta.subarray(1)]), beta, logLik: logLikOf(targets),
    ...(rhythm.kind === 'none' ? {} : { profile: { factors: targets.map((target) => target.factors as Float64Array), startHourOfWeek: startHour } }),
    ...(rhythm.kind === 'estimated' ? { rhythms: targets.map((target) => target.fitted as FittedRhythm) } : {}),
    varianceGrowth: targets.map((target) => target.varianceGrowth(beta[target.type] as number[], plan.decay.kind)),
    ...(plan.decay.kind === 'given' ? {} : { logLikOfBaseline: targets.reduce((sum, target) => sum + target.logLikOfBaseline(beta[target.type] as number[], hours), 0) }),
    problems: targets.map((target) => target.problem(beta[target.type] as number[])),
    fits, converged: fits.every((fit) => fit.converged), decayAtBound: atBound,
  };
}
