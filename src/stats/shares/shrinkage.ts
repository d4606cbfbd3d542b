import { DeversoirError } from '../../util/errors.js';
import { checkLevel } from '../checks.js';
import { betaShare, logGamma, normalShare } from '../special.js';
import { zOf, type StatInterval } from './interval.js';

/** k events of n; n may be an effective size. */
export interface GroupCount {
  readonly k: number;
  readonly n: number;
}

/** How shares may differ between groups: a beta law. */
export interface ShareLaw {
  /** Share of a group drawn at random. */
  readonly mean: number;
  /** How many observations the law is worth: the larger, the closer groups are; `MOST_ALIKE` when they do not differ. */
  readonly size: number;
}

/** The likeliest law, and those that the groups leave open: few groups say little of how groups differ. */
export interface SharePrior extends ShareLaw {
  /** Laws with their posterior weights, which sum to 1. */
  readonly laws: readonly (ShareLaw & { readonly weight: number })[];
}

/** Beyond this prior size groups are told alike. */
export const MOST_ALIKE = 1e5;

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

function logLikelihood(groups: readonly GroupCount[], mean: number, size: number): number {
  const a = mean * size,
    b = (1 - mean) * size;
  return groups.reduce((sum, { k, n }) => sum + logBeta(k + a, n - k + b), -groups.length * logBeta(a, b));
}

/** The argument of a single-peaked function's maximum in [low, high], by golden sections. */
function peak(of: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high],
    [c, d] = [b - golden * (b - a), a + golden * (b - a)],
    [atC, atD] = [of(c), of(d)];
  while (b - a > 1e-6 * (high - low)) {
    if (atC > atD) {
      [b, d, atD] = [d, c, atC];
      c = b - golden * (b - a);
      atC = of(c);
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + golden * (b - a);
      atD = of(d);
    }
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

/** The likeliest mean for a size. */
const meanOf = (groups: readonly GroupCount[], size: number): number =>
  peak((x) => logLikelihood(groups, x, size), 1e-4, 1 - 1e-4);

/** Steps of 1 / √size, by equal ratios from that of `MOST_ALIKE` to 1; of the mean, in standard deviations of its logit. */
const SPREADS = 40,
  MEANS = [-3, -2.25, -1.5, -0.75, 0, 0.75, 1.5, 2.25, 3];
/** Laws whose weight is under this part of the heaviest are left out. */
const LEAST_WEIGHT = 1e-4;

/**
 * The posterior over laws. Before, 1 / √size is uniform (Gelman et al., Bayesian Data Analysis, 5.3), and so is the logit of the mean: groups drawn towards
 * each other leave what they are together where it is, while a uniform mean draws few events of few groups upwards.
 */
function lawsLeft(groups: readonly GroupCount[]): SharePrior['laws'] {
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  const laws = Array.from(
    { length: SPREADS },
    (_, step) => MOST_ALIKE ** (-(step + 0.5) / (2 * SPREADS)),
  ).flatMap((spread) => {
    const size = 1 / spread ** 2;
    const best = Math.min(Math.max(meanOf(groups, size), 1e-3), 1 - 1e-3),
      logit = Math.log(best / (1 - best));
    const at = (x: number): number => logLikelihood(groups, logistic(x), size);
    const bend = (2 * at(logit) - at(logit + 0.05) - at(logit - 0.05)) / 0.05 ** 2;
    const deviation = 1 / Math.sqrt(Math.max(bend, 0.1));
    return MEANS.map((far) => {
      const x = logit + far * deviation,
        mean = logistic(x);
      return { mean, size, log: at(x) + Math.log(deviation * spread) };
    });
  });
  const top = laws.reduce((most, { log }) => Math.max(most, log), -Infinity);
  const heavy = laws.filter(({ log }) => log - top > Math.log(LEAST_WEIGHT));
  const sum = heavy.reduce((all, { log }) => all + Math.exp(log - top), 0);
  return heavy.map(({ mean, size, log }) => ({ mean, size, weight: Math.exp(log - top) / sum }));
}

/**
 * The beta law that the shares of groups follow: the likeliest by maximum marginal likelihood (beta-binomial; Griffiths 1973, Efron &
 * Morris 1975 for the idea), and `laws`, all that the groups leave open.
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
    mean = meanOf(groups, size);
    if (Math.abs(mean - known.mean) < 1e-6 && Math.abs(Math.log(size / known.size)) < 1e-3) break;
  }
  return { mean, size, laws: lawsLeft(groups) };
}

/** Beyond this size a beta law is as good as normal. */
const MOST_BETA = 3000;

/** P(share <= x) under a beta law. */
function shareUnder(x: number, a: number, b: number): number {
  if (a + b <= MOST_BETA && Math.min(a, b) > 0.05) return betaShare(x, a, b);
  const mean = a / (a + b);
  return normalShare((x - mean) / Math.sqrt((mean * (1 - mean)) / (a + b + 1)));
}

export interface ShrunkShare {
  /** Posterior mean: between the group's own share and that of all, the closer to its own the larger n. */
  readonly value: number;
  readonly interval: StatInterval;
}

/**
 * Share of a group shrunk towards those of all, with its credible interval: (k + a) / (n + a + b), over the laws that the groups leave
 * open where `prior` has them. One law taken for known is too sure of itself where groups are few.
 *
 * @param prior of `sharePrior`, or one law
 * @example
 * shrunkShare({ k: 3, n: 4 }, { mean: 0.2, size: 20 }).value
 * // → 0.291667
 */
export function shrunkShare({ k, n }: GroupCount, prior: ShareLaw | SharePrior, level = 0.95): ShrunkShare {
  checkLevel(level);
  const laws = ('laws' in prior ? prior.laws : [{ ...prior, weight: 1 }]).map(({ mean, size, weight }) => ({
    a: k + mean * size,
    b: n - k + (1 - mean) * size,
    weight,
  }));
  const under = (x: number): number =>
    laws.reduce((sum, { a, b, weight }) => sum + weight * shareUnder(x, a, b), 0);
  const quantile = (p: number): number => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2;
      if (under(middle) < p) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return {
    value: laws.reduce((sum, { a, b, weight }) => sum + (weight * a) / (a + b), 0),
    interval: {
      low: quantile((1 - level) / 2),
      high: quantile((1 + level) / 2),
      level,
      method: 'laws' in prior ? 'hierarchical Bayes, beta-binomial' : 'empirical Bayes, beta-binomial',
    },
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
