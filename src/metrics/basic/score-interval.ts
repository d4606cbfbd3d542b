import type { Interval } from '../../model/index.js';
import { wilsonInterval } from '../../stats/shares/interval.js';

/** A share: k events among n, with the effective size that clustering leaves (n when it leaves all). */
export interface ShareCount {
  readonly k: number;
  readonly n: number;
  readonly effectiveN?: number;
}

/** Wilson interval of a share, on the effective size. `null` when n is 0. */
export function shareInterval({ k, n, effectiveN = n }: ShareCount, level: number): Interval | null {
  if (n === 0) return null;
  const size = Math.min(n, effectiveN);
  return wilsonInterval((k / n) * size, size, level);
}

/**
 * Share of a whole that a group of messages makes. The size is shrunk by authors / messages of the group, so that one person
 * writing ten times weighs as one.
 */
export function groupShare(group: { readonly n: number; readonly authors: number }, n: number): ShareCount {
  return { k: group.n, n, effectiveN: group.n > 0 ? n * (group.authors / group.n) : n };
}

const bounds = (share: ShareCount, level: number): { p: number; low: number; high: number } => {
  const { low, high } = shareInterval(share, level) as Interval;
  return { p: share.k / share.n, low, high };
};

/** A figure with its interval. */
export interface ToldFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Difference of two estimates from their own intervals (MOVER), r their correlation. Zou & Donner 2008. */
function mover(
  a: { p: number; low: number; high: number },
  b: { p: number; low: number; high: number },
  r: number,
): { low: number; high: number } {
  const spread = (x: number, y: number): number => Math.sqrt(Math.max(0, x * x + y * y - 2 * r * x * y));
  const difference = a.p - b.p;
  return {
    low: difference - spread(a.p - a.low, b.high - b.p),
    high: difference + spread(a.high - a.p, b.p - b.low),
  };
}

/**
 * Net score (P − N) / n of one multinomial sample, in [−1, 1]: MOVER on two Wilson intervals with the correlation of the two
 * shares, −√(pq / ((1−p)(1−q))). Never degenerate, even when all messages agree. `null` when n is 0.
 * Newcombe 1998 (method 10); Zou & Donner 2008.
 *
 * @example
 * netScoreInterval({ positive: 5, negative: 1, n: 10 }, 0.95)
 * // → { value: 0.4, low: -0.064, high: 0.7009, level: 0.95, method: 'mover-wilson' }
 */
export function netScoreInterval(
  counts: {
    readonly positive: number;
    readonly negative: number;
    readonly n: number;
    readonly effectiveN?: number;
  },
  level: number,
): (Interval & { readonly value: number }) | null {
  const { positive, negative, n, effectiveN = n } = counts;
  if (n === 0) return null;
  const p = bounds({ k: positive, n, effectiveN }, level);
  const q = bounds({ k: negative, n, effectiveN }, level);
  const rest = (1 - p.p) * (1 - q.p);
  const { low, high } = mover(p, q, rest > 0 ? -Math.sqrt((p.p * q.p) / rest) : p.p * q.p > 0 ? -1 : 0);
  return { value: p.p - q.p, low: Math.max(-1, low), high: Math.min(1, high), level, method: 'mover-wilson' };
}

/**
 * Interval of a difference from the intervals of its two terms, independent of each other: MOVER (Zou & Donner 2008). Terms that err
 * together differ by less than it says.
 *
 * @example
 * differenceInterval({ value: 0.5, low: 0.4, high: 0.6 }, { value: 0.3, low: 0.2, high: 0.4 }).low.toFixed(3)
 * // → '0.059'
 */
export const differenceInterval = (
  current: ToldFigure,
  previous: ToldFigure,
): { low: number; high: number } =>
  mover({ p: current.value, ...current }, { p: previous.value, ...previous }, 0);

/**
 * Difference a − b of two independent shares, in [−1, 1]. Newcombe 1998 (hybrid score). `null` when a sample is empty.
 *
 * @example
 * shareDifferenceInterval({ k: 56, n: 70 }, { k: 48, n: 80 }, 0.95)
 * // → { value: 0.2, low: 0.0524, high: 0.3339, level: 0.95, method: 'newcombe' }
 */
export function shareDifferenceInterval(
  a: ShareCount,
  b: ShareCount,
  level: number,
): (Interval & { readonly value: number }) | null {
  if (a.n === 0 || b.n === 0) return null;
  const first = bounds(a, level);
  const second = bounds(b, level);
  return { value: first.p - second.p, ...mover(first, second, 0), level, method: 'newcombe' };
}

/**
 * Ratio a / b of two independent shares (lift), above 0: MOVER for a ratio on two Wilson intervals. `null` when a sample is
 * empty or b is 0, for then no ratio exists. Donner & Zou 2012.
 *
 * @example
 * shareRatioInterval({ k: 30, n: 100 }, { k: 15, n: 100 }, 0.95)
 * // → { value: 2, low: 1.1614, high: 3.4609, level: 0.95, method: 'mover-ratio' }
 */
export function shareRatioInterval(
  a: ShareCount,
  b: ShareCount,
  level: number,
): (Interval & { readonly value: number }) | null {
  if (a.n === 0 || b.n === 0 || b.k === 0) return null;
  const x = bounds(a, level);
  const y = bounds(b, level);
  const product = x.p * y.p;
  const root = (end: number, other: number): number =>
    Math.sqrt(Math.max(0, product ** 2 - end * other * (2 * x.p - end) * (2 * y.p - other)));
  const denominator = product + root(x.low, y.high);
  const low = denominator > 0 ? (x.low * (2 * x.p - x.low)) / denominator : 0;
  const high = (product + root(x.high, y.low)) / (y.low * (2 * y.p - y.low));
  return { value: x.p / y.p, low, high, level, method: 'mover-ratio' };
}
