import { exponential, normal, poisson } from '../stats/variates.js';
import { seededRandom } from '../util/random.js';

/** Seeded draws. Every method advances the same stream; `fork` gives an independent one by name. */
export interface Draw {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Integer from 0 to n − 1. */
  below(n: number): number;
  /** Integer from low to high, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A key with probability proportional to its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  /** Exponential with the given rate; Infinity when the rate is 0. */
  exponential(rate: number): number;
  normal(): number;
  logNormal(median: number, sigma: number): number;
  poisson(mean: number): number;
  /** Decimal digits, the first never 0. */
  digits(n: number): string;
  fork(name: string): Draw;
}

/** 32-bit FNV-1a, to derive the seed of a fork. */
function hash32(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/**
 * Makes a stream of seeded draws. A fork depends on the seed and the name only, not on how much was drawn before.
 *
 * @example
 * createDraw(7).fork('a').uniform() === createDraw(7).fork('a').uniform()
 * // → true
 */
export function createDraw(seed: number): Draw {
  const uniform = seededRandom(seed);
  const below = (n: number): number => Math.floor(uniform() * n);
  return {
    uniform,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => uniform() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('pick: nothing to pick from');
      return items[below(items.length)] as T;
    },
    weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let at = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) if ((at -= weight) < 0) return key;
      return (entries[entries.length - 1] as [K, number])[0];
    },
    exponential: (rate) => (rate > 0 ? exponential(uniform, rate) : Infinity),
    normal: () => normal(uniform),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal(uniform)),
    poisson: (mean) => poisson(uniform, mean),
    digits: (n) => Array.from({ length: n }, (_, i) => (i === 0 ? 1 + below(9) : below(10))).join(''),
    fork: (name) => createDraw(hash32(name, seed)),
  };
}
