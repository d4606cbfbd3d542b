import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitHawkesKernels, simulateHawkes, type HawkesEvents } from '../../../src/stats/index.js';
import { drawWorld, kernelFit, NAMES, world } from './lag-worlds.js';

describe('fitHawkesKernels', () => {
  it('gives each pair its own law of lags, and shares that sum to one', () => {
    const fit = kernelFit(drawWorld(world, 3, NAMES), { startHourOfWeek: 0 });
    const [echo, spill] = [fit.intervals[1]?.[1], fit.intervals[1]?.[0]];
    expect(echo?.low).toBeGreaterThan(0.1);
    expect(echo?.high).toBeLessThan(0.6);
    expect(spill?.low).toBeLessThan(0.4);
    expect(spill?.high).toBeGreaterThan(0.4);
    expect(Number(fit.medianLagHours[1]?.[1])).toBeLessThan(3);
    expect(fit.kernels[1]?.[1]?.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(fit.A[1]?.[1]), 9);
    fit.attributedShare.forEach((row, i) =>
      expect(row.reduce((a, b) => a + b, 0) + Number(fit.baselineShare[i])).toBeCloseTo(1, 3),
    );
  });

  it('counts the same burst told twice once', () => {
    const drawn = drawWorld(world, 3, NAMES),
      options = { startHourOfWeek: 0 };
    const once = kernelFit(drawn, { ...options, shocks: [{ from: 500, to: 700 }] }),
      twice = kernelFit(drawn, {
        ...options,
        shocks: [
          { from: 500, to: 700 },
          { from: 550, to: 600 },
        ],
      });
    expect(twice.A).toEqual(once.A);
  });

  it('takes events in any order and types by name', () => {
    const { pairs, ...events } = drawWorld({ ...world, days: 20 }, 3, NAMES),
      n = events.times.length,
      order = Array.from({ length: n }, (_, k) => (k * 7919) % n);
    expect(new Set(order).size).toBe(n);
    const mixed = order.map((k) => events.times[k] ?? 0),
      named = order.map((k) => NAMES[Number(events.types[k])] ?? '');
    expect(pairs.length).toBeGreaterThan(0);
    expect(kernelFit({ ...events, times: mixed, types: named })).toEqual(kernelFit(events));
  });

  it('answers plainly where there is too little, and throws for what is wrong', () => {
    const of = (times: number[], types: number[], horizonHours = 100) =>
      fitHawkesKernels({ times, types, typeNames: NAMES, horizonHours });
    expect(of([], [])).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(of([0], [0], 0)).toMatchObject({ measured: false, reason: 'no-window' });
    expect(of([1, 2, 3], [0, 0, 0])).toMatchObject({
      measured: false,
      because: 'not measured, because no event was observed (public)',
    });
    expect(() => of([101], [0])).toThrow(/time 101 at index 0: events must not be after the horizon, 100/);
    expect(() => of([1], [2])).toThrow(/type 2 at index 0: use one of private, public/);
  });

  it('reads effects that leave no doubt at all', () => {
    const { events } = simulateHawkes(
      { mu: [0.2], A: [[0.8]], beta: 1 },
      { horizonHours: 4000, seed: 9, typeNames: ['public'] },
    );
    const { A, intervals } = kernelFit(events, { halfLives: [Math.LN2] });
    expect(A[0]?.[0]).toBeGreaterThan(0.7);
    expect(intervals[0]?.[0]?.low).toBeGreaterThan(0.65);
  });

  it('reads an echo of very many events as large as it is, alone and among days that are not watched', () => {
    const echo = { mu: [1], A: [[0.5]], beta: Math.LN2 };
    const of = (horizonHours: number) => {
      const { events } = simulateHawkes(echo, { horizonHours, seed: 3, typeNames: ['public'] });
      return { n: events.times.length, fit: kernelFit(events, { halfLives: [1] }) };
    };
    for (const { n, fit } of [of(5500), of(14_000)]) {
      expect(n).toBeGreaterThan(10_000);
      expect(fit.intervals[0]?.[0]?.low).toBeLessThan(0.5);
      expect(fit.intervals[0]?.[0]?.high).toBeGreaterThan(0.5);
      expect(fit.goodnessOfFit[0]?.p).toBeGreaterThan(0.01);
    }
  });

  it('reads a rhythm that is left out as contagion', () => {
    const factors = Array.from({ length: 168 }, (_, h) => (h % 24 < 12 ? 0.1 : 1.9));
    const { events } = simulateHawkes(
      { mu: [1], A: [[0]], beta: 1, profile: { factors: [factors], startHourOfWeek: 0 } },
      { horizonHours: 1500, seed: 5, typeNames: ['public'] },
    );
    expect(kernelFit(events).intervals[0]?.[0]?.low).toBeGreaterThan(0.3);
    expect(kernelFit(events, { startHourOfWeek: 0 }).intervals[0]?.[0]?.low).toBe(0);
  });

  const finite = (events: HawkesEvents): void => {
    const fit = fitHawkesKernels(events, { startHourOfWeek: 0 });
    if (!fit.measured) return;
    const numbers = [
      ...fit.A.flat(),
      fit.logLik,
      fit.spectralRadius,
      ...fit.baselineShare,
      ...fit.intervals.flat().flatMap(({ low, high }) => [low, high]),
    ];
    for (const value of numbers) expect(value).toSatisfy(Number.isFinite);
  };

  it('never answers NaN, however few, tied or bunched the events', () => {
    const event = fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 50 }), fc.double({ min: 0, max: 50, noNaN: true })),
      fc.integer({ min: 0, max: 1 }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (some) =>
        finite({
          times: some.map(([t]) => t),
          types: some.map(([, type]) => type),
          typeNames: NAMES,
          horizonHours: 50,
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('fits a few events over years, though every kernel has died away between them', () => {
    const all = [
      ...[10, 290, 530, 1300, 8300, 9000, 45_000].map((t) => [t, 0]),
      ...Array.from({ length: 40 }, (_, i) => [45_300 + 8 * i + 3 * (i % 5), 1]),
    ];
    finite({
      times: all.map(([t]) => Number(t)),
      types: all.map(([, type]) => Number(type)),
      horizonHours: 45_800,
      typeNames: NAMES,
    });
  });
});
