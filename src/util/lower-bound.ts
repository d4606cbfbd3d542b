/**
 * Where a value would stand among others in ascending order: how many are smaller.
 *
 * @example
 * lowerBound([1, 2, 2, 5], 2)
 * // → 1
 */
export function lowerBound(ascending: ArrayLike<number>, value: number): number {
  let low = 0,
    high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
