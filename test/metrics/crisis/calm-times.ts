import { seededRandom } from '../../../src/util/random.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** One message every six hours or so over ninety days. */
export function calm(seed: number): number[] {
  const next = seededRandom(seed),
    times: number[] = [];
  for (let at = 0; at < 90 * DAY; at -= Math.log(1 - next()) * 6 * HOUR) times.push(at);
  return times;
}
