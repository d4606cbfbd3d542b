/**
 * How many of some things in order something holds of, if it holds of none behind one of which it does not: found by halves.
 *
 * @example
 * partitionPoint(4, (at) => ([1, 2, 2, 5][at] ?? 0) <= 2)
 * // → 3
 */
export function partitionPoint(length: number, holds: (at: number) => boolean): number {
  let low = 0,
    high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where a value would stand among others in ascending order: how many are smaller.
 *
 * @example
 * lowerBound([1, 2, 2, 5], 2)
 * // → 1
 */
export const lowerBound = (ascending: ArrayLike<number>, value: number): number =>
  partitionPoint(ascending.length, (at) => (ascending[at] as number) < value);

/**
 * Place of a whole number among others in ascending order, each once; −1 where it is none of them.
 *
 * @example
 * [placeAmong(Int32Array.of(-7, 2, 5), 2), placeAmong(Int32Array.of(-7, 2, 5), 3)]
 * // → [1, -1]
 */
export function placeAmong(ascending: Int32Array, value: number): number {
  let low = 0,
    high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1,
      at = ascending[middle] as number;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
