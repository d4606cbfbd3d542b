import { Matrix } from 'ml-matrix';
import { at } from '../checks.js';

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

/** Time in each piece before and after the turn, once a case. */
export interface Exposure {
  readonly spell: UnseenSpell;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly piece: number;
}

export function exposuresOf(
  spells: readonly UnseenSpell[],
  cuts: readonly number[],
  last: number,
): Exposure[] {
  const pieces = cuts.length + 1;
  return spells.map((spell) => {
    const before = new Float64Array(pieces),
      after = new Float64Array(pieces);
    for (let k = 0; k < pieces; k++) {
      const from = k === 0 ? 0 : at(cuts, k - 1),
        // after the last event nothing is known of the baseline, as in Cox's likelihood
        to = Math.min(spell.end, k < cuts.length ? at(cuts, k) : last);
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
export function sums(
  exposures: readonly Exposure[],
  theta: readonly number[],
  pieces: number,
): { logLik: number; score: Float64Array; observed: Matrix; complete: Matrix } {
  const p = theta.length,
    score = new Float64Array(p);
  const observed = new Float64Array(p * p),
    complete = new Float64Array(p * p),
    gradient = new Float64Array(p),
    own = new Float64Array(pieces);
  const ratio = Math.exp(at(theta, pieces)),
    levels = theta.slice(0, pieces).map(Math.exp);
  let logLik = 0;
  for (const { spell, before, after, piece } of exposures) {
    const { event, seen, fixed, turned, end } = spell;
    const linear = fixed.reduce((sum, x, a) => sum + x * at(theta, pieces + 1 + a), 0),
      risk = Math.exp(linear);
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
    // Where the gradient is 0 (pieces after the end, groups the case is not of) so is the curvature.
    for (let a = 0; a < p; a++) {
      const ofA = at(gradient, a);
      if (ofA === 0) continue;
      for (let b = 0, place = a * p; b <= a; b++, place++) {
        const ofB = at(gradient, b);
        if (ofB === 0) continue;
        const curve = weight * curvature(a, b, pieces, gradient, own, fixed);
        complete[place] = at(complete, place) + curve;
        observed[place] = at(observed, place) + curve - spread * ofA * ofB;
      }
    }
  }
  return { logLik, score, observed: symmetric(observed, p), complete: symmetric(complete, p) };
}

/** The matrix whose lower triangle, row by row, this is. */
function symmetric(lower: Float64Array, p: number): Matrix {
  const matrix = Matrix.zeros(p, p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) {
      matrix.set(a, b, at(lower, a * p + b));
      matrix.set(b, a, at(lower, a * p + b));
    }
  return matrix;
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
