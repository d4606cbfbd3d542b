/**
 * Events that neither of two keys found, from those found by each and by both: Chapman's estimate of the whole, with Chao's
 * log-normal interval. Holds when one key finds an event whether or not the other does. Chapman 1951; Chao 1987.
 *
 * @example
 * const { total, low, high } = chapman(40, 30, 20);
 * [total, low > 50, high < 80]
 * // → [59.52, true, true]
 */
export function chapman(
  byFirst: number,
  bySecond: number,
  byBoth: number,
  z = 1.96,
): { readonly total: number; readonly low: number; readonly high: number } {
  const found = byFirst + bySecond - byBoth,
    total = ((byFirst + 1) * (bySecond + 1)) / (byBoth + 1) - 1,
    unseen = Math.max(0, total - found);
  const spread =
    ((byFirst + 1) * (bySecond + 1) * (byFirst - byBoth) * (bySecond - byBoth)) /
    ((byBoth + 1) ** 2 * (byBoth + 2));
  if (unseen === 0) return { total: Math.max(total, found), low: found, high: found + z * Math.sqrt(spread) };
  const factor = Math.exp(z * Math.sqrt(Math.log(1 + spread / unseen ** 2)));
  return { total, low: found + unseen / factor, high: found + unseen * factor };
}
