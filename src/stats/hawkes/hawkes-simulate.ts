import { seededRandom } from '../../util/random.js';
import { DeversoirError } from '../../util/errors.js';
import { orderBy } from '../checks.js';
import {
  checkParameters,
  decayOf,
  rhythmOf,
  type HawkesEvents,
  type HawkesParameters,
} from './hawkes-model.js';
import { exponential, poisson } from '../variates.js';

export interface SimulateHawkesOptions {
  readonly horizonHours: number;
  readonly seed: number;
  readonly typeNames: readonly string[];
  /** Stops with an error above this many events (an unstable matrix explodes); 5 million by default. */
  readonly maxEvents?: number;
}

export interface SimulatedHawkes {
  readonly events: HawkesEvents & { readonly times: Float64Array; readonly types: Uint8Array };
  /** Per event: index of the event that set it off, −1 for the baseline. */
  readonly parents: Int32Array;
}

/**
 * Draws a Hawkes process exactly, by its branching form: baseline events (thinned by the weekly profile), then children of
 * each event: Poisson(A[i][j]) of type i per event of type j, after exponential delays. Same seed, same events.
 * Hawkes & Oakes 1974.
 *
 * @throws DeversoirError `option-invalid` when more than `maxEvents` come out
 * @example
 * const { events, parents } = simulateHawkes({ mu: [1], A: [[0.5]], beta: 0.5 }, { horizonHours: 10, seed: 1, typeNames: ['public'] });
 * [events.times.length === parents.length, events.times.every((t) => t <= 10)]
 * // → [true, true]
 */
export function simulateHawkes(
  parameters: HawkesParameters,
  options: SimulateHawkesOptions,
): SimulatedHawkes {
  const { horizonHours, seed, typeNames, maxEvents = 5_000_000 } = options;
  const K = typeNames.length;
  checkParameters(parameters, K);
  const uniform = seededRandom(seed);
  const times: number[] = [],
    types: number[] = [],
    parents: number[] = [];
  for (let i = 0; i < K; i++) {
    const rhythm = rhythmOf(parameters.profile, i);
    const own = parameters.profile?.factors[i];
    let peak = 1;
    if (own !== undefined) for (let h = 0; h < 168; h++) peak = Math.max(peak, own[h] as number);
    const rate = (parameters.mu[i] as number) * peak;
    if (rate === 0) continue;
    for (let t = exponential(uniform, rate); t <= horizonHours; t += exponential(uniform, rate)) {
      if (uniform() * peak < rhythm.at(t)) {
        times.push(t);
        types.push(i);
        parents.push(-1);
      }
    }
  }
  for (let k = 0; k < times.length; k++) {
    if (times.length > maxEvents)
      throw new DeversoirError('option-invalid', `more than ${maxEvents} events`, {
        hint: 'lower A: its spectral radius must be below 1',
      });
    const t = times[k] as number,
      j = types[k] as number;
    for (let i = 0; i < K; i++) {
      const children = poisson(uniform, parameters.A[i]?.[j] as number);
      for (let c = 0; c < children; c++) {
        const born = t + exponential(uniform, decayOf(parameters.beta, i, j));
        if (born <= horizonHours) {
          times.push(born);
          types.push(i);
          parents.push(k);
        }
      }
    }
  }
  const order = orderBy(times.length, (k) => times[k] as number);
  const position = new Int32Array(times.length);
  order.forEach((from, to) => {
    position[from] = to;
  });
  return {
    events: {
      times: Float64Array.from(order, (k) => times[k] as number),
      types: Uint8Array.from(order, (k) => types[k] as number),
      typeNames,
      horizonHours,
    },
    parents: Int32Array.from(order, (k) => {
      const parent = parents[k] as number;
      return parent < 0 ? -1 : (position[parent] as number);
    }),
  };
}
