import { seededRandom } from '../../util/random.js';
import { gammaVariate, poisson } from '../variates.js';

/** Events in some time at risk, and how much time of this kind the rate is asked for. */
export interface RateStratum {
  readonly events: number;
  /** Variance of their number where it is not sure which of them are events: Σ p (1 − p). Default 0. */
  readonly doubt?: number;
  /** Time at risk in which they came; above 0 wherever `weight` is. */
  readonly exposure: number;
  /** Time to come. */
  readonly weight: number;
}

export interface StandardisedCount {
  /** Σ weight · events / exposure: events to be expected in the time to come. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Between which numbers the events that come will fall: the doubt about the rate and that of a count. */
  readonly range: { readonly low: number; readonly high: number };
}

/** Draws of a bound: their percentiles are sure to half a percent of their width. */
const DRAWS = 1000;

/**
 * Events expected in time to come, from rates of past time of the same kinds (direct standardisation): interval by gamma laws (Fay &
 * Feuer 1997), exact for one kind (Garwood); what may have been missed is one event more, of any kind alike (Tiwari, Clegg & Zou 2006), as
 * one of the kind that weighs most is more than the level asks for. `found`: share of the events that is
 * seen, drawn along with them. `doubt` of a kind widens its law by what its number of events is unsure by (Rubin 1987). Bounds above are worked out when they are read. `variance`: that of the sum over the risks of whoever is there, who are not the average of those of the past.
 *
 * @returns `undefined` where time is asked for of a kind never watched
 * @example
 * const { value, low, high } = standardisedCount([{ events: 5, exposure: 100, weight: 20 }], { seed: 1 });
 * [value, Math.round(10 * low), Math.round(10 * high)]
 * // → [1, 3, 24]
 */
export function standardisedCount(
  strata: readonly RateStratum[],
  options: {
    readonly seed: number;
    readonly level?: number;
    readonly variance?: number;
    readonly found?: { readonly share: number; readonly quantile: (p: number) => number };
  },
): StandardisedCount | undefined {
  const { seed, level = 0.95, found, variance: between = 0 } = options;
  const asked = strata.filter(({ weight }) => weight > 0);
  if (asked.some(({ exposure }) => !(exposure > 0))) return undefined;
  let mean = 0,
    variance = between,
    missed = 0,
    missedSquares = 0;
  for (const { events, doubt = 0, exposure, weight } of asked) {
    const each = weight / exposure;
    mean += each * events;
    variance += each * each * (events + doubt);
    missed += each / asked.length;
    missedSquares += (each * each) / asked.length;
  }
  const uniform = seededRandom(seed);
  const bound = (sum: number, squares: number, p: number): { rate: number; count: number } => {
    if (sum === 0) return { rate: 0, count: 0 };
    const rates = Float64Array.from({ length: DRAWS }, () => {
      const drawn = (gammaVariate(uniform, (sum * sum) / squares) * squares) / sum;
      return found === undefined ? drawn : drawn / found.quantile(uniform());
    });
    const counts = rates.map((rate) => poisson(uniform, rate)),
      place = Math.min(DRAWS - 1, Math.floor(p * DRAWS));
    return { rate: rates.sort()[place] as number, count: counts.sort()[place] as number };
  };
  const value = mean / (found?.share ?? 1);
  const low = bound(mean, variance, (1 - level) / 2);
  let drawn: ReturnType<typeof bound> | undefined;
  // one more event, of any kind alike: what may have been missed
  const high = (): ReturnType<typeof bound> =>
    (drawn ??= bound(mean + missed, variance + missedSquares, (1 + level) / 2));
  return {
    value,
    low: Math.min(value, low.rate),
    get high() {
      return Math.max(value, high().rate);
    },
    range: {
      low: low.count,
      get high() {
        return high().count;
      },
    },
  };
}
