import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * maximise Σ log(θ·xₖ) − c·θ over θ ≥ 0: what is left of a Hawkes log-likelihood for one target type once the decays and the
 * rhythm are given. Concave, so the maximum is the maximum.
 */
export interface RowProblem {
  /** One column per parameter, one value per event of the target. */
  readonly columns: readonly Float64Array[];
  /** c: the integral of each column over the window. */
  readonly exposures: readonly number[];
  /** How many events each value of the columns stands for; 1 by default. */
  readonly weights?: Float64Array;
}

export interface RowFit {
  /** 0 where the exposure is 0 (nothing of that source in the window). */
  readonly theta: Float64Array;
  /** −Infinity where the fixed parameters leave an event without any intensity. */
  readonly logLik: number;
  readonly converged: boolean;
}

/** Events an hour under which an event counts as impossible: keeps 1/λ² finite, and no maximum lies near it. */
const IMPOSSIBLE = 1e-100;

interface State {
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
class Scaled {
  readonly n: number;
  readonly live: readonly number[];
  readonly scales: Float64Array;
  readonly weights: Float64Array;
  /** Where each column is not 0: hours of the day and levels of a subject reach few events. */
  readonly places: readonly Uint32Array[];

  constructor(readonly problem: RowProblem) {
    this.n = problem.columns[0]?.length ?? 0;
    this.weights = problem.weights ?? new Float64Array(this.n).fill(1);
    this.scales = Float64Array.from(problem.exposures, (c) => (c > 0 ? 1 / c : 0));
    this.live = problem.exposures.flatMap((c, j) => (c > 0 ? [j] : []));
    this.places = problem.columns.map(placesOf);
  }

  state(phi: Float64Array): State {
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
      logLik +=
        (lambda[k] as number) < IMPOSSIBLE
          ? -Infinity
          : (this.weights[k] as number) * Math.log(lambda[k] as number);
    return { phi, logLik, lambda };
  }

  gradient(lambda: Float64Array): Float64Array {
    return Float64Array.from(this.problem.columns, (column, j) => {
      if (this.scales[j] === 0) return 0;
      const places = this.places[j] as Uint32Array,
        { weights } = this;
      let sum = 0;
      for (let at = 0; at < places.length; at++) {
        const k = places[at] as number;
        sum += ((weights[k] as number) * (column[k] as number)) / (lambda[k] as number);
      }
      return sum * (this.scales[j] as number) - 1;
    });
  }

  information(lambda: Float64Array, free: readonly number[]): Matrix {
    const columns = free.map((j) => this.problem.columns[j] as Float64Array);
    const matrix = Matrix.zeros(free.length, free.length);
    const inverseSquares = new Float64Array(this.n);
    for (let k = 0; k < this.n; k++)
      inverseSquares[k] = (this.weights[k] as number) / ((lambda[k] as number) * (lambda[k] as number));
    for (let a = 0; a < free.length; a++) {
      const left = columns[a] as Float64Array,
        ofLeft = this.places[free[a] as number] as Uint32Array;
      for (let b = 0; b <= a; b++) {
        const right = columns[b] as Float64Array,
          ofRight = this.places[free[b] as number] as Uint32Array,
          places = ofLeft.length < ofRight.length ? ofLeft : ofRight;
        let sum = 0;
        // hardly a 0 among them: straight on is faster than place by place
        if (places.length > this.n / 2)
          for (let k = 0; k < this.n; k++)
            sum += (left[k] as number) * (right[k] as number) * (inverseSquares[k] as number);
        else
          for (let at = 0; at < places.length; at++) {
            const k = places[at] as number;
            sum += (left[k] as number) * (right[k] as number) * (inverseSquares[k] as number);
          }
        sum *= (this.scales[free[a] as number] as number) * (this.scales[free[b] as number] as number);
        matrix.set(a, b, sum);
        matrix.set(b, a, sum);
      }
    }
    return matrix;
  }
}

/** Damping of the Newton steps, as a share of the largest curvature: the least, and where the search ends. */
const LEAST_DAMPING = 1e-12,
  MOST_DAMPING = 1e6;

/** The Newton direction of Levenberg and Marquardt; `undefined` where rounding leaves no Cholesky factor. */
function newtonStep(information: Matrix, gradient: readonly number[], damping: number): number[] | undefined {
  const most = Math.max(...gradient.map((_, a) => information.get(a, a)), Number.MIN_VALUE),
    damped = information.clone();
  for (let a = 0; a < gradient.length; a++) damped.set(a, a, damped.get(a, a) + damping * most);
  const cholesky = new CholeskyDecomposition(damped);
  return cholesky.isPositiveDefinite()
    ? cholesky.solve(Matrix.columnVector([...gradient])).getColumn(0)
    : undefined;
}

/**
 * Projected Newton with an active set (Bertsekas 1982): parameters at 0 whose gradient points down stay there, the others
 * take a damped Newton step (Levenberg 1944; Marquardt 1963), projected on θ ≥ 0 and halved, then damped more, until the log-likelihood
 * rises: columns that hardly differ, or that reach no event, would otherwise send it astray.
 *
 * @param fixed parameters held at a value, for profile likelihoods
 * @param gain of log-likelihood still to be expected at which it stops
 */
export function fitRow(
  problem: RowProblem,
  start?: ArrayLike<number>,
  fixed: ReadonlyMap<number, number> = new Map(),
  gain = 1e-9,
): RowFit {
  const scaled = new Scaled(problem);
  const { n, live } = scaled;
  const p = problem.columns.length;
  const theta = (phi: Float64Array): Float64Array =>
    phi.map((value, j) => value * (scaled.scales[j] as number));
  const phi = new Float64Array(p);
  const even = Math.max(n, 0.5) / Math.max(1, live.length);
  for (const j of live)
    phi[j] = start === undefined ? even : (start[j] as number) * (problem.exposures[j] as number);
  for (const [j, value] of fixed) phi[j] = value * (problem.exposures[j] as number);
  if (n === 0) {
    for (const j of live) if (!fixed.has(j)) phi[j] = 0;
    return { theta: theta(phi), logLik: -phi.reduce((a, b) => a + b, 0), converged: true };
  }
  /** Every parameter explains a little at least, so every event is. */
  const lifted = (from: Float64Array): State =>
    scaled.state(
      from.map((value, j) =>
        fixed.has(j) || scaled.scales[j] === 0 ? value : Math.max(value, LITTLE * even),
      ),
    );
  let state = scaled.state(phi);
  if (state.logLik === -Infinity && start !== undefined) state = lifted(phi);
  if (state.logLik === -Infinity) return { theta: theta(phi), logLik: -Infinity, converged: true };
  let damping = LEAST_DAMPING;
  for (let iteration = 0; iteration < 200; iteration++) {
    const gradient = scaled.gradient(state.lambda);
    if (gradient.some((slope) => slope > STEEP)) {
      const next = lifted(state.phi);
      if (next.logLik > state.logLik) {
        state = next;
        continue;
      }
    }
    const free = live.filter(
      (j) => !fixed.has(j) && ((state.phi[j] as number) > 0 || (gradient[j] as number) > 0),
    );
    const slopes = free.map((j) => gradient[j] as number),
      information = scaled.information(state.lambda, free);
    const precision = gain + 1e-14 * Math.abs(state.logLik);
    let next: State | undefined;
    for (; next === undefined && damping < MOST_DAMPING; damping *= 100) {
      const direction = newtonStep(information, slopes, damping);
      if (direction === undefined) continue;
      const gained = slopes.reduce((sum, slope, a) => sum + slope * (direction[a] as number), 0);
      if (gained < precision && damping <= FAITHFUL)
        return { theta: theta(state.phi), logLik: state.logLik, converged: true };
      next = ascend(scaled, state, free, direction);
    }
    if (next === undefined)
      return {
        theta: theta(state.phi),
        logLik: state.logLik,
        converged: gapOf(gradient, state.phi, free, n) < 1e-4,
      };
    damping = Math.max(LEAST_DAMPING, damping / 1e4);
    state = next;
  }
  return { theta: theta(state.phi), logLik: state.logLik, converged: false };
}

/** What a parameter is lifted to, as a share of an even one. */
const LITTLE = 1e-3;
/** Where a step left an event nearly unexplained slopes are as steep as this: from there Newton steps only double its intensity each time. */
const STEEP = 1e6;

/** Damping under which a small step means that little is left to gain, not that it was held back. */
const FAITHFUL = 1e-6;

/** At most what the log-likelihood can still gain: it is concave, and at its maximum the columns add up to the events. */
const gapOf = (gradient: Float64Array, phi: Float64Array, free: readonly number[], n: number): number =>
  n * Math.max(0, ...free.map((j) => gradient[j] as number)) -
  free.reduce((sum, j) => sum + (gradient[j] as number) * (phi[j] as number), 0);

function ascend(
  scaled: Scaled,
  state: State,
  free: readonly number[],
  direction: readonly number[],
): State | undefined {
  for (let factor = 1; factor > 1e-3; factor /= 2) {
    const phi = state.phi.slice();
    free.forEach((j, a) => {
      phi[j] = Math.max(0, (phi[j] as number) + factor * (direction[a] as number));
    });
    const next = scaled.state(phi);
    if (next.logLik > state.logLik) return next;
  }
  return undefined;
}
