import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrateThreshold,
  cusum,
  ewma,
  expectedCount,
  fitCountBaseline,
  meanPlusSdRule,
  shortAgainstLongRule,
  weekOverWeekRule,
  type AlarmRule,
  type CountBaseline,
} from '../../../src/stats/index.js';
import { drawCounts } from '../../../src/stats/alarms/draw-counts.js';
import { seededRandom } from '../../../src/util/random.js';
import { baselineOf, hourly } from './hourly-counts.js';

describe('fitCountBaseline', () => {
  it('recovers the week and the spread, and is not misled by an old crisis', () => {
    const counts = hourly(26, 1);
    const calm = baselineOf(counts, 1);
    expect(calm.size).toBeGreaterThan(2.5);
    expect(calm.size).toBeLessThan(7);
    const [peak, night] = [expectedCount(calm, 14), expectedCount(calm, 2)];
    expect(peak / night).toBeGreaterThan(5);
    const total = counts.reduce((a, b) => a + b, 0);
    expect(counts.reduce((sum, _, k) => sum + expectedCount(calm, k), 0) / total).toBeCloseTo(1, 1);
    const hit = counts.with(1000, 400).with(1001, 300);
    const after = baselineOf(hit, 1);
    expect(after.leftOut).toBeGreaterThanOrEqual(2);
    expect(Math.abs(expectedCount(after, 14) - peak)).toBeLessThan(0.1 * peak);
  });

  it('finds how far messages echo others, keeps the mean of what it draws, and leaves open what little data leaves open', () => {
    const planted: CountBaseline = {
      ...baselineOf(
        Array.from({ length: 336 }, () => 1),
        1,
      ),
      n: 168 * 60,
      echo: { share: 0.55, halfLifeHours: 3 },
    };
    const drawn = drawCounts(planted, 168 * 60, seededRandom(4)),
      { echo, size } = baselineOf(drawn, 1);
    expect(Math.abs(Math.log2(echo.halfLifeHours / 3))).toBeLessThan(0.5);
    expect(Math.abs(echo.share - 0.55)).toBeLessThan(0.08);
    expect(size).toBeGreaterThan(15);
    const due = drawn.reduce((sum, _, k) => sum + expectedCount(planted, k), 0);
    expect(Math.abs(drawn.reduce((a, b) => a + b, 0) / due - 1)).toBeLessThan(0.05);
    expect(baselineOf(hourly(26, 1), 1).echo.share).toBeLessThan(0.1);
    const rare = baselineOf(
      Array.from({ length: 336 }, (_, k) => (k % 40 === 0 ? 1 : 0)),
      1,
    );
    expect(rare.echo.share).toBeGreaterThan(0.05);
    expect(rare.echo.share).toBeLessThan(0.45);
  });

  it('starts where the clock stands: Saturday counts stay Saturday counts', () => {
    const counts = Array.from({ length: 28 }, (_, day) => ((day + 5) % 7 >= 5 ? 4 : 40));
    const baseline = baselineOf(counts, 24, 5 * 24);
    expect(expectedCount(baseline, 0)).toBeLessThan(6);
    expect(expectedCount(baseline, 2)).toBeGreaterThan(35);
  });

  it('answers plainly', () => {
    expect(fitCountBaseline([1, 2, 3], { hoursPerPeriod: 24, startHourOfWeek: 0 })).toMatchObject({
      measured: false,
      reason: 'too-few',
    });
    expect(
      fitCountBaseline(
        Array.from({ length: 20 }, () => 0),
        { hoursPerPeriod: 24, startHourOfWeek: 0 },
      ),
    ).toMatchObject({ measured: false, reason: 'no-events' });
    expect(() => fitCountBaseline([0.5], { hoursPerPeriod: 24, startHourOfWeek: 0 })).toThrow(/count 0.5/);
  });
});

describe('alarm rules', () => {
  it('count a hand-made Poisson CUSUM: x·ln 2 − mean', () => {
    const baseline: CountBaseline = {
      measured: true,
      meanOfSlot: Float64Array.from({ length: 7 }, () => 10),
      size: Infinity,
      echo: { share: 0, halfLifeHours: 8 },
      startSlot: 0,
      hoursPerPeriod: 24,
      n: 14,
      leftOut: 0,
    };
    const { statistic } = cusum([10, 20, 20], baseline, { threshold: 100 });
    expect([...statistic].map((value) => Number(value.toFixed(9)))).toEqual(
      [0, 20 * Math.LN2 - 10, 40 * Math.LN2 - 20].map((value) => Number(value.toFixed(9))),
    );
  });

  it('count a hand-made negative-binomial CUSUM: x·ln 2 − (x + r)·ln((r + 2μ)/(r + μ)), whatever the echo', () => {
    const baseline: CountBaseline = {
      measured: true,
      meanOfSlot: Float64Array.from({ length: 168 }, () => 10),
      size: 4,
      echo: { share: 0.5, halfLifeHours: 1 },
      startSlot: 0,
      hoursPerPeriod: 1,
      n: 336,
      leftOut: 0,
    };
    const step = (x: number, mean: number) => x * Math.LN2 - (x + 4) * Math.log((4 + 2 * mean) / (4 + mean));
    const sums = [20, 40, 60].map((x) => step(x, 10));
    const { statistic } = cusum([20, 40, 60], baseline, { threshold: 100 });
    sums.forEach((_, k) =>
      expect(statistic[k]).toBeCloseTo(
        sums.slice(0, k + 1).reduce((a, b) => a + b),
        9,
      ),
    );
  });

  it('hold the statistic at or above 0 (CUSUM), one alarm per exceedance (others), and never give NaN', () => {
    const baseline = baselineOf(hourly(3, 2), 1);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 400 }), (counts) => {
        for (const series of [
          cusum(counts, baseline),
          ewma(counts, baseline),
          meanPlusSdRule(counts, { window: 24 }),
          weekOverWeekRule(counts, { window: 24 }),
          shortAgainstLongRule(counts),
        ]) {
          expect(series.statistic.length).toBe(counts.length);
          expect(series.statistic.some(Number.isNaN)).toBe(false);
          for (const k of series.alarms) expect(series.statistic[k]).toBeGreaterThan(series.threshold);
        }
        expect(cusum(counts, baseline).statistic.every((value) => value >= 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('say so when no threshold keeps to the budget, and refuse odd options', () => {
    const baseline = baselineOf(hourly(3, 4), 1);
    const always: AlarmRule = (counts) => ({ alarms: Array.from(counts, (_, k) => k) });
    expect(calibrateThreshold(always, baseline, { perMonth: 1, seed: 1, months: 2 })).toMatchObject({
      measured: false,
      reason: 'unreachable',
    });
    expect(() => cusum([1], baseline, { ratio: 1 })).toThrow(/ratio 1/);
    expect(() => ewma([1], baseline, { lambda: 0 })).toThrow(/lambda 0/);
    expect(() => meanPlusSdRule([1], { window: 0 })).toThrow(/window of 0/);
    expect(() => cusum([-1], baseline)).toThrow(/value -1/);
  });
});
