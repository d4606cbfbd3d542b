import type { EventSequence, WeeklyProfile } from './hawkes-model.js';
import { Target, type Standing } from './hawkes-target.js';
import { maximiseOnInterval } from '../line-search.js';
import type { RowFit, RowProblem } from '../quantification/mixture-row.js';
import { hoursOfWeek } from '../alarms/weekly-rhythm.js';

/** How decays are had: given per pair, one fitted for all, or one fitted per pair. */
export type DecayPlan =
  | { readonly kind: 'given'; readonly beta: number[][] }
  | { readonly kind: 'shared' }
  | { readonly kind: 'pair' };

export type RhythmPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly profile: WeeklyProfile }
  | { readonly kind: 'estimated'; readonly startHourOfWeek: number };

export interface Plan {
  readonly decay: DecayPlan;
  readonly rhythm: RhythmPlan;
}

/** Maximum-likelihood values, and each type's problem at them. */
export interface Estimate {
  readonly mu: number[];
  readonly A: number[][];
  readonly beta: number[][];
  readonly profile?: WeeklyProfile;
  /** Where each type stands: to start a refit or a profile from. */
  readonly standings: readonly Standing[];
  /** Per type, what is added to the score of each parameter of its row. */
  readonly tilts?: readonly Float64Array[];
  readonly logLik: number;
  /** What is maximised: the log-likelihood, with the prior of an estimated rhythm. */
  readonly reached: number;
  /** The highest of the same without any excitation, where the decay is fitted. */
  readonly reachedByBaseline?: number;
  readonly problems: readonly RowProblem[];
  readonly fits: readonly RowFit[];
  readonly converged: boolean;
  /** The shared decay ran to an end of the range tried: the data do not say how long memory lasts. */
  readonly decayAtBound: boolean;
}

/** Half-lives tried, in hours: from 3 minutes to 10 days, at most half the window. */
export function decayRange(horizon: number): [number, number] {
  const longest = Math.min(240, horizon / 2),
    shortest = Math.min(0.05, longest / 100);
  return [Math.log(Math.LN2 / longest), Math.log(Math.LN2 / shortest)];
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Coarse grid, then golden section around its best point; level, effects and rhythm follow each decay tried. */
function sharedDecay(
  targets: readonly Target[],
  horizon: number,
  start: number | undefined,
): { beta: number; atBound: boolean } {
  const value = (logBeta: number): number => {
    const beta = targets.map(() => Math.exp(logBeta));
    return sum(targets.map((target) => target.climb(beta)));
  };
  const [low, high] = decayRange(horizon);
  let centre = start === undefined ? undefined : Math.log(start),
    width = 0.7;
  if (centre === undefined) {
    const points = Array.from({ length: 13 }, (_, k) => low + ((high - low) * k) / 12);
    const values = points.map(value);
    centre = points[values.indexOf(Math.max(...values))] as number;
    width = (high - low) / 12;
  }
  const best = maximiseOnInterval(
    value,
    Math.max(low, centre - width),
    Math.min(high, centre + width),
    targets[0]?.standing.rhythm === undefined ? 1e-4 : 3e-3,
  );
  return { beta: Math.exp(best.x), atBound: best.x < low + 0.01 || best.x > high - 0.01 };
}

/** One pair after the other, until a sweep gains nothing. A pair with a_ij = 0 keeps its decay: the data don't speak of it. */
function pairDecays(targets: readonly Target[], beta: number[][], horizon: number): void {
  const [low, high] = decayRange(horizon);
  for (const target of targets) {
    const row = beta[target.type] as number[];
    for (let sweep = 0; sweep < 6; sweep++) {
      const before = target.climb(row);
      for (let j = 0; j < row.length; j++) {
        const old = row[j] as number,
          standing = target.climb(row);
        if ((target.standing.theta[j + 1] as number) === 0) continue;
        const value = (logBeta: number): number => target.climb(row.with(j, Math.exp(logBeta)));
        const best = maximiseOnInterval(
          value,
          Math.max(low, Math.log(old) - 2),
          Math.min(high, Math.log(old) + 2),
          1e-3,
        );
        if (best.value > standing) row[j] = Math.exp(best.x);
      }
      if (target.climb(row) - before < 1e-4) break;
    }
  }
}

/** What a plan makes of the events: one target per type. */
export function targetsOf(
  events: EventSequence,
  { rhythm }: Plan,
  tilts?: readonly Float64Array[],
): Target[] {
  const estimated =
    rhythm.kind === 'estimated'
      ? {
          startHourOfWeek: rhythm.startHourOfWeek,
          hours: hoursOfWeek(events.horizon, rhythm.startHourOfWeek),
        }
      : { startHourOfWeek: 0 };
  const targets = Array.from(
    { length: events.K },
    (_, i) =>
      new Target(
        events,
        i,
        rhythm.kind === 'given'
          ? {
              startHourOfWeek: rhythm.profile.startHourOfWeek,
              factors: Float64Array.from(rhythm.profile.factors[i] as ArrayLike<number>),
            }
          : estimated,
      ),
  );
  tilts?.forEach((tilt, i) => {
    (targets[i] as Target).tilt = tilt;
  });
  return targets;
}

/**
 * Maximum likelihood under a plan. Given the decays each type stands alone: its effects are a concave problem solved by Newton
 * steps, an estimated rhythm is climbed together with them. O(n·K) a step.
 *
 * @param start values of an earlier fit, to start a refit of similar data from
 */
export function estimateHawkes(
  events: EventSequence,
  plan: Plan,
  start?: Pick<Estimate, 'beta' | 'standings' | 'tilts'>,
): Estimate {
  const { K, horizon } = events,
    { decay } = plan;
  const targets = targetsOf(events, plan, start?.tilts);
  const square = (value: number): number[][] =>
    Array.from({ length: K }, () => Array.from({ length: K }, () => value));
  let beta =
    decay.kind === 'given'
      ? decay.beta
      : (start?.beta.map((row) => [...row]) ?? square(Math.LN2 / Math.min(4, horizon / 4)));
  const rowOf = (target: Target): number[] => beta[target.type] as number[];
  let atBound = false;
  for (const target of targets) {
    const from = start?.standings[target.type];
    target.climb(rowOf(target), from === undefined ? {} : { from });
  }
  if (decay.kind === 'shared' || (decay.kind === 'pair' && start === undefined)) {
    const found = sharedDecay(targets, horizon, start?.beta[0]?.[0]);
    atBound = found.atBound;
    beta = square(found.beta);
  }
  if (decay.kind === 'pair') pairDecays(targets, beta, horizon);
  const reached = sum(
    targets.map((target) => target.climb(rowOf(target), { precision: 1e-4 }) - target.tilted),
  );
  const fits = targets.map((target) => target.fit as RowFit),
    standings = targets.map(({ standing }) => standing);
  const estimate = {
    mu: fits.map((fit) => fit.theta[0] as number),
    A: fits.map((fit) => [...fit.theta.subarray(1)]),
    beta,
    ...profileOf(targets, plan),
    standings,
    ...(start?.tilts === undefined ? {} : { tilts: start.tilts }),
    logLik: sum(targets.map(({ logLik }) => logLik)),
    reached,
    problems: targets.map((target) => target.problem(rowOf(target))),
    fits,
    converged: fits.every((fit) => fit.converged),
    decayAtBound: atBound,
  };
  if (decay.kind === 'given') return estimate;
  const none = new Map(Array.from({ length: K }, (_, j) => [j + 1, 0] as const));
  return {
    ...estimate,
    reachedByBaseline: sum(targets.map((target) => target.climb(rowOf(target), { held: none }))),
  };
}

function profileOf(targets: readonly Target[], { rhythm }: Plan): { profile?: WeeklyProfile } {
  if (rhythm.kind === 'none') return {};
  return rhythm.kind === 'given'
    ? { profile: rhythm.profile }
    : {
        profile: {
          factors: targets.map((target) => target.factors as Float64Array),
          startHourOfWeek: rhythm.startHourOfWeek,
        },
      };
}
