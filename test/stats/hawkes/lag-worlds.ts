import { exponential, normal, poisson, type Uniform } from '../../../src/stats/variates.js';
import {
  fitHawkesKernels,
  type FitKernelsOptions,
  type HawkesEvents,
  type KernelFit,
  type KnownPair,
} from '../../../src/stats/index.js';
import { seededRandom } from '../../../src/util/random.js';

/** Draws one delay in hours. */
export type LagLaw = (uniform: Uniform) => number;

export const halving =
  (halfLife: number): LagLaw =>
  (uniform) =>
    exponential(uniform, Math.LN2 / halfLife);
/** Log-normal delays: no sum of exponentials, hardly any at once. */
export const lognormal =
  (median: number, spread: number): LagLaw =>
  (uniform) =>
    median * Math.exp(spread * normal(uniform));

export interface LagWorld {
  readonly days: number;
  readonly perDay: readonly number[];
  readonly A: readonly (readonly number[])[];
  /** `lags[i][j]`: delays of events of type i set off by type j. */
  readonly lags: readonly (readonly LagLaw[])[];
  /** Level of the baseline by hour since the start, mean near 1; the same for all types. */
  readonly level: (t: number) => number;
  /** Follow-ups wait for a waking hour: a delay that ends by night is pushed to the morning. */
  readonly sleeps?: boolean;
  readonly shock?: {
    readonly type: number;
    readonly at: number;
    readonly size: number;
    readonly hours: number;
  };
}

/** Hours of the day and weekdays as people write: quiet nights, a morning, an evening, fewer at weekends. */
export function usualLevel(t: number): number {
  const hour = t % 24,
    day = Math.floor(t / 24) % 7;
  const byHour = hour < 7 ? 0.2 : hour < 12 ? 1.3 : hour < 18 ? 1.2 : 1.55;
  return byHour * (day === 0 ? 1.15 : day >= 5 ? 0.75 : 1.02);
}

const awake = (t: number): number => (t % 24 < 7 ? t - (t % 24) + 7 + (t % 24) / 3.5 : t);

/** One delay of a pair. */
export function drawLag(lags: LagWorld['lags'], target: number, source: number, uniform: Uniform): number {
  const law = lags[target]?.[source];
  if (law === undefined) throw new Error(`no law of lags for ${source} → ${target}`);
  return law(uniform);
}

/** Events of the world by its branching form; children of the last day fall out of the window as they do in exports. */
export function drawWorld(
  world: LagWorld,
  seed: number,
  typeNames: readonly string[],
): HawkesEvents & { readonly pairs: readonly KnownPair[] } {
  const { days, perDay, A, lags, level, sleeps = false, shock } = world;
  const uniform = seededRandom(seed),
    horizon = 24 * days;
  const times: number[] = [],
    types: number[] = [],
    pairs: KnownPair[] = [];
  perDay.forEach((rate, type) => {
    for (let t = exponential(uniform, rate / 8); t < horizon; t += exponential(uniform, rate / 8))
      if (uniform() * 3 < level(t)) {
        times.push(t);
        types.push(type);
      }
  });
  if (shock !== undefined)
    for (let k = 0; k < shock.size; k++) {
      times.push(Math.min(horizon, shock.at + shock.hours * uniform()));
      types.push(shock.type);
    }
  for (let k = 0; k < times.length; k++)
    A.forEach((row, i) => {
      const children = poisson(uniform, row[types[k] as number] as number);
      for (let c = 0; c < children; c++) {
        const lag = drawLag(lags, i, types[k] as number, uniform),
          born = sleeps ? awake((times[k] as number) + lag) : (times[k] as number) + lag;
        if (born > horizon) continue;
        times.push(born);
        types.push(i);
        const source = types[k] as number;
        pairs.push({ target: i, source, time: born, lag: born - (times[k] as number) });
      }
    });
  return { times, types, typeNames, horizonHours: horizon, pairs };
}

/** Types of events of `world`. */
export const NAMES = ['private', 'public'];
/** Sixty days of cases that spill within hours and of posts that echo within minutes. */
export const world: LagWorld = {
  days: 60,
  perDay: [20, 10],
  A: [
    [0, 0],
    [0.4, 0.3],
  ],
  lags: [
    [halving(1), halving(1)],
    [halving(6), halving(0.5)],
  ],
  level: usualLevel,
};

/** The fit where one is expected. */
export function kernelFit(events: HawkesEvents, options?: FitKernelsOptions): KernelFit {
  const fit = fitHawkesKernels(events, options);
  if (!fit.measured) throw new Error(fit.because);
  return fit;
}
