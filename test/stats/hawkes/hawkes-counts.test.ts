import { describe, expect, it } from 'vitest';
import {
  fitHawkesKernels,
  simulateHawkes,
  type CountedType,
  type HawkesEvents,
} from '../../../src/stats/index.js';
import { kernelFit } from './lag-worlds.js';

const truth = {
    mu: [0.5, 0.05],
    A: [
      [0.2, 0.2],
      [0.15, 0.2],
    ],
    beta: 0.15,
  },
  typeNames = ['public', 'press'],
  halfLives = [Math.LN2 / truth.beta];
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
const refused = (some: HawkesEvents, counted: CountedType) => () =>
  fitHawkesKernels(some, { counted: [counted] });

describe('events known as counts', () => {
  it('come to the fit on exact times as their bins get narrow', () => {
    const whole = kernelFit(events, { halfLives });
    const narrow = kernelFit(rest, { halfLives, counted: [binned(0.05)] });
    expect(narrow.counts).toEqual(whole.counts);
    whole.A.flat().forEach((a, k) => {
      expect(Math.abs((narrow.A.flat()[k] ?? 9) - a)).toBeLessThan(0.02);
    });
  });

  it('have wider intervals by the day than by the instant, for what days hide, and no fit check', () => {
    const days = kernelFit(rest, { halfLives, counted: [binned(24)] }),
      whole = kernelFit(events, { halfLives });
    const width = (fit: typeof days, i: number, j: number) => {
      const { low, high } = fit.intervals[i]?.[j] ?? { low: 0, high: 0 };
      return high - low;
    };
    for (const [i, j] of [
      [0, 1],
      [1, 0],
    ] as const)
      expect(width(days, i, j)).toBeGreaterThan(1.2 * width(whole, i, j));
    expect(days.goodnessOfFit[1]).toEqual({ type: 'press', n: days.counts[1] });
  });

  it('may stand in empty and uneven bins, and give the same twice', () => {
    const bin = { type: 'press', edges: [0, 24, 48, 72, 1200], counts: [2, 0, 3, 1] },
      fit = () => kernelFit(rest, { counted: [bin], startHourOfWeek: 0 });
    expect(fit()).toEqual(fit());
  });

  it('are refused where they are none', () => {
    const day = binned(24),
      none = { ...day, counts: day.counts.map(() => 0) };
    expect(refused(rest, none)()).toMatchObject({ measured: false, reason: 'no-events' });
    expect(refused(events, day)).toThrow(/a counted type with exact times/);
    expect(refused(rest, { ...day, counts: [1] })).toThrow(/51 edges for 1 counts/);
    expect(refused(rest, { ...day, counts: day.counts.map(() => 0.5) })).toThrow(/count 0.5/);
    expect(refused(rest, { ...day, type: 'radio' })).toThrow(/counted type radio/);
  });
});
