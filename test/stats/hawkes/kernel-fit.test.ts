import { describe, expect, it } from 'vitest';
import { fitHawkesKernels } from '../../../src/stats/index.js';
import { drawWorld, NAMES, world } from './lag-worlds.js';

describe('fitHawkesKernels', () => {
  it('gives each pair its own law of lags, and shares that sum to one', () => {
    const fit = fitHawkesKernels(drawWorld(world, 3, NAMES), { startHourOfWeek: 0 });
    if (!fit.measured) throw new Error(fit.because);
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
    const once = fitHawkesKernels(drawn, { ...options, shocks: [{ from: 500, to: 700 }] }),
      twice = fitHawkesKernels(drawn, {
        ...options,
        shocks: [
          { from: 500, to: 700 },
          { from: 550, to: 600 },
        ],
      });
    if (!once.measured || !twice.measured) throw new Error('not measured');
    expect(twice.A).toEqual(once.A);
  });

  it('knows no effect of a source without events', () => {
    expect(
      fitHawkesKernels({ times: [1, 2, 3], types: [0, 0, 0], typeNames: NAMES, horizonHours: 10 }),
    ).toMatchObject({ measured: false, reason: 'no-events' });
  });
});
