import { DeversoirError } from '../../util/errors.js';
import { checkNumbers, checkSome, type Numbers } from '../checks.js';

/**
 * Sample quantile by linear interpolation between order statistics: position (n − 1)·p. R's default, type 7; NumPy's
 * "linear". Hyndman & Fan 1996.
 *
 * @param values at least one finite number, in any order
 * @param p share in [0, 1]
 * @throws DeversoirError `data-invalid` without values, `option-invalid` for p outside [0, 1]
 * @example
 * quantile([4, 1, 3, 2], 0.9)
 * // → 3.7
 */
export function quantile(values: Numbers, p: number): number {
  checkSome('values', values);
  checkNumbers('values', values);
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

/** `quantile` of values already sorted upwards. */
export function quantileOfSorted(sorted: Numbers, p: number): number {
  if (!(p >= 0 && p <= 1))
    throw new DeversoirError('option-invalid', `p = ${p}`, { hint: 'use a share from 0 to 1' });
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}
