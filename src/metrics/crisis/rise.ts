/** Fewer messages show no rise, and fewer than half of that no rate. */
const LEAST = 10;
/** The rise is told by the first quarter of a movement: later it has slackened. */
const FRONT = 0.25;

/**
 * Where a movement rises: the change-point of greatest likelihood between two rates (Raftery and Akman 1986), that of its first quarter and that of
 * such messages before, which is the calm at least. A message just before the rush is its
 * beginning where calm has few such messages.
 *
 * @param times of its messages and of those like them before, upwards
 * @param calm such messages for each unit of time at other times
 * @param since when such messages were looked for
 * @example
 * const rush = Array.from({ length: 40 }, (_, k) => 100 + k / 10);
 * [riseOf([60, 99.5, ...rush], 0.01, 50), riseOf([60, 98, ...rush], 0.01, 50)]
 * // → [99.5, 100]
 */
export function riseOf(times: readonly number[], calm: number, since = times[0] ?? 0): number {
  const [first = 0] = times,
    last = Math.min(times.length, Math.max(2 * LEAST, Math.ceil(FRONT * times.length))) - 1;
  if (times.length < LEAST) return first;
  const end = times[last] as number;
  let [best, start] = [-Infinity, first];
  for (let at = 0; at <= last - LEAST / 2; at++) {
    const from = times[at] as number,
      n = last - at,
      before = Math.max(calm, at / Math.max(from - since, Number.EPSILON)),
      // what comes at one instant is as if it came in a thousandth of a gap of calm
      rate = n / Math.max(end - from, 1e-3 / calm);
    const likelihood = at * Math.log(before) - before * (from - since) + n * Math.log(rate) - n;
    if (likelihood > best) [best, start] = [likelihood, from];
  }
  return start;
}
