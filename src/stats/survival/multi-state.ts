import { Matrix } from 'ml-matrix';
import { DeversoirError } from '../../util/errors.js';
import { checkLevel } from '../checks.js';
import { percentileInterval, resampleCounts } from '../shares/bootstrap.js';
import type { StatInterval } from '../shares/interval.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { occupation, StayChanges, timeIn, type Stay, type Steps } from './state-steps.js';

/** A stay in one state: from `start` until the move at `stop`, or until observation ended there. */
export interface StateSpell {
  /** Whose spell it is: the case. Spells of one subject are resampled together. */
  readonly subject: string | number;
  readonly from: string;
  /** Start and stop on the subject's own clock (days or hours since its opening); stop above start, unless it moves at once. */
  readonly start: number;
  readonly stop: number;
  /** State moved to at `stop`; absent when the spell was censored. */
  readonly to?: string;
}

export interface MultiStateOptions {
  /** All states, in the order of the matrices. */
  readonly states: readonly string[];
  readonly level?: number;
  /** Intervals by resampling subjects; 200 replicates by default. Without it no interval is given. */
  readonly bootstrap?: { readonly seed: number; readonly replicates?: number };
}

/** A figure, with an interval when the bootstrap was asked for. */
export interface StateEstimate {
  readonly value: number;
  readonly interval?: StatInterval;
}

export interface MultiState {
  readonly measured: true;
  readonly states: readonly string[];
  readonly subjects: number;
  /** Observed moves `moves[from][to]`. */
  readonly moves: readonly (readonly number[])[];
  /** End of the last spell: figures beyond it are refused. */
  readonly observedUntil: number;
  /** Probability to be in each state at t for one who is in `from` at s: Π (I + dA) over moves in (s, t]. Rows sum to 1. */
  transitionMatrix(s: number, t: number): number[][];
  probability(from: string, to: string, s: number, t: number): StateEstimate;
  /** Expected time spent in `state` during (0, horizon] for one who starts in `from` at 0; all states sum to the horizon. */
  expectedTime(from: string, state: string, horizon: number): StateEstimate;
  /** Probability to have entered `target` by time `within` from `from` at 0, having left it since or not. */
  probabilityToReach(from: string, target: string, within: number): StateEstimate;
}

function code(
  spells: readonly StateSpell[],
  states: readonly string[],
): (Stay & { subject: string | number })[] {
  const index = new Map(states.map((state, i) => [state, i]));
  const find = (state: string, i: number): number => {
    const found = index.get(state);
    if (found === undefined)
      throw new DeversoirError('data-invalid', `state ${state} at index ${i}`, {
        hint: `use one of ${states.join(', ')}`,
      });
    return found;
  };
  return spells.map(({ subject, from, start, stop, to }, i) => {
    if (!(Number.isFinite(start) && Number.isFinite(stop) && start >= 0 && stop >= start)) {
      throw new DeversoirError('data-invalid', `spell from ${start} to ${stop} at index ${i}`, {
        hint: 'give 0 ≤ start ≤ stop',
      });
    }
    return { subject, from: find(from, i), to: to === undefined ? -1 : find(to, i), start, stop };
  });
}

/**
 * Multi-state funnel: Aalen-Johansen transition matrices from spells in states, with censoring. Clock: time since the
 * subject's opening. Markov assumption: what comes next depends on state and time, not on how the state was reached.
 * Aalen & Johansen 1978. O(spells log spells) to build, O(moves) a figure.
 *
 * @returns figures on request, or `measured: false` without spells or without a move
 * @throws DeversoirError `data-invalid` for an unknown state or a spell that ends before it starts
 * @example
 * const spells = [
 *   { subject: 1, from: 'private', start: 0, stop: 2, to: 'public' },
 *   { subject: 1, from: 'public', start: 2, stop: 5, to: 'resolved' },
 *   { subject: 2, from: 'private', start: 0, stop: 4, to: 'resolved' },
 *   { subject: 3, from: 'private', start: 0, stop: 10 },
 *   { subject: 4, from: 'private', start: 0, stop: 6, to: 'public' },
 *   { subject: 4, from: 'public', start: 6, stop: 10 },
 * ];
 * const funnel = multiState(spells, { states: ['private', 'public', 'resolved'] });
 * [funnel.probabilityToReach('private', 'public', 10).value, funnel.expectedTime('private', 'private', 10).value]
 * // → [0.5, 5.5]
 */
export function multiState(
  spells: readonly StateSpell[],
  options: MultiStateOptions,
): MultiState | NotMeasured {
  const { states, level = 0.95, bootstrap } = options;
  checkLevel(level);
  const coded = code(spells, states);
  if (coded.length === 0) return notMeasured('no-observations');
  const K = states.length;
  const changes = new StayChanges(coded, K),
    own = changes.steps();
  if (own.times.length === 0) return notMeasured('no-events');
  const places = new Map<string | number, number>();
  const groupOf = Uint32Array.from(coded, ({ subject }) => {
    const place = places.get(subject) ?? places.size;
    places.set(subject, place);
    return place;
  });
  const observedUntil = coded.reduce((latest, spell) => Math.max(latest, spell.stop), 0);
  let replicates: Steps[] | undefined;
  const drawn = (): Steps[] => {
    if (replicates !== undefined) return replicates;
    const made: Steps[] = [],
      weights = new Uint32Array(changes.kinds);
    if (bootstrap !== undefined)
      resampleCounts(places.size, bootstrap.seed, bootstrap.replicates ?? 200, (counts) => {
        made.push(changes.steps(changes.weigh((stay) => counts[groupOf[stay] as number] as number, weights)));
      });
    return (replicates = made);
  };
  const estimate = (figure: (all: Steps) => number): StateEstimate => ({
    value: figure(own),
    ...(bootstrap === undefined ? {} : { interval: percentileInterval(drawn().map(figure), level) }),
  });
  const find = (state: string): number => {
    const found = states.indexOf(state);
    if (found < 0)
      throw new DeversoirError('option-invalid', `state ${state}`, {
        hint: `use one of ${states.join(', ')}`,
      });
    return found;
  };
  const seen = (t: number): number => {
    if (!(t >= 0 && t <= observedUntil))
      throw new DeversoirError('option-invalid', `time ${t}`, {
        hint: `nothing is observed beyond ${observedUntil}`,
      });
    return t;
  };
  const moves = Matrix.zeros(K, K);
  for (const { from, to } of coded) if (to >= 0 && to !== from) moves.set(from, to, moves.get(from, to) + 1);
  return {
    measured: true,
    states,
    subjects: places.size,
    moves: moves.to2DArray(),
    observedUntil,
    transitionMatrix: (s, t) => states.map((_, from) => [...occupation(own, K, from, s, seen(t))]),
    probability: (from, to, s, t) =>
      estimate((all) => occupation(all, K, find(from), s, seen(t))[find(to)] as number),
    expectedTime: (from, state, horizon) =>
      estimate((all) => timeIn(all, K, find(from), find(state), seen(horizon))),
    probabilityToReach: (from, target, within) =>
      estimate(
        (all) => occupation(all, K, find(from), -1, seen(within), find(target))[find(target)] as number,
      ),
  };
}
