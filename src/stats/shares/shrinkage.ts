import { DeversoirError } from '../../util/errors.js';
import { checkLevel } from '../checks.js';
import { betaQuantile, logGamma } from '../special.js';
import { zOf, type StatInterval } from './interval.js';

/** k events of n; n may be an effective size. */
export interface GroupCount {
  readonly k: number;
  readonly n: number;
}

/** How shares differ between groups: a beta law. */
export interface SharePrior {
  /** Share of a group drawn at random. */
  readonly mean: number;
  /** How many observations the law is worth: the larger, the closer groups are; `MOST_ALIKE` when they do not differ. */
  readonly size: number;
}

/** Beyond this prior size groups are told alike. */
export const MOST_ALIKE = 1e5;

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

function logLikelihood(groups: readonly GroupCount[], mean: number, size: number): number {
  const a = mean * size,
    b = (1 - mean) * size;
  return groups.reduce((sum, { k, n }) => sum + logBeta(k + a, n - k + b) - logBeta(a, b), 0);
}

/** The argument of a single-peaked function's maximum in [low, high], by golden sections. */
function peak(of: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  while (b - a > 1e-6 * (high - low)) {
    const c = b - golden * (b - a),
      d = a + golden * (b - a);
    if (of(c) > of(d)) b = d;
    else a = c;
  }
  return (a + b) / 2;
}

function check(groups: readonly GroupCount[]): void {
  groups.forEach(({ k, n }, at) => {
    if (!(n > 0) || !(k >= 0 && k <= n))
      throw new DeversoirError('data-invalid', `group ${at}: k = ${k} of n = ${n}`, {
        hint: 'n above 0, k from 0 to n',
      });
  });
}

/**
 * The beta law that the shares of groups follow, by maximum marginal likelihood (beta-binomial). Efron & Morris 1975 for the idea,
 * Griffiths 1973 for the law.
 *
 * @returns `undefined` with fewer than three groups, or when all shares are 0 or all are 1
 * @throws DeversoirError `data-invalid` for counts that can't be
 * @example
 * sharePrior([{ k: 10, n: 100 }, { k: 20, n: 100 }, { k: 40, n: 100 }]).mean
 * // → 0.2335
 */
export function sharePrior(groups: readonly GroupCount[]): SharePrior | undefined {
  check(groups);
  const k = groups.reduce((sum, group) => sum + group.k, 0),
    n = groups.reduce((sum, group) => sum + group.n, 0);
  if (groups.length < 3 || k === 0 || k === n) return undefined;
  let mean = k / n,
    size = 10;
  for (let round = 0; round < 30; round++) {
    const known = { mean, size };
    const logSize = peak((x) => logLikelihood(groups, known.mean, Math.exp(x)), 0, Math.log(MOST_ALIKE));
    size = Math.exp(logSize);
    const fixed = size;
    mean = peak((x) => logLikelihood(groups, x, fixed), 1e-4, 1 - 1e-4);
    if (Math.abs(mean - known.mean) < 1e-6 && Math.abs(Math.log(size / known.size)) < 1e-3) break;
  }
  return { mean, size };
}

/** Beyond this size a beta law is as good as normal; the quantile of Cephes loses its precision there. */
const MOST_BETA = 3000;

function betaInterval(a: number, b: number, level: number): { readonly low: number; readonly high: number } {
  const mean = a / (a + b);
  if (a + b <= MOST_BETA && Math.min(a, b) > 0.05)
    return { low: betaQuantile((1 - level) / 2, a, b), high: betaQuantile((1 + level) / 2, a, b) };
  const half = zOf(level) * Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  return { low: Math.max(0, mean - half), high: Math.min(1, mean + half) };
}

export interface ShrunkShare {
  /** Posterior mean: between the group's own share and that of all, the closer to its own the larger n. */
  readonly value: number;
  readonly interval: StatInterval;
}

/**
 * Share of a group shrunk towards those of all, with its credible interval: (k + a) / (n + a + b).
 *
 * @example
 * shrunkShare({ k: 3, n: 4 }, { mean: 0.2, size: 20 }).value
 * // → 0.291667
 */
export function shrunkShare({ k, n }: GroupCount, { mean, size }: SharePrior, level = 0.95): ShrunkShare {
  checkLevel(level);
  const a = k + mean * size,
    b = n - k + (1 - mean) * size;
  return {
    value: a / (a + b),
    interval: { ...betaInterval(a, b, level), level, method: 'empirical Bayes, beta-binomial' },
  };
}

/** Limits between which the share of a group of size n falls by chance. */
export interface FunnelLimits {
  readonly low: number;
  readonly high: number;
}

/** From this size on the binomial law is as good as normal. */
const MOST_EXACT = 2000;

/** The share that a binomial law of size n leaves a part p under, interpolated between whole numbers. */
function binomialQuantile(share: number, n: number, p: number): number {
  let below = 0;
  for (let k = 0; k <= n; k++) {
    const mass = Math.exp(
      logGamma(n + 1) -
        logGamma(k + 1) -
        logGamma(n - k + 1) +
        k * Math.log(share) +
        (n - k) * Math.log(1 - share),
    );
    if (below + mass >= p) return Math.max(0, k - (below + mass - p) / mass) / n;
    below += mass;
  }
  return 1;
}

/**
 * Limits of a funnel plot at a size n: a group of that size falls outside them with a chance of 1 − level when its share is `expected`.
 * Quantiles of the binomial law, interpolated (Spiegelhalter 2005); normal over 2,000.
 *
 * @param expected the share of all, in (0, 1)
 * @example
 * funnelLimits(0.2, 100, 0.95)
 * // → { low: 0.1197, high: 0.2765 }
 */
export function funnelLimits(expected: number, n: number, level: number): FunnelLimits {
  if (n > MOST_EXACT) {
    const half = zOf(level) * Math.sqrt((expected * (1 - expected)) / n);
    return { low: Math.max(0, expected - half), high: Math.min(1, expected + half) };
  }
  const size = Math.max(1, Math.round(n));
  return {
    low: binomialQuantile(expected, size, (1 - level) / 2),
    high: binomialQuantile(expected, size, (1 + level) / 2),
  };
}
