import { describe, expect, it } from 'vitest';
import { fitHawkesWithCounts, simulateHawkes } from '../../src/stats/index.js';
import { fitted } from './fitted.js';

const truth = { mu: [0.5, 0.05], A: [[0.2, 0.2], [0.15, 0.2]], beta: 0.15 }, typeNames = ['public', 'press'];
const { events } = simulateHawkes(truth, { horizonHours: 1200, seed: 12, typeNames });
const exact = [...events.times].filter((_, k) => events.types[k] === 0);
const binned = (hours: number) => {
  const edges = Array.from({ length: 1200 / hours + 1 }, (_, k) => hours * k);
  return { type: 'press', edges, counts: edges.slice(1).map((end) => events.times.filter((t, k) => events.types[k] === 1 && t > end - hours && t <= end).length) };
};
const rest = { ...events, times: exact, types: exact.map(() => 'public') };

describe('fitHawkesWithCounts', () => {
  it('comes to the fit on exact times as the bins get narrow', () => {
    const whole = fitted(events, { beta: 0.15 });
    const narrow = fitHawkesWithCounts(rest, [binned(0.05)], { beta: 0.15, seed: 1, burnIn: 2, imputations: 4 });
    if (!narrow.measured) throw new Error(narrow.because);
    expect(narrow.counts).toEqual(whole.counts);
    whole.A.flat().forEach((a, k) => { expect(Math.abs((narrow.A.flat()[k] ?? 9) - a)).toBeLessThan(0.02); });
  });

  it('has wider intervals from days than from exact times, and the same for the same seed', () => {
    const run = () => fitHawkesWithCounts(rest, [binned(24)], { beta: 0.15, seed: 2, burnIn: 10, imputations: 10 });
    const days = run(), whole = fitted(events, { beta: 0.15 });
    if (!days.measured) throw new Error(days.because);
    expect(run()).toEqual(days);
    const width = (fit: typeof days) => { const { low, high } = fit.intervals.A[0]?.[1] ?? { low: 0, high: 0 }; return high - low; };
    expect(width(days)).toBeGreaterThan(width(whole) * 0.9);
    expect(days.intervals.method).toBe('multiple imputation');
  });

  it('answers plainly and refuses counts that are none', () => {
    const day = binned(24), none = { ...day, counts: day.counts.map(() => 0) };
    expect(fitHawkesWithCounts(rest, [none], { seed: 1 })).toMatchObject({ measured: false, reason: 'no-events' });
    expect(() => fitHawkesWithCounts(events, [day], { seed: 1 })).toThrow(/a counted type with exact times/);
    expect(() => fitHawkesWithCounts(rest, [{ ...day, counts: [1] }], { seed: 1 })).toThrow(/51 edges for 1 counts/);
    expect(() => fitHawkesWithCounts(rest, [{ ...day, counts: day.counts.map(() => 0.5) }], { seed: 1 })).toThrow(/count 0.5/);
    expect(() => fitHawkesWithCounts(rest, [{ ...day, type: 'radio' }], { seed: 1 })).toThrow(/counted type radio/);
  });
});
