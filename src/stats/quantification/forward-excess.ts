import { zOf } from '../shares/interval.js';

/** Cases of one kind: how many, how likely a follow-up of one shares its key, and how many share it with a post after them, and with one before. */
export interface KeyedPairs {
  readonly cases: number;
  /** P(its follow-up shows the same key), were there one. */
  readonly linkability: number;
  /** How many cases show the same value: namesakes are many where it is common. */
  readonly bearers: number;
  readonly forward: number;
  readonly backward: number;
}

export interface ForwardExcess {
  /** Follow-ups of one case. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Cases are taken together by how many bear their value, up to these numbers; beyond the last, chance drowns what follows. */
const CLASSES = [1, 2, 4, 8] as const;
/** With fewer cases that a follow-up could be found of, nothing can be told. */
const LEAST = 10;
/** A rate from which classes are weighted: it moves the width, not the value aimed at. */
const USUAL = 0.1;

/**
 * How many cases have a follow-up, from who shares a key with a later post more often than with an earlier one: namesakes and people's other
 * matters lie on both sides alike, what a case brings about only after it. Rare values weigh more. No link is asked, nor how links weigh
 * names or waits. Interval: Poisson counts on both sides.
 *
 * @param ratio pairs of any case and any later post for one pair with an earlier post, within the same window
 * @returns `undefined` where hardly a case shows a key that posts show, or no post comes before a case
 * @example
 * const found = forwardExcess([{ cases: 200, linkability: 0.5, bearers: 1, forward: 30, backward: 10 }], 1);
 * [found.value, found.low > 0.05, found.high < 0.35]
 * // → [0.2, true, true]
 */
export function forwardExcess(
  pairs: readonly KeyedPairs[],
  ratio: number,
  level = 0.95,
): ForwardExcess | undefined {
  if (!Number.isFinite(ratio) || ratio <= 0) return undefined;
  let excess = 0,
    comparable = 0,
    linkable = 0,
    variance = 0;
  CLASSES.forEach((most, at) => {
    const own = pairs.filter(({ bearers }) => bearers <= most && bearers > (CLASSES[at - 1] ?? 0));
    const sum = (of: (one: KeyedPairs) => number): number => own.reduce((total, one) => total + of(one), 0);
    const expected = sum(({ cases, linkability }) => cases * linkability),
      forward = sum((one) => one.forward),
      backward = sum((one) => one.backward);
    if (expected === 0) return;
    comparable += expected;
    const weight = (USUAL * expected) / (USUAL * expected + 2 * ratio * (backward + 0.5));
    excess += weight * (forward - ratio * backward);
    linkable += weight * expected;
    variance += weight ** 2 * (forward + ratio ** 2 * backward + 0.5);
  });
  if (comparable < LEAST) return undefined;
  const value = Math.max(0, excess / linkable),
    reach = (zOf(level) * Math.sqrt(variance)) / linkable;
  return { value, low: Math.max(0, value - reach), high: value + reach };
}
