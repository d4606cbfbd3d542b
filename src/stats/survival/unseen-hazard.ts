import { Matrix } from 'ml-matrix';
import { at } from '../checks.js';
import { invertInformation } from '../information.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { quantile } from '../shares/quantile.js';
import { zOf } from '../shares/interval.js';

/** A case at risk from time 0, whose event is seen with a probability. */
export interface UnseenSpell {
  /** End of the watch: the event seen, another ending, or censoring; above 0. */
  readonly end: number;
  readonly event: boolean;
  /** When the covariate turns from 0 to 1; Infinity: never. */
  readonly turned: number;
  /** Probability that an event of this case would be seen, above 0. */
  readonly seen: number;
  /** Covariates that do not change. */
  readonly fixed: readonly number[];
}

export interface UnseenHazard {
  readonly measured: true;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
  readonly events: number;
}

/** Pieces of the baseline hazard, at most, and events for each. */
const MOST_PIECES = 8;
const EVENTS_A_PIECE = 8;
const ROUNDS = 500;
/** Log hazard ratios beyond this mean that one side has no event. */
const SEPARATED = 6;

/** Time in each piece before and after the turn, once a case. */
interface Exposure {
  readonly spell: UnseenSpell;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly piece: number;
}

function exposuresOf(spells: readonly UnseenSpell[], cuts: readonly number[]): Exposure[] {
  const pieces = cuts.length + 1;
  return spells.map((spell) => {
    const before = new Float64Array(pieces),
      after = new Float64Array(pieces);
    for (let k = 0; k < pieces; k++) {
      const from = k === 0 ? 0 : at(cuts, k - 1),
        to = Math.min(spell.end, k < cuts.length ? at(cuts, k) : Infinity);
      if (to <= from) break;
      const middle = Math.min(to, Math.max(from, spell.turned));
      before[k] = middle - from;
      after[k] = to - middle;
    }
    const piece = cuts.findIndex((cut) => spell.end <= cut);
    return { spell, before, after, piece: piece < 0 ? cuts.length : piece };
  });
}

/** Score and information of the observed likelihood, and the information that the EM algorithm would use. */
function sums(
  exposures: readonly Exposure[],
  theta: readonly number[],
  pieces: number,
): { logLik: number; score: Float64Array; observed: Matrix; complete: Matrix } {
  const p = theta.length,
    score = new Float64Array(p);
  const observed = Matrix.zeros(p, p),
    complete = Matrix.zeros(p, p);
  const ratio = Math.exp(at(theta, pieces)),
    levels = theta.slice(0, pieces).map(Math.exp);
  let logLik = 0;
  for (const { spell, before, after, piece } of exposures) {
    const { event, seen, fixed, turned, end } = spell;
    const linear = fixed.reduce((sum, x, a) => sum + x * at(theta, pieces + 1 + a), 0),
      risk = Math.exp(linear);
    const gradient = new Float64Array(p),
      own = new Float64Array(pieces);
    let late = 0,
      hazard = 0;
    for (let k = 0; k < pieces; k++) {
      const level = at(levels, k) * risk,
        second = level * ratio * at(after, k),
        both = level * at(before, k) + second;
      gradient[k] = both;
      own[k] = second;
      late += second;
      hazard += both;
    }
    gradient[pieces] = late;
    fixed.forEach((x, a) => {
      gradient[pieces + 1 + a] = x * hazard;
    });
    const survives = Math.exp(-hazard),
      none = 1 - seen + seen * survives,
      weight = event ? 1 : (seen * survives) / none;
    logLik += event
      ? at(theta, piece) + linear + (turned < end ? at(theta, pieces) : 0) - hazard
      : Math.log(none);
    if (event) {
      score[piece] = at(score, piece) + 1;
      if (turned < end) score[pieces] = at(score, pieces) + 1;
      fixed.forEach((x, a) => {
        score[pieces + 1 + a] = at(score, pieces + 1 + a) + x;
      });
    }
    for (let a = 0; a < p; a++) score[a] = at(score, a) - weight * at(gradient, a);
    const spread = event ? 0 : weight * (1 - weight);
    for (let a = 0; a < p; a++)
      for (let b = 0; b <= a; b++) {
        const curve = weight * curvature(a, b, pieces, gradient, own, fixed);
        complete.set(a, b, complete.get(a, b) + curve);
        observed.set(a, b, observed.get(a, b) + curve - spread * at(gradient, a) * at(gradient, b));
      }
  }
  for (const matrix of [observed, complete])
    for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) matrix.set(b, a, matrix.get(a, b));
  return { logLik, score, observed, complete };
}

/** ∂²H / ∂a∂b, a ≥ b: pieces first, then the ratio, then fixed covariates. */
function curvature(
  a: number,
  b: number,
  pieces: number,
  gradient: Float64Array,
  own: Float64Array,
  fixed: readonly number[],
): number {
  if (a < pieces) return a === b ? at(gradient, a) : 0;
  if (a === pieces) return b < pieces ? at(own, b) : at(gradient, a);
  return at(fixed, a - pieces - 1) * at(gradient, b);
}

/**
 * Hazard ratio of a covariate that turns on in time, where only part of the events is seen. A case without a seen event has none, or
 * one that was not seen: its likelihood is 1 − s·(1 − e^{−H}), s the probability to be seen. Piecewise constant baseline, maximum of
 * the observed likelihood by EM steps, Wald interval from its information. Left out, unseen events stay at risk and turn later, which
 * makes the covariate look better than it is.
 *
 * @returns the ratio, or `measured: false` without events on both sides
 * @example
 * const spell = (end, event, turned) => ({ end, event, turned, seen: 1, fixed: [] });
 * const spells = Array.from({ length: 200 }, (_, k) => (k % 2 ? spell(10, k % 4 === 1, Infinity) : spell(10, k % 8 === 0, 0)));
 * unseenHazard(spells, 0.95).hazardRatio < 1
 * // → true
 */
export function unseenHazard(spells: readonly UnseenSpell[], level: number): UnseenHazard | NotMeasured {
  const seen = spells.filter(({ event }) => event),
    late = seen.filter(({ turned, end }) => turned < end).length;
  if (seen.length === 0) return notMeasured('no-events');
  if (late === 0 || late === seen.length) return notMeasured('one-group');
  const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(seen.length / EVENTS_A_PIECE)));
  const ends = seen.map(({ end }) => end);
  const cuts = [
    ...new Set(Array.from({ length: pieces - 1 }, (_, k) => quantile(ends, (k + 1) / pieces))),
  ].filter((cut) => cut > 0 && cut < Math.max(...ends));
  const exposures = exposuresOf(spells, cuts),
    count = cuts.length + 1;
  const time = spells.reduce((sum, { end }) => sum + end, 0);
  const theta = [
    ...Array.from({ length: count }, () => Math.log(seen.length / Math.max(time, 1e-9))),
    0,
    ...(spells[0]?.fixed ?? []).map(() => 0),
  ];
  let last = sums(exposures, theta, count);
  for (let round = 0; round < ROUNDS; round++) {
    const inverse = invertInformation(last.complete);
    if (inverse === undefined) return notMeasured('collinear');
    const step = inverse.mmul(Matrix.columnVector([...last.score])).getColumn(0);
    step.forEach((value, a) => {
      theta[a] = at(theta, a) + Math.max(-2, Math.min(2, value));
    });
    const next = sums(exposures, theta, count);
    const gain = next.logLik - last.logLik;
    last = next;
    if (Math.abs(gain) < 1e-7) break;
  }
  const effect = at(theta, count),
    spread = invertInformation(last.observed)?.get(count, count);
  if (Math.abs(effect) > SEPARATED) return notMeasured('one-group');
  if (spread === undefined || !(spread > 0)) return notMeasured('too-few', String(seen.length));
  const half = zOf(level) * Math.sqrt(spread);
  return {
    measured: true,
    hazardRatio: Math.exp(effect),
    low: Math.exp(effect - half),
    high: Math.exp(effect + half),
    events: seen.length,
  };
}
