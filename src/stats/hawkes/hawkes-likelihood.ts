import { exposure, memoryAt, timesOf } from './hawkes-memory.js';
import {
  checkParameters,
  decayOf,
  rhythmOf,
  sequenceOf,
  type EventSequence,
  type HawkesEvents,
  type HawkesParameters,
} from './hawkes-model.js';
import { kolmogorovUpperTail } from '../special.js';

/** Intensities λᵢ at the events of type i. */
function intensities(
  events: EventSequence,
  parameters: HawkesParameters,
  i: number,
  times: Float64Array,
): Float64Array {
  const rhythm = rhythmOf(parameters.profile, i);
  const lambda = times.map((t) => (parameters.mu[i] as number) * rhythm.at(t));
  const memory = new Float64Array(times.length);
  for (let j = 0; j < events.K; j++) {
    const beta = decayOf(parameters.beta, i, j);
    const gain = (parameters.A[i]?.[j] as number) * beta;
    if (gain === 0) continue;
    memoryAt(events, i, j, beta, memory);
    for (let k = 0; k < lambda.length; k++) lambda[k] = (lambda[k] as number) + gain * (memory[k] as number);
  }
  return lambda;
}

const totalCompensator = (events: EventSequence, parameters: HawkesParameters, i: number): number => {
  let total = (parameters.mu[i] as number) * rhythmOf(parameters.profile, i).integral(events.horizon);
  for (let j = 0; j < events.K; j++)
    total += (parameters.A[i]?.[j] as number) * exposure(events, j, decayOf(parameters.beta, i, j));
  return total;
};

/**
 * Exact log-likelihood Σ log λ(t_k) − Σᵢ ∫λᵢ of a Hawkes process with exponential memory. O(n·K), by the recursive sum.
 * Ogata 1981. Hours; no memory of what happened before time 0.
 *
 * @returns the log-likelihood; −Infinity where an event has intensity 0 under the parameters
 * @throws DeversoirError `data-invalid` for times outside the window, unknown types or parameters of the wrong shape
 * @example
 * const events = { times: [1, 2, 4], types: [0, 0, 0], typeNames: ['public'], horizonHours: 5 };
 * hawkesLogLikelihood(events, { mu: [0.5], A: [[0.4]], beta: 1 })
 * // → -5.2090
 */
export function hawkesLogLikelihood(events: HawkesEvents, parameters: HawkesParameters): number {
  const sequence = sequenceOf(events);
  checkParameters(parameters, sequence.K);
  let total = 0;
  for (let i = 0; i < sequence.K; i++) {
    for (const lambda of intensities(sequence, parameters, i, timesOf(sequence, i)))
      total += Math.log(lambda);
    total -= totalCompensator(sequence, parameters, i);
  }
  return total;
}

export interface HawkesCompensator {
  /** Expected number of events of each type in the window, given the past at each moment: near the counts in a fitted model. */
  readonly total: readonly number[];
  /** Per type, Λᵢ at its events: on this clock a right model ticks like a Poisson process of rate 1. */
  readonly atEvents: readonly Float64Array[];
}

/**
 * Compensator Λᵢ(t) = ∫₀ᵗ λᵢ: at the horizon, and at the events of each type. O(n·K).
 *
 * @throws DeversoirError as `hawkesLogLikelihood`
 * @example
 * const events = { times: [1, 2], types: [0, 0], typeNames: ['public'], horizonHours: 3 };
 * [...hawkesCompensator(events, { mu: [0.5], A: [[0]], beta: 1 }).atEvents[0]]
 * // → [0.5, 1]
 */
export function hawkesCompensator(events: HawkesEvents, parameters: HawkesParameters): HawkesCompensator {
  const sequence = sequenceOf(events);
  checkParameters(parameters, sequence.K);
  const types = Array.from({ length: sequence.K }, (_, i) => i);
  return {
    total: types.map((i) => totalCompensator(sequence, parameters, i)),
    atEvents: types.map((i) => compensatorAtEvents(sequence, parameters, i)),
  };
}

function compensatorAtEvents(events: EventSequence, parameters: HawkesParameters, i: number): Float64Array {
  const times = timesOf(events, i);
  const rhythm = rhythmOf(parameters.profile, i);
  const values = times.map((t) => (parameters.mu[i] as number) * rhythm.integral(t));
  const memory = new Float64Array(times.length),
    before = new Float64Array(times.length);
  for (let j = 0; j < events.K; j++) {
    const a = parameters.A[i]?.[j] as number;
    if (a === 0) continue;
    memoryAt(events, i, j, decayOf(parameters.beta, i, j), memory);
    memoryAt(events, i, j, 0, before);
    for (let k = 0; k < values.length; k++)
      values[k] = (values[k] as number) + a * ((before[k] as number) - (memory[k] as number));
  }
  return values;
}

export interface TimeRescalingTest {
  readonly type: string;
  readonly n: number;
  /** Kolmogorov-Smirnov distance of the compensator gaps to the exponential law; absent with fewer than 5 events. */
  readonly distance?: number;
  /** Small: the model does not describe this type's times. With parameters fitted on the same events it is on the lenient side. */
  readonly p?: number;
}

/**
 * Goodness of fit by time rescaling: under the right model the gaps of each type's compensator are exponential with mean 1.
 * Kolmogorov-Smirnov per type. Ogata 1988. Equal times make gaps of 0 and lower p: spread rounded times first.
 *
 * @example
 * const { events } = simulateHawkes({ mu: [0.5], A: [[0.3]], beta: 1 }, { horizonHours: 500, seed: 3, typeNames: ['public'] });
 * hawkesGoodnessOfFit(events, { mu: [0.5], A: [[0.3]], beta: 1 })[0].p > 0.01
 * // → true
 */
export function hawkesGoodnessOfFit(events: HawkesEvents, parameters: HawkesParameters): TimeRescalingTest[] {
  return hawkesCompensator(events, parameters).atEvents.map((clock, i) => ({
    type: events.typeNames[i] as string,
    n: clock.length,
    ...exponentialTest(clock.map((value, k) => value - (k === 0 ? 0 : (clock[k - 1] as number)))),
  }));
}

/** Fewer gaps have no law to tell. */
const LEAST_GAPS = 5;

/** Kolmogorov-Smirnov test of gaps against the exponential law of mean 1. */
export function exponentialTest(gaps: Float64Array): Pick<TimeRescalingTest, 'distance' | 'p'> {
  const n = gaps.length;
  if (n < LEAST_GAPS) return {};
  const distance = gaps
    .map((gap) => -Math.expm1(-gap))
    .sort()
    .reduce((worst, u, k) => Math.max(worst, u - k / n, (k + 1) / n - u), 0);
  return { distance, p: kolmogorovUpperTail(distance, n) };
}
