import { describe, expect, it } from 'vitest';
import { powerStudy } from '../../src/simulate/power.js';

describe('power by simulation', () => {
  it('says so when nothing tried can be detected', () => {
    const tiny = powerStudy({ cases: 12, runs: 10, seed: 1, spillRate: 0.02 });
    expect([tiny.detectableGroupRatio, tiny.detectableRates, tiny.detectableAnsweringRatio]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is the same for the same seed and refuses what makes no sense', () => {
    expect(powerStudy({ cases: 60, runs: 5, seed: 3 })).toEqual(powerStudy({ cases: 60, runs: 5, seed: 3 }));
    expect(() => powerStudy({ cases: 3 })).toThrow(/at least 10/);
    expect(() => powerStudy({ cases: 100, spillRate: 2 })).toThrow(/spill rate/);
  });
});
