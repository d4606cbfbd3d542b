import { describe, expect, it } from 'vitest';
import { powerStudy } from '../../../src/simulate/power.js';

describe('power by simulation', () => {
  const small = powerStudy({ cases: 300, runs: 40, seed: 2, spillRate: 0.1 });

  it('reaches the spill rate asked for and covers it', () => {
    expect(small.spillRate).toBeCloseTo(0.1, 2);
    expect(small.spilledCases).toBeGreaterThan(26);
    expect(small.spilledCases).toBeLessThan(34);
    expect(small.intervalCoverage).toBeGreaterThan(0.85);
    // Wilson at p = 0.1, n = 300: about 2 × 1.96 × √(0.09 / 300) = 0.068
    expect(small.intervalWidth).toBeGreaterThan(0.06);
    expect(small.intervalWidth).toBeLessThan(0.075);
  });

  it('rises with the size of the effect and with the number of cases', () => {
    const power = (study: typeof small, ratio: number): number =>
      study.groups.find(({ hazardRatio }) => hazardRatio === ratio)?.power ?? 0;
    expect(power(small, 4)).toBeGreaterThan(0.9);
    expect(power(small, 1.25)).toBeLessThan(0.45);
    expect(power(powerStudy({ cases: 900, runs: 12, seed: 2, spillRate: 0.1 }), 1.5)).toBeGreaterThan(
      power(small, 1.5),
    );
    expect(small.detectableGroupRatio).toBeGreaterThan(1.5);
    expect(small.detectableGroupRatio).toBeLessThan(4);
  });
});
