import { Matrix } from 'ml-matrix';

/**
 * maximise Σ log(θ·xₖ) − c·θ over θ ≥ 0: what is left of a Hawkes log-likelihood for one target type once the decays and the
 * rhythm are given. Concave, so the maximum is the maximum.
 */
export interface RowProblem {
  /** One column per parameter, one value per event of the target. */
  readonly columns: readonly Float64Array[];
  /** c: the integral of each column over the window. */
  readonly exposures: readonly number[];
}

/** Events an hour under which an event counts as impossible: keeps 1/λ² finite, and no maximum lies near it. */
const IMPOSSIBLE = 1e-100;

export interface RowState {
  readonly phi: Float64Array;
  readonly logLik: number;
  readonly lambda: Float64Array;
}

const placesKnown = new WeakMap<Float64Array, Uint32Array>();

/** Indices of the values that are not 0; the same columns are fitted many times along a profile. */
function placesOf(column: Float64Array): Uint32Array {
  const known = placesKnown.get(column);
  if (known !== undefined) return known;
  const places = new Uint32Array(column.length);
  let count = 0;
  for (let k = 0; k < column.length; k++) if (column[k] !== 0) places[count++] = k;
  const found = places.slice(0, count);
  placesKnown.set(column, found);
  return found;
}

/** Columns divided by their exposure, so that every parameter counts expected events and has gradient 1 from −c·θ. */
export class RowLikelihood {
  readonly n: number;
  readonly live: readonly number[];
  readonly scales: Float64Array;
  /** Where each column is not 0: hours of the day and levels of a subject reach few events. */
  readonly places: readonly Uint32Array[];
  private readonly inverseSquares: Float64Array;

  constructor(readonly problem: RowProblem) {
    this.n = problem.columns[0]?.length ?? 0;
    this.scales = Float64Array.from(problem.exposures, (c) => (c > 0 ? 1 / c : 0));
    this.live = problem.exposures.flatMap((c, j) => (c > 0 ? [j] : []));
    this.places = problem.columns.map(placesOf);
    this.inverseSquares = new Float64Array(this.n);
  }

  state(phi: Float64Array): RowState {
    const lambda = new Float64Array(this.n);
    let logLik = 0;
    for (const j of this.live) {
      const weight = (phi[j] as number) * (this.scales[j] as number),
        column = this.problem.columns[j] as Float64Array,
        places = this.places[j] as Uint32Array;
      logLik -= phi[j] as number;
      if (weight <= 0) continue;
      for (let at = 0; at < places.length; at++) {
        const k = places[at] as number;
        lambda[k] = (lambda[k] as number) + weight * (column[k] as number);
      }
    }
    for (let k = 0; k < this.n; k++)
      logLik += (lambda[k] as number) < IMPOSSIBLE ? -Infinity : Math.log(lambda[k] as number);
    return { phi, logLik, lambda };
  }

  gradient(lambda: Float64Array): Float64Array {
    return Float64Array.from(this.problem.columns, (column, j) => {
      if (this.scales[j] === 0) return 0;
      const places = this.places[j] as Uint32Array;
      let sum = 0;
      for (let at = 0; at < places.length; at++) {
        const k = places[at] as number;
        sum += (column[k] as number) / (lambda[k] as number);
      }
      return sum * (this.scales[j] as number) - 1;
    });
  }

  information(lambda: Float64Array, free: readonly number[]): Matrix {
    const matrix = Matrix.zeros(free.length, free.length),
      inverseSquares = this.inverseSquares;
    for (let k = 0; k < this.n; k++) inverseSquares[k] = 1 / ((lambda[k] as number) * (lambda[k] as number));
    const length = (a: number): number => (this.places[free[a] as number] as Uint32Array).length,
      order = [...free.keys()].toSorted((a, b) => length(a) - length(b)),
      columns = order.map((a) => this.problem.columns[free[a] as number] as Float64Array);
    const set = (one: number, other: number, sum: number): void => {
      const [a, b] = [order[one] as number, order[other] as number],
        scaled =
          sum * ((this.scales[free[a] as number] as number) * (this.scales[free[b] as number] as number));
      matrix.set(a, b, scaled);
      matrix.set(b, a, scaled);
    };
    order.forEach((a, at) => {
      for (let from = at; from < columns.length; from += 4)
        fourSums(
          columns[at] as Float64Array,
          columns.slice(from, from + 4),
          inverseSquares,
          this.places[free[a] as number] as Uint32Array,
        ).forEach((sum, more) => {
          if (from + more < columns.length) set(at, from + more, sum);
        });
    });
    return matrix;
  }
}

/** Σ left × right × weight over the places of the left column, for up to four right ones at once: alone a sum waits for each of its additions. */
function fourSums(
  left: Float64Array,
  [first = left, second = left, third = left, fourth = left]: readonly Float64Array[],
  weights: Float64Array,
  places: Uint32Array,
): readonly number[] {
  let a = 0,
    b = 0,
    c = 0,
    d = 0;
  for (let at = 0; at < places.length; at++) {
    const k = places[at] as number,
      own = left[k] as number,
      weight = weights[k] as number;
    a += own * (first[k] as number) * weight;
    b += own * (second[k] as number) * weight;
    c += own * (third[k] as number) * weight;
    d += own * (fourth[k] as number) * weight;
  }
  return [a, b, c, d];
}
