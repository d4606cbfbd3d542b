import { describe, expect, it } from 'vitest';
import {
  expectedCount,
  fitCountBaseline,
  type CountBaseline,
} from '../../../src/stats/alarms/count-baseline.js';

const DAILY = { hoursPerPeriod: 24, startHourOfWeek: 0 } as const;
const fitted = (
  counts: readonly number[],
  options: Parameters<typeof fitCountBaseline>[1] = DAILY,
): CountBaseline => {
  const found = fitCountBaseline(counts, options);
  if (!found.measured) throw new Error(found.because);
  return found;
};

describe('fitCountBaseline', () => {
  it('follows the week, wherever the series begins', () => {
    const week = [20, 20, 20, 20, 20, 8, 8];
    const counts = Array.from({ length: 56 }, (_, day) => week[(day + 3) % 7] as number);
    const baseline = fitted(counts, { hoursPerPeriod: 24, startHourOfWeek: 72 });
    expect(baseline.startSlot).toBe(3);
    expect(expectedCount(baseline, 0)).toBeGreaterThan(17);
    expect(expectedCount(baseline, 2)).toBeLessThan(12);
    expect(expectedCount(baseline, 7)).toBe(expectedCount(baseline, 0));
    // What is expected adds up to what was seen.
    const total = counts.reduce((sum, _, k) => sum + expectedCount(baseline, k), 0);
    expect(total).toBeCloseTo(
      counts.reduce((a, b) => a + b),
      6,
    );
    expect(baseline.size).toBe(Infinity);
    expect(baseline.echo.share).toBe(0);
  });
  it('leaves an old crisis out of the calm', () => {
    const counts = Array.from({ length: 56 }, (_, day) => (day === 30 ? 400 : 10 + (day % 3)));
    const baseline = fitted(counts);
    expect([baseline.leftOut, baseline.n]).toEqual([1, 55]);
    expect(expectedCount(baseline, 2)).toBeLessThan(13);
  });
  it('reads parts of an hour as it reads the hours', () => {
    const hours = Array.from({ length: 336 }, (_, k) => 4 + (k % 2));
    // an hour of 4 is four quarters of 1, one of 5 has a quarter of 2
    const quarters = hours.flatMap((count) => [1, 1, 1, count - 3]);
    const byHour = fitted(hours, { hoursPerPeriod: 1, startHourOfWeek: 7 }),
      byQuarter = fitted(quarters, { hoursPerPeriod: 1 / 4, startHourOfWeek: 7 });
    expect([byQuarter.startSlot, byQuarter.meanOfSlot.length, byQuarter.n]).toEqual([28, 672, 1344]);
    for (let k = 0; k < 168; k++)
      expect(expectedCount(byQuarter, 4 * k + 2)).toBeCloseTo(expectedCount(byHour, k) / 4, 9);
  });
  it('is wider than Poisson where counts are', () => {
    const wide = fitted(Array.from({ length: 84 }, (_, day) => (day % 2 === 0 ? 2 : 30)));
    expect(wide.size).toBeLessThan(5);
  });
  it('says why it cannot be fitted, and refuses what is no count', () => {
    expect(
      fitCountBaseline(
        Array.from({ length: 13 }, () => 1),
        DAILY,
      ),
    ).toMatchObject({ measured: false, reason: 'too-few' });
    expect(
      fitCountBaseline(
        Array.from({ length: 14 }, () => 0),
        DAILY,
      ),
    ).toMatchObject({ reason: 'no-events' });
    expect(() => fitCountBaseline([1.5, ...Array.from({ length: 20 }, () => 1)], DAILY)).toThrow(
      /count 1.5 at index 0.*whole numbers/s,
    );
    expect(() => fitCountBaseline([-1], DAILY)).toThrow(/at least 0/);
  });
});
