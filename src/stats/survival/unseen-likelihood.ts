import { Matrix } from 'ml-matrix';
import { openAt, openHours, silencesOf, type Openness } from './open-silence.js';

/** A case at risk from time 0, whose event is seen with a probability. */
export interface UnseenSpell {
  /** End of the watch: the event seen, another ending, or censoring; above 0. */
  readonly end: number;
  readonly event: boolean;
  /** When the covariate turns from 0 to 1; Infinity: never. */
  readonly turned: number;
  /** Spans after the turn in which the case is known to be at risk, in order; in between it is silent, and may be past all risk. Absent: all of it is known. */
  readonly known?: readonly (readonly [from: number, to: number])[];
  /** Probability that an event of this case would be seen, above 0. */
  readonly seen: number;
  /** Covariates that do not change. */
  readonly fixed: readonly number[];
}

/** Time at risk of cases by piece, in arrays: a case after the other, each with all pieces. */
export interface Exposures {
  readonly spells: readonly UnseenSpell[];
  readonly pieces: number;
  /** Before and after the turn; silent hours count as far as the case is still at risk. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Logarithm of the share at risk where the event came; 0 outside silences. */
  readonly open: Float64Array;
  /** Piece of the end. */
  readonly piece: Uint8Array;
  /** Pieces that the case reaches. */
  readonly used: Uint8Array;
  /** Ranks of the fixed covariates that are not 0: those of a case are `filled[starts[row]..starts[row + 1]]`. */
  readonly starts: Uint32Array;
  readonly filled: Uint16Array;
}

/** Time at risk of each case, after the last event none: nothing is known of the baseline there, as in Cox's likelihood. */
export function exposuresOf(
  spells: readonly UnseenSpell[],
  cuts: readonly number[],
  last: number,
  openness?: Openness,
): Exposures {
  const pieces = cuts.length + 1,
    n = spells.length;
  const before = new Float64Array(n * pieces),
    after = new Float64Array(n * pieces),
    open = new Float64Array(n),
    piece = new Uint8Array(n),
    used = new Uint8Array(n),
    starts = new Uint32Array(n + 1),
    filled = new Uint16Array(
      spells.reduce((sum, { fixed }) => sum + fixed.reduce((own, x) => own + Number(x !== 0), 0), 0),
    );
  spells.forEach((spell, row) => {
    let next = starts[row] as number;
    for (let a = 0; a < spell.fixed.length; a++) if (spell.fixed[a] !== 0) filled[next++] = a;
    starts[row + 1] = next;
    const silences = openness === undefined ? [] : silencesOf(spell);
    for (let k = 0; k < pieces; k++) {
      const from = k === 0 ? 0 : (cuts[k - 1] as number),
        to = Math.min(spell.end, k < cuts.length ? (cuts[k] as number) : last);
      if (to <= from) break;
      const middle = Math.min(to, Math.max(from, spell.turned));
      let turned = to - middle;
      if (openness !== undefined)
        for (const silence of silences) {
          const start = Math.max(middle, silence.from),
            end = Math.min(to, silence.to);
          if (end > start)
            turned = turned - (end - start) + openHours(openness, start - silence.from, end - silence.from);
        }
      before[row * pieces + k] = middle - from;
      after[row * pieces + k] = turned;
      used[row] = k + 1;
    }
    const ends = cuts.findIndex((cut) => spell.end <= cut);
    piece[row] = ends < 0 ? cuts.length : ends;
    const silence = spell.event
      ? silences.find(({ from, to }) => from < spell.end && spell.end <= to)
      : undefined;
    if (openness !== undefined && silence !== undefined)
      open[row] = Math.log(openAt(openness, spell.end - silence.from));
  });
  return { spells, pieces, before, after, open, piece, used, starts, filled };
}

export interface Sums {
  readonly logLik: number;
  readonly score: Float64Array;
  /** Information that the EM algorithm uses: that of the complete data. */
  readonly complete: Matrix;
  /** Information of the observed likelihood, where it was asked for. */
  readonly observed: Matrix;
}

/** Log-likelihood, score and information, by what of a case is not 0. O(n · (pieces + covariates)), squared with `observed`. */
export function sums(
  { spells, pieces, ...exposures }: Exposures,
  theta: readonly number[],
  withObserved = false,
): Sums {
  const { before, after, starts, filled } = exposures;
  const p = theta.length,
    score = new Float64Array(p),
    complete = new Float64Array(p * p),
    lost = new Float64Array(p * p);
  const ratio = Math.exp(theta[pieces] as number),
    levels = theta.slice(0, pieces).map(Math.exp),
    later = theta.slice(pieces + 1);
  const gradient = new Float64Array(p);
  let logLik = 0;
  for (let row = 0, at = 0; row < spells.length; row++, at += pieces) {
    const piece = exposures.piece[row] as number,
      used = exposures.used[row] as number,
      from = starts[row] as number,
      to = starts[row + 1] as number;
    const { event, seen, fixed, turned, end } = spells[row] as UnseenSpell;
    let linear = 0;
    for (let k = from; k < to; k++) {
      const a = filled[k] as number;
      linear += (fixed[a] as number) * (later[a] as number);
    }
    const risk = Math.exp(linear);
    let late = 0,
      hazard = 0;
    for (let k = 0; k < used; k++) {
      const level = (levels[k] as number) * risk,
        second = level * ratio * (after[at + k] as number),
        both = level * (before[at + k] as number) + second;
      gradient[k] = both;
      late += second;
      hazard += both;
    }
    const survives = Math.exp(-hazard),
      none = 1 - seen + seen * survives,
      weight = event ? 1 : (seen * survives) / none;
    logLik += event
      ? (theta[piece] as number) +
        linear +
        (turned < end ? (theta[pieces] as number) : 0) +
        (exposures.open[row] as number) -
        hazard
      : Math.log(none);
    if (event) {
      add(score, piece, 1);
      if (turned < end) add(score, pieces, 1);
      for (let k = from; k < to; k++) {
        const a = filled[k] as number;
        add(score, pieces + 1 + a, fixed[a] as number);
      }
    }
    // ∂²H / ∂a∂b, a ≥ b: pieces first, which do not meet, then the ratio, then fixed covariates.
    for (let k = 0; k < used; k++) {
      const own = weight * (gradient[k] as number),
        second = (levels[k] as number) * risk * ratio * (after[at + k] as number);
      add(score, k, -own);
      add(complete, k * p + k, own);
      add(complete, pieces * p + k, weight * second);
    }
    add(score, pieces, -(weight * late));
    add(complete, pieces * p + pieces, weight * late);
    for (let k = from; k < to; k++) {
      const x = fixed[filled[k] as number] as number,
        a = pieces + 1 + (filled[k] as number),
        line = a * p;
      gradient[a] = x * hazard;
      add(score, a, -(weight * (x * hazard)));
      for (let b = 0; b < used; b++) add(complete, line + b, weight * (x * (gradient[b] as number)));
      add(complete, line + pieces, weight * (x * late));
      for (let j = from; j <= k; j++) {
        const b = pieces + 1 + (filled[j] as number);
        add(complete, line + b, weight * (x * (gradient[b] as number)));
      }
    }
    const spread = event ? 0 : weight * (1 - weight);
    if (withObserved && spread !== 0) {
      gradient.fill(0, used, pieces);
      gradient[pieces] = late;
      gradient.fill(0, pieces + 1);
      for (let k = from; k < to; k++) {
        const a = filled[k] as number;
        gradient[pieces + 1 + a] = (fixed[a] as number) * hazard;
      }
      for (let a = 0; a < p; a++)
        for (let b = 0; b <= a; b++)
          add(lost, a * p + b, spread * (gradient[a] as number) * (gradient[b] as number));
    }
  }
  const symmetric = (entry: (index: number) => number): Matrix => {
    const matrix = Matrix.zeros(p, p);
    for (let a = 0; a < p; a++)
      for (let b = 0; b <= a; b++) {
        matrix.set(a, b, entry(a * p + b));
        matrix.set(b, a, entry(a * p + b));
      }
    return matrix;
  };
  return {
    logLik,
    score,
    complete: symmetric((index) => complete[index] as number),
    observed: symmetric((index) => (complete[index] as number) - (lost[index] as number)),
  };
}

function add(totals: Float64Array, index: number, value: number): void {
  totals[index] = (totals[index] as number) + value;
}
