import type { Square } from './newton-step.js';

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

  /** Whether a column has so few zeros that to walk over them all is quicker than to go from place to place: they add nothing. */
  private isFull(places: Uint32Array): boolean {
    return 2 * places.length > this.n;
  }

  state(phi: Float64Array): RowState {
    const lambda = new Float64Array(this.n),
      full: Weighted[] = [];
    let logLik = 0;
    for (const j of this.live) {
      const weight = (phi[j] as number) * (this.scales[j] as number),
        column = this.problem.columns[j] as Float64Array,
        places = this.places[j] as Uint32Array;
      logLik -= phi[j] as number;
      if (weight <= 0) continue;
      if (this.isFull(places)) {
        full.push({ column, weight });
        continue;
      }
      addFull(lambda, full.splice(0));
      for (let at = 0; at < places.length; at++) {
        const k = places[at] as number;
        lambda[k] = (lambda[k] as number) + weight * (column[k] as number);
      }
    }
    addFull(lambda, full);
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

  information(lambda: Float64Array, free: readonly number[]): Square {
    const size = free.length,
      values = new Float64Array(size * size),
      weights = this.inverseSquares;
    for (let k = 0; k < this.n; k++) weights[k] = 1 / ((lambda[k] as number) * (lambda[k] as number));
    const length = (a: number): number => (this.places[free[a] as number] as Uint32Array).length,
      order = [...free.keys()].toSorted((a, b) => length(a) - length(b)),
      columns = order.map((a) => this.problem.columns[free[a] as number] as Float64Array),
      scales = order.map((a) => this.scales[free[a] as number] as number),
      sums = new Float64Array(4);
    order.forEach((a, at) => {
      const left = columns[at] as Float64Array,
        places = this.places[free[a] as number] as Uint32Array;
      for (let from = at; from < size; from += 4) {
        const [first = left, second = left, third = left, fourth = left] = columns.slice(from, from + 4);
        fourSums(left, [first, second, third, fourth], weights, places, sums);
        for (let more = 0; more < 4 && from + more < size; more++) {
          const b = order[from + more] as number,
            sum = (sums[more] as number) * ((scales[at] as number) * (scales[from + more] as number));
          values[a * size + b] = sum;
          values[b * size + a] = sum;
        }
      }
    });
    return { size, values };
  }
}

interface Weighted {
  readonly column: Float64Array;
  readonly weight: number;
}

/** Adds columns with few zeros, in their order, four at a time. */
function addFull(lambda: Float64Array, full: readonly Weighted[]): void {
  let at = 0;
  for (; at + 4 <= full.length; at += 4) {
    const [first, second, third, fourth] = full.slice(at, at + 4) as [Weighted, Weighted, Weighted, Weighted];
    const [a, b, c, d] = [first.column, second.column, third.column, fourth.column],
      [wa, wb, wc, wd] = [first.weight, second.weight, third.weight, fourth.weight];
    for (let k = 0; k < lambda.length; k++)
      lambda[k] =
        (lambda[k] as number) +
        wa * (a[k] as number) +
        wb * (b[k] as number) +
        wc * (c[k] as number) +
        wd * (d[k] as number);
  }
  for (; at < full.length; at++) {
    const { column, weight } = full[at] as Weighted;
    for (let k = 0; k < lambda.length; k++)
      lambda[k] = (lambda[k] as number) + weight * (column[k] as number);
  }
}

type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Σ left × right × weight over the places of the left column, for four right ones at once: alone a sum waits for each of its additions. */
function fourSums(
  left: Float64Array,
  [first, second, third, fourth]: Four,
  weights: Float64Array,
  places: Uint32Array,
  sums: Float64Array,
): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < places.length; at++) {
    const k = places[at] as number,
      own = left[k] as number,
      weight = weights[k] as number;
    a += own * (first[k] as number) * weight;
    b += own * (second[k] as number) * weight;
    c += own * (third[k] as number) * weight;
    d += own * (fourth[k] as number) * weight;
  }
  sums.set([a, b, c, d]);
}
