import { describe, expect, it } from 'vitest';
import { fitHawkesWithCounts, simulateHawkes } from '../../../src/stats/index.js';
import { fitted } from './fitted.js';

const truth = {
    mu: [0.5, 0.05],
    A: [
      [0.2, 0.2],
      [0.15, 0.2],
    ],
    beta: 0.15,
  },
  typeNames = ['public', 'press'];
const { events } = simulateHawkes(truth, { horizonHours: 1200, seed: 12, typeNames });
const exact = [...events.times].filter((_, k) => events.types[k] === 0);
const binned = (hours: number) => {
  const edges = Array.from({ length: 1200 / hours + 1 }, (_, k) => hours * k);
  return {
    type: 'press',
    edges,
    counts: edges
      .slice(1)
      .map(
        (end) => events.times.filter((t, k) => events.types[k] === 1 && t > end - hours && t <= end).length,
      ),
  };
};
const rest = { ...events, times: exact, types: exact.map(() => 'public') };

describe('fitHawkesWithCounts', () => {
  it('comes to the fit on exact times as the bins get narrow', () => {
    const whole = fitted(events, { beta: 0.15 });
    const narrow = fitHawkesWithCounts(rest, [binned(0.05)], { beta: 0.15 });
    if (!narrow.measured) throw new Error(narrow.because);
    expect(narrow.counts).toEqual(whole.counts);
    whole.A.flat().forEach((a, k) => {
      expect(Math.abs((narrow.A.flat()[k] ?? 9) - a)).toBeLessThan(0.02);
    });
  });

  it('has wider intervals from days than from exact times, for what days hide', () => {
    const days = fitHawkesWithCounts(rest, [binned(24)], { beta: 0.15 }),
      whole = fitted(events, { beta: 0.15 });
    if (!days.measured) throw new Error(days.because);
    const width = (fit: typeof days, i: number, j: number) => {
      const { low, high } = fit.intervals.A[i]?.[j] ?? { low: 0, high: 0 };
      return high - low;
    };
    for (const [i, j] of [
      [0, 1],
      [1, 0],
    ] as const)
      expect(width(days, i, j)).toBeGreaterThan(1.2 * width(whole, i, j));
    expect(days.goodnessOfFit[1]).toEqual({ type: 'press', n: days.counts[1] });
  });

  it('takes empty and uneven bins, gives the same twice, and of a rhythm the weekdays', () => {
    const bin = { type: 'press', edges: [0, 24, 48, 72, 1200], counts: [2, 0, 3, 1] },
      fit = () =>
        fitHawkesWithCounts(rest, [bin], { beta: 0.15, rhythm: 'hour-weekday', startHourOfWeek: 0 });
    const found = fit();
    if (!found.measured) throw new Error(found.because);
    expect(fit()).toEqual(found);
    // a rhythm by weekday: alike at all hours of a day
    const [hours = []] = [Array.from(found.profile?.factors[1] ?? [])];
    for (let h = 1; h < 24; h++) expect(hours[h]).toBeCloseTo(hours[0] ?? 0, 12);
  });

  it('answers plainly and refuses counts that are none', () => {
    const day = binned(24),
      none = { ...day, counts: day.counts.map(() => 0) };
    expect(fitHawkesWithCounts(rest, [none])).toMatchObject({ measured: false, reason: 'no-events' });
    expect(() => fitHawkesWithCounts(events, [day])).toThrow(/a counted type with exact times/);
    expect(() => fitHawkesWithCounts(rest, [{ ...day, counts: [1] }])).toThrow(/51 edges for 1 counts/);
    expect(() => fitHawkesWithCounts(rest, [{ ...day, counts: day.counts.map(() => 0.5) }])).toThrow(
      /count 0.5/,
    );
    expect(() => fitHawkesWithCounts(rest, [{ ...day, type: 'radio' }])).toThrow(/counted type radio/);
  });
});
