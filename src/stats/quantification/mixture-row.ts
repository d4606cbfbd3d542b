import { newtonStep } from './newton-step.js';
import { RowLikelihood, type RowProblem, type RowState } from './row-likelihood.js';

export type { RowProblem } from './row-likelihood.js';

export interface RowFit {
  /** 0 where the exposure is 0 (nothing of that source in the window). */
  readonly theta: Float64Array;
  /** −Infinity where the fixed parameters leave an event without any intensity. */
  readonly logLik: number;
  readonly converged: boolean;
}

/** Damping of the Newton steps, as a share of the largest curvature: the least, and where the search ends. */
const LEAST_DAMPING = 1e-12,
  MOST_DAMPING = 1e6;

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
  const scaled = new RowLikelihood(problem);
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
  const lifted = (from: Float64Array): RowState =>
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
    let next: RowState | undefined;
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
  scaled: RowLikelihood,
  state: RowState,
  free: readonly number[],
  direction: Float64Array,
): RowState | undefined {
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
