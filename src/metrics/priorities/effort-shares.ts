import { shareInterval } from '../basic/score-interval.js';
import { effortBounds, type EffortBounds } from './driver-reading.js';

/**
 * Of how many messages drawn one by one the share of a driver tells. Cases are drawn whole: the variance of the ratio is
 * Σ (mᵢ·1ᵢ − p·mᵢ)² / M² over all cases (Cochran 1977, 6.4).
 */
function effectiveNumber(own: readonly number[], all: readonly number[]): number {
  const sum = (values: readonly number[], power: number): number =>
    values.reduce((total, value) => total + value ** power, 0);
  const messages = sum(all, 1);
  if (messages === 0) return 0;
  const p = sum(own, 1) / messages;
  const squares = (1 - p) ** 2 * sum(own, 2) + p ** 2 * (sum(all, 2) - sum(own, 2));
  // where all messages are of one driver, a case counts once
  return squares === 0 ? all.length : (p * (1 - p) * messages ** 2) / squares;
}

interface Effort {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Share and bounds of each driver among what is on a driver, and of what is on none among all; `sizes`: messages of each of its cases. */
export function effortOf(
  drivers: readonly { readonly driver: string | null; readonly sizes: readonly number[] }[],
  options: { readonly level: number; readonly seed: number },
): ReadonlyMap<string | null, Effort> {
  const all = drivers.flatMap(({ sizes }) => sizes),
    sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0),
    messages = sum(all);
  if (messages === 0) return new Map();
  const told = drivers.map(({ driver, sizes }) => ({
    driver,
    share: sum(sizes) / messages,
    effectiveN: effectiveNumber(sizes, all),
  }));
  const named = told.flatMap((one) => (one.driver === null ? [] : [{ ...one, driver: one.driver }])),
    read = named.reduce((total, { share }) => total + share, 0),
    bounds = effortBounds(named, options);
  const found = new Map<string | null, Effort>();
  for (const { driver, share, effectiveN } of told)
    if (driver === null) {
      const interval = shareInterval({ k: share * messages, n: messages, effectiveN }, options.level);
      found.set(null, { share, low: interval?.low ?? null, high: interval?.high ?? null });
    }
  named.forEach(({ driver, share: own }, at) => {
    const share = read === 0 ? 0 : own / read,
      { low, high } = bounds[at] as EffortBounds;
    found.set(driver, { share, low: Math.min(low, share), high: Math.max(high, share) });
  });
  return found;
}
