import { zOf } from '../shares/interval.js';
import { normalQuantile, normalShare } from '../special.js';

/** The same events counted without identity: how many were found by keys, and how many there are by timing, with its bounds. */
export interface TimedCount {
  readonly found: number;
  /** The count by timing. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Its law of lags was supposed, not learnt on surely linked events. */
  readonly supposed?: boolean;
}

/** What the keys of both sides say of the share that is found. */
export interface KeyShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface FoundShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How far the two witnesses are apart beyond their errors, as a standard deviation of the logarithm. */
  readonly disagreement: number;
  /** Quantile function of the posterior, for imputations. */
  readonly quantile: (p: number) => number;
}

const STEPS = 400;
const LEAST = 1 / STEPS;

/** Median of the count by timing, which is never under 0: a count of 0 says that there are few, not that there are none. */
function middleOf({ value, high }: TimedCount, z: number): number {
  const spread = (high - value) / z;
  return spread > 0 ? value + spread * normalQuantile(1 - normalShare(value / spread) / 2) : value;
}

/** Nodes of a standard normal law, a tenth of their mass apart at most. */
const NODES = Array.from({ length: 31 }, (_, k) => (k - 15) / 5);

/** Log likelihood of a rate by timing, which itself may be wrong by a factor whose logarithm has the variance `between`. */
function timedLog({ value, low, high }: TimedCount, rate: number, between: number, z: number): number {
  const of = (one: number): number =>
    -(((one - value) / Math.max((one < value ? value - low : high - value) / z, 1e-9)) ** 2) / 2;
  if (between === 0) return of(rate);
  const logs = NODES.map((node) => of(rate * Math.exp(node * Math.sqrt(between))) - node ** 2 / 2),
    top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}

/**
 * Which share of the events the links find, from two witnesses that share no assumption: timing (found over the count by timing) and
 * keys. Where they contradict each other the variance of the keys is raised by what they are apart (DerSimonian & Laird 1986): they suppose
 * that who has the event shows as much as others do. That of timing is raised too where it supposes as much: a law of lags that could not be
 * learnt, or fewer events than the links alone found. Posterior on a grid of the shares, all as likely beforehand; never over 1.
 *
 * @returns `undefined` without a witness
 * @example
 * const { share, low, high } = foundShare({ found: 0.1, value: 0.2, low: 0.15, high: 0.25 }, undefined);
 * [Math.round(10 * share), low > 0.35, high < 0.8]
 * // → [5, true, true]
 */
export function foundShare(
  timed: TimedCount | undefined,
  keys: KeyShare | undefined,
  level = 0.95,
): FoundShare | undefined {
  if (timed === undefined && keys === undefined) return undefined;
  const z = zOf(level);
  const keySpread =
    keys === undefined ? Infinity : Math.log(Math.max(keys.high, 1e-6) / Math.max(keys.low, 1e-6)) / (2 * z);
  const logKeys = keys === undefined ? 0 : Math.log(Math.max(keys.share, 1e-6));
  let between = 0;
  if (timed !== undefined && keys !== undefined && timed.found > 0 && timed.high > 0) {
    const middle = middleOf(timed, z),
      logTimed = Math.log(timed.found / middle),
      spread = Math.log(Math.max(timed.high, middle) / middle) / z;
    between = Math.max(0, (logTimed - logKeys) ** 2 - spread ** 2 - keySpread ** 2);
  }
  const byTime = timed !== undefined && timed.found > 0 ? timed : undefined;
  const doubted =
    byTime !== undefined && (byTime.supposed === true || byTime.found > byTime.high) ? between : 0;
  const density = Array.from({ length: STEPS }, (_, k) => {
    const share = (k + 0.5) / STEPS;
    let log = 0;
    if (byTime !== undefined) log += timedLog(byTime, byTime.found / share, doubted, z);
    if (keys !== undefined) log -= (Math.log(share) - logKeys) ** 2 / (2 * (keySpread ** 2 + between));
    return log;
  });
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
    share: timed === undefined && keys !== undefined ? Math.min(1, keys.share) : quantile(0.5),
    low: quantile((1 - level) / 2),
    high: quantile((1 + level) / 2),
    disagreement: Math.sqrt(between),
    quantile,
  };
}
