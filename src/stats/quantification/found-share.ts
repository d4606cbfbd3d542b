import { zOf } from '../shares/interval.js';

/** The same events counted twice: how many links found, and how many a witness counts without links, with its bounds. */
export interface Witness {
  readonly found: number;
  /** Its count. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How far what it supposes may mislead it, as the standard deviation of the logarithm of a factor; default: by half as much again. */
  readonly supposed?: number;
}

export interface FoundShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How far two witnesses are apart beyond their errors, as the logarithm of a factor. */
  readonly disagreement: number;
  /** Witnesses do not speak against links finding all: the likelihood of that is no further below the highest than the level allows (ratio test). */
  readonly mayBeAll: boolean;
  /** Quantile function of the posterior, for imputations. */
  readonly quantile: (p: number) => number;
}

const STEPS = 1000;
const LEAST = 1 / STEPS;
/** What a witness supposes may be wrong by half as much again, up or down: the standard deviation of the logarithm of that factor. */
export const SUPPOSED = Math.log(1.5);

/** Nodes of a standard normal law, a tenth of their mass apart at most. */
const NODES = Array.from({ length: 31 }, (_, k) => (k - 15) / 5);

/** Log likelihood of a count, where the witness may be wrong by a factor whose logarithm has the standard deviation `spread`. */
function logOf({ value, low, high }: Witness, count: number, spread: number, z: number): number {
  const logs = NODES.map((node) => {
      const one = count * Math.exp(node * spread),
        error = Math.max((one < value ? value - low : high - value) / z, 0.05 * value, 1e-9);
      return -(((one - value) / error) ** 2) / 2 - node ** 2 / 2;
    }),
    top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}

/** How far the bounds of two witnesses leave a gap between the shares they say, in logarithms; 0 where they meet. */
function gapOf(witnesses: readonly Witness[]): number {
  const least = Math.max(...witnesses.map(({ found, high }) => Math.log(found / Math.max(high, 1e-9)))),
    most = Math.min(...witnesses.map(({ found, low }) => Math.log(found / Math.max(low, 1e-9))));
  return Math.max(0, least - most);
}

/**
 * Which share of the events links find, from witnesses that count all events without them and share no assumption (timing; keys that
 * meet later more often than earlier). Each may be wrong by its error and for what it supposes, by half as much again unless it says by how much; where their bounds leave
 * a gap, by that gap too, so that what either says stays possible. Posterior on a grid, never over 1. Beforehand every share is as likely, and the number
 * of events follows Jeffreys' law (its root's inverse). Told: the median, so that the number of events is the median of its own law too (absolute loss).
 *
 * @returns `undefined` without a witness of which links found anything
 * @example
 * const { share, low, high } = foundShare([{ found: 0.1, value: 0.2, low: 0.18, high: 0.22 }]);
 * [Math.round(10 * share), low > 0.15, high < 1]
 * // → [5, true, true]
 */
export function foundShare(
  witnesses: readonly (Witness | undefined)[],
  level = 0.95,
): FoundShare | undefined {
  const heard = witnesses.filter((one): one is Witness => one !== undefined && one.found > 0);
  if (heard.length === 0) return undefined;
  const z = zOf(level),
    disagreement = gapOf(heard);
  const likelihood = (share: number): number =>
    heard.reduce(
      (sum, one) =>
        sum + logOf(one, one.found / share, Math.hypot(one.supposed ?? SUPPOSED, disagreement), z),
      0,
    );
  const shares = Array.from({ length: STEPS }, (_, k) => (k + 0.5) / STEPS),
    likelihoods = shares.map(likelihood);
  // ∫ λ^−½ · Poisson(k; λ·f) dλ is in proportion to f^−½, whatever k
  const density = shares.map((share, k) => (likelihoods[k] as number) - Math.log(share) / 2);
  const top = Math.max(...density),
    sums: number[] = [];
  let total = 0;
  for (const log of density) sums.push((total += Math.exp(log - top)));
  const quantile = (p: number): number => {
    let [k, most] = [0, STEPS - 1];
    while (k < most) {
      const middle = (k + most) >> 1;
      if ((sums[middle] as number) >= p * total) most = middle;
      else k = middle + 1;
    }
    const before = k > 0 ? (sums[k - 1] as number) : 0;
    return Math.max(LEAST, (k + (p * total - before) / ((sums[k] as number) - before)) / STEPS);
  };
  return {
    share: quantile(0.5),
    low: quantile((1 - level) / 2),
    high: quantile((1 + level) / 2),
    disagreement,
    mayBeAll: Math.max(...likelihoods) - likelihood(1) <= z ** 2 / 2,
    quantile,
  };
}
