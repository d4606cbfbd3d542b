/** The estimated rhythm of the week; what refits say of planted effects is in test/recoveries, their intervals in test/long. */
import { describe, expect, it } from 'vitest';
import { RHYTHM_COLUMNS, rhythmFactors } from '../../../src/stats/hawkes/hawkes-rhythm.js';
import type { HawkesEvents } from '../../../src/stats/index.js';
import { fitted } from './fitted.js';

const startHourOfWeek = 72;

describe('the columns of a rhythm', () => {
  it('give each weekday and each hour of the day its factor, with mean 1 over the week', () => {
    expect(RHYTHM_COLUMNS).toHaveLength(6 + 23);
    const factors = rhythmFactors(
      Float64Array.of(-0.4, 0.8, -0.3, 0.2, 0.1, 0.5, ...Array.from({ length: 23 }, (_, j) => Math.sin(j))),
    );
    expect(factors.reduce((a, b) => a + b, 0) / 168).toBeCloseTo(1, 12);
    // Tuesday has coefficient −0.4, Monday the opposite of the sum of all
    for (const hour of [0, 7, 23])
      expect((factors[24 + hour] ?? 0) / (factors[hour] ?? 0)).toBeCloseTo(Math.exp(-0.4 + 0.9), 10);
  });

  it('are independent', () => {
    const columns = RHYTHM_COLUMNS.slice(6).map((column) => column.slice(0, 24));
    for (const [a, one] of columns.entries())
      for (const [b, other] of columns.entries()) {
        const product = one.reduce((sum, value, h) => sum + value * (other[h] ?? 0), 0);
        expect(product).toBeCloseTo(a !== b ? 0 : a === 22 ? 24 : 12, 8);
      }
  });
});

describe('the estimated rhythm', () => {
  const one = (times: readonly number[], horizonHours: number): HawkesEvents => ({
    times,
    types: times.map(() => 0),
    typeNames: ['public'],
    horizonHours,
  });

  it('stays finite where events are few', () => {
    const few = fitted(
      one(
        Array.from({ length: 20 }, (_, k) => 24 * k + (k % 7)),
        500,
      ),
      { rhythm: 'hour-weekday', startHourOfWeek },
    );
    // 1 level, 1 effect, 1 decay, 29 coefficients
    expect(few.aic + 2 * few.logLik).toBeCloseTo(64, 8);
    for (const value of [
      ...Array.from(few.profile?.factors[0] ?? []),
      ...few.mu,
      ...few.A.flat(),
      few.intervals.A[0]?.[0]?.high ?? NaN,
    ])
      expect(Number.isFinite(value)).toBe(true);
  });
});

describe('a few events over years', () => {
  it('give a fit, not an error, though every kernel has died away between them', () => {
    const all = [
      ...[10, 290, 530, 1300, 8300].map((t) => [t, 2]),
      [9000, 0],
      [45_000, 0],
      ...Array.from({ length: 40 }, (_, i) => [45_300 + 8 * i + 3 * (i % 5), 1]),
    ].toSorted((a, b) => Number(a[0]) - Number(b[0]));
    const events: HawkesEvents = {
      times: Float64Array.from(all, ([t]) => Number(t)),
      types: Uint8Array.from(all, ([, type]) => Number(type)),
      horizonHours: 45_800,
      typeNames: ['private', 'public', 'press'],
    };
    const model = fitted(events, {
      beta: 'shared',
      rhythm: 'hour-weekday',
      startHourOfWeek,
      level: 0.95,
      bootstrap: { seed: 1, replicates: 2 },
    });
    expect(model.A.flat().every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect(model.intervals.A.flat().every(({ low, high }) => low >= 0 && low <= high)).toBe(true);
  });
});
