import { valueInWords } from '../../util/checked-options.js';
import { DeversoirError } from '../../util/errors.js';
import { checkLevel } from '../checks.js';
import { betaQuantile, normalQuantile } from '../special.js';

/** A confidence interval; the shape of the row model's `Interval`. */
export interface StatInterval {
  readonly low: number;
  readonly high: number;
  /** Nominal coverage, e.g. 0.95. */
  readonly level: number;
  readonly method: string;
}

function checkCounts(k: number, n: number, level: number): void {
  checkLevel(level);
  if (!Number.isFinite(n) || n <= 0)
    throw new DeversoirError('data-invalid', `share of n = ${valueInWords(n)}`, {
      hint: typeof n === 'number' ? 'a share needs at least one observation' : 'n must be a number above 0',
    });
  if (!(typeof k === 'number' && k >= 0 && k <= n))
    throw new DeversoirError('data-invalid', `k = ${valueInWords(k)} of n = ${n}`, {
      hint: 'k must be a number from 0 to n',
    });
}

/** The z of a two-sided interval of this level: 1.96 for 0.95. */
export const zOf = (level: number): number => normalQuantile((1 + level) / 2);

/**
 * Wilson score interval of a share k / n, without continuity correction: the default for shares. In [0, 1]; sensible for
 * small n, 0 and n. Equals R `prop.test(k, n, correct = FALSE)`. Wilson 1927.
 *
 * @param k successes, 0 ≤ k ≤ n; may be fractional (an expected count)
 * @param n observations, above 0
 * @throws DeversoirError `data-invalid` when n is 0 or k is outside 0..n
 * @example
 * wilsonInterval(3, 40)
 * // → { low: 0.0258360258, high: 0.1986423352, level: 0.95, method: 'wilson' }
 */
export function wilsonInterval(k: number, n: number, level = 0.95): StatInterval {
  checkCounts(k, n, level);
  const z2 = zOf(level) ** 2;
  const centre = k + z2 / 2;
  const half = Math.sqrt(z2) * Math.sqrt(k * (1 - k / n) + z2 / 4);
  return {
    low: k === 0 ? 0 : Math.max(0, (centre - half) / (n + z2)),
    high: k === n ? 1 : Math.min(1, (centre + half) / (n + z2)),
    level,
    method: 'wilson',
  };
}

/**
 * Clopper-Pearson ("exact") interval of a share k / n from the binomial tails: covers at least `level`, wider than Wilson.
 * Equals R `binom.test`. Clopper & Pearson 1934.
 *
 * @throws DeversoirError `data-invalid` when n is 0 or k is outside 0..n
 * @example
 * clopperPearsonInterval(0, 12)
 * // → { low: 0, high: 0.2646484694, level: 0.95, method: 'clopper-pearson' }
 */
export function clopperPearsonInterval(k: number, n: number, level = 0.95): StatInterval {
  checkCounts(k, n, level);
  const tail = (1 - level) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
    level,
    method: 'clopper-pearson',
  };
}

/**
 * Jeffreys interval of a share k / n: quantiles of Beta(k + ½, n − k + ½), the low end 0 at k = 0 and the high end 1 at
 * k = n. Brown, Cai & DasGupta 2001.
 *
 * @throws DeversoirError `data-invalid` when n is 0 or k is outside 0..n
 * @example
 * jeffreysInterval(7, 1000)
 * // → { low: 0.0031363593, high: 0.0136944602, level: 0.95, method: 'jeffreys' }
 */
export function jeffreysInterval(k: number, n: number, level = 0.95): StatInterval {
  checkCounts(k, n, level);
  const tail = (1 - level) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k + 0.5, n - k + 0.5),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 0.5, n - k + 0.5),
    level,
    method: 'jeffreys',
  };
}
