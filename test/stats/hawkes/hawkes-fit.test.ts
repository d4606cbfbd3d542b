import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitHawkes, hawkesCompensator, simulateHawkes, type HawkesEvents } from '../../../src/stats/index.js';
import { fitted } from './fitted.js';
import { expectAllClose, expectClose } from '../reference.js';

describe('fitHawkes', () => {
  const typeNames = ['private', 'public'];
  const truth = {
    mu: [0.5, 0.1],
    A: [
      [0.2, 0.05],
      [0.4, 0.3],
    ],
    beta: 0.5,
  };
  const { events } = simulateHawkes(truth, { horizonHours: 1500, seed: 21, typeNames });

  it('fits decays, shared and per pair, near the truth and never below the likelihood of a given decay', () => {
    const given = fitted(events, { beta: 0.5 }),
      shared = fitted(events),
      pair = fitted(events, { beta: 'pair' });
    expect(shared.logLik).toBeGreaterThanOrEqual(given.logLik - 1e-6);
    expect(pair.logLik).toBeGreaterThanOrEqual(shared.logLik - 1e-3);
    expect(shared.beta[0]?.[0]).toBeGreaterThan(0.25);
    expect(shared.beta[0]?.[0]).toBeLessThan(1);
    expectClose(shared.halfLifeHours[1]?.[0], Math.LN2 / (shared.beta[1]?.[0] ?? 0), 1e-12);
    expect(new Set(pair.beta.flat()).size).toBeGreaterThan(1);
  });

  it('has at its maximum an expected count equal to the count of each type, and shares that sum to 1', () => {
    const fit = fitted(events);
    expectAllClose(hawkesCompensator(events, fit).total, [...fit.counts], 1e-4);
    fit.baselineShare.forEach((share, i) => {
      expectClose(share + (fit.attributedShare[i] ?? []).reduce((a, b) => a + b), 1, 1e-4);
    });
    fit.A.flat().forEach((a, k) => {
      const interval = fit.intervals.A.flat()[k];
      expect(interval?.low).toBeLessThanOrEqual(a);
      expect(interval?.high).toBeGreaterThan(a);
    });
    expect(fit.spectralRadius).toBeLessThan(1);
    expect(fit.totalEffect?.[1]?.[0]).toBeGreaterThan(fit.A[1]?.[0] ?? 1);
  });

  it('takes events in any order, types by name, and gives the same bytes for the same seed', () => {
    const order = Array.from(events.times, (_, k) => (k * 7919) % events.times.length);
    const times = order.map((k) => events.times[k] ?? 0),
      types = order.map((k) => typeNames[events.types[k] ?? 0] ?? '');
    const run = (some: HawkesEvents) =>
      JSON.stringify(fitted(some, { beta: 0.5, bootstrap: { seed: 3, replicates: 5 } }));
    expect(new Set(order).size).toBe(order.length);
    expect(run({ ...events, times, types })).toBe(run(events));
  });

  it('scales with the unit of time', () => {
    const minutes = fitted(
      { ...events, times: events.times.map((t) => 60 * t), horizonHours: 60 * events.horizonHours },
      { beta: 0.5 / 60 },
    );
    const hours = fitted(events, { beta: 0.5 });
    expectAllClose(minutes.A.flat(), hours.A.flat(), 1e-4);
    expectAllClose(
      minutes.mu.map((mu) => 60 * mu),
      [...hours.mu],
      1e-4,
    );
  });

  it('answers plainly where there is too little, and throws for what is wrong', () => {
    const of = (times: number[], types: number[], horizonHours = 100) =>
      fitHawkes({ times, types, typeNames, horizonHours });
    expect(of([], [])).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(of([0], [0], 0)).toMatchObject({ measured: false, reason: 'no-window' });
    expect(of([1, 2, 3], [0, 0, 0])).toMatchObject({
      measured: false,
      because: 'not measured, because no event was observed (public)',
    });
    expect(of([5, 5, 5], [0, 1, 1])).toMatchObject({ measured: false, reason: 'equal-times' });
    expect(of([1, 2, 100], [0, 0, 1])).toMatchObject({
      measured: false,
      because: 'not measured, because there are too few observations (public)',
    });
    expect(of([1, 2, 3], [0, 1, 1])).toMatchObject({
      measured: false,
      because: 'not measured, because there are too few observations (3 < 10)',
    });
    expect(() => of([101], [0])).toThrow(/time 101 at index 0: events must not be after the horizon, 100/);
    expect(() => of([1], [2])).toThrow(/type 2 at index 0: use one of private, public/);
    expect(() => fitHawkes(events, { rhythm: 'hour-weekday' })).toThrow(/startHourOfWeek/);
    expect(() => fitHawkes(events, { beta: -1 })).toThrow(/decay not above 0/);
  });

  it('reads effects that leave no doubt at all', () => {
    const { events: many } = simulateHawkes(
      { mu: [0.2], A: [[0.8]], beta: 1 },
      { horizonHours: 4000, seed: 9, typeNames: ['public'] },
    );
    const { A, intervals } = fitted(many);
    expect(A[0]?.[0]).toBeGreaterThan(0.7);
    expect(intervals.A[0]?.[0]?.low).toBeGreaterThan(0.65);
  });

  it('never answers NaN, however few, tied or bunched the events', () => {
    const event = fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 50 }), fc.double({ min: 0, max: 50, noNaN: true })),
      fc.integer({ min: 0, max: 1 }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (some) => {
        const fit = fitHawkes({
          times: some.map(([t]) => t),
          types: some.map(([, type]) => type),
          typeNames,
          horizonHours: 50,
        });
        if (!fit.measured) return;
        const numbers = [
          ...fit.mu,
          ...fit.A.flat(),
          ...fit.beta.flat(),
          fit.logLik,
          fit.spectralRadius,
          ...fit.baselineShare,
          ...[...fit.intervals.mu, ...fit.intervals.A.flat()].flatMap(({ low, high }) => [low, high]),
        ];
        for (const value of numbers) expect(value).toSatisfy(Number.isFinite);
      }),
      { numRuns: 60 },
    );
  });
});
