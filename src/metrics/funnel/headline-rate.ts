import type { Corrected, CorrectedAt } from '../../stats/quantification/unseen-events.js';

/** A share with its bounds. */
export interface Bounded {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** With more cases without any key the correction rests on a few cases that may not stand for them. */
export const MOST_KEYLESS = 0.5;

export const isFloor = ({ keyless }: Pick<Corrected, 'keyless'>): boolean => keyless > MOST_KEYLESS;

/**
 * The rate that is said first. Where most cases show a key: the corrected one. Elsewhere the seen rate, told as a floor, with an interval
 * that reaches up to the rate if all cases were found as seldom as those with a key.
 *
 * @example
 * headlineRate({ keyless: 0.9, linkabilityInterval: { low: 0.4, high: 0.5 } }, undefined, { share: 0.1, low: 0.08, high: 0.12 }).high
 * // → 0.3
 */
export function headlineRate(
  corrected: Pick<Corrected, 'keyless'> & {
    readonly linkabilityInterval: { readonly low: number; readonly high: number };
  },
  at: Pick<CorrectedAt, 'share' | 'interval'> | undefined,
  seen: Bounded,
): Bounded | undefined {
  if (isFloor(corrected))
    return { ...seen, high: Math.min(1, seen.high / Math.max(0.01, corrected.linkabilityInterval.low)) };
  return at && { share: at.share, low: at.interval.low, high: at.interval.high };
}
