import { kolmogorovUpperTail } from '../../stats/special.js';
import { beginApart } from './begin-apart.js';

/** Two lists of one pace look as different as this once in a hundred times. */
const CHANCE = 0.01;
/** What comes after the end of the other, for more than this part, has a course of its own. */
const LATER = 0.5;

/** Both up to the end of the one that ends first; none where more than half of one comes later. */
function upToEnd(first: readonly number[], second: readonly number[]): [number[], number[]] | undefined {
  const end = Math.min(first.at(-1) ?? -Infinity, second.at(-1) ?? -Infinity),
    [a, b] = [first, second].map((times) => times.filter((at) => at <= end)) as [number[], number[]];
  return a.length > LATER * first.length && b.length > LATER * second.length ? [a, b] : undefined;
}

/**
 * Whether two lists of instants may have come at one pace: two-sample Kolmogorov-Smirnov test, p ≥ .01, up to the end of the one that
 * ends first, by which more than half of the other has come. What people say of one cause comes and goes together; causes that have
 * nothing to do with each other begin apart.
 *
 * @param first instants, upwards
 * @param second the same
 * @example
 * const hours = Array.from({ length: 30 }, (_, k) => k);
 * [sameCourse(hours, hours.map((hour) => hour + 2)), sameCourse(hours, hours.map((hour) => hour + 20))]
 * // → [true, false]
 */
export function sameCourse(first: readonly number[], second: readonly number[]): boolean {
  const [a, b] = upToEnd(first, second) ?? [];
  if (a === undefined || b === undefined) return false;
  let [i, j, distance] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] as number, b[j] as number);
    while (i < a.length && (a[i] as number) <= at) i++;
    while (j < b.length && (b[j] as number) <= at) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return kolmogorovUpperTail(distance, (a.length * b.length) / (a.length + b.length)) >= CHANCE;
}

/**
 * Whether two lists come and go together: of one course, and none of them began before the other, which a course of many hours hides.
 *
 * @param first instants, upwards
 * @param second the same
 */
export const comeTogether = (first: readonly number[], second: readonly number[]): boolean =>
  sameCourse(first, second) && !beginApart(...(upToEnd(first, second) ?? [first, second]));
