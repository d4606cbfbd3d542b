import { kleinbergBursts } from '../../stats/index.js';

/** So few of the messages may come before the rise: more is how it began. */
const STRAYS = 0.1;
const LEAST = 10;

/**
 * Where a movement rises: the start of the rush in it that stands out most of its own pace (Kleinberg 2002), when hardly anything comes before. A
 * stream of few messages holds two of them a day apart for the beginning of what follows.
 *
 * @param times of its messages, upwards
 * @example
 * riseOf([0, 40, ...Array.from({ length: 30 }, (_, k) => 100 + k / 10)])
 * // → 100
 */
export function riseOf(times: readonly number[]): number {
  const [first = 0] = times;
  if (times.length < LEAST) return first;
  const found = kleinbergBursts(times);
  if (!found.measured) return first;
  const rush = found.bursts
    .filter(({ level }) => level === 1)
    .reduce<{ start: number; weight: number } | undefined>(
      (most, one) => (most === undefined || one.weight > most.weight ? one : most),
      undefined,
    );
  if (rush === undefined) return first;
  const before = times.filter((at) => at < rush.start).length;
  return before <= STRAYS * times.length ? rush.start : first;
}
