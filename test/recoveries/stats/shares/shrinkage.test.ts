import { describe, expect, it } from 'vitest';
import { sharePrior, shrunkShare } from '../../../../src/stats/shares/shrinkage.js';
import { drawn } from '../../../stats/shares/drawn-groups.js';

describe('sharePrior and shrunkShare', () => {
  it('come closer to the truth than the shares themselves, and cover it', () => {
    let own = 0,
      shrunk = 0,
      covered = 0,
      all = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const groups = drawn(25, 0.2, 30, seed);
      const prior = sharePrior(groups);
      if (prior === undefined) throw new Error('no prior');
      for (const { k, n, share } of groups) {
        const { value, interval } = shrunkShare({ k, n }, prior);
        own += (k / n - share) ** 2;
        shrunk += (value - share) ** 2;
        covered += interval.low <= share && share <= interval.high ? 1 : 0;
        all++;
      }
    }
    expect(shrunk).toBeLessThan(0.75 * own);
    expect(covered / all).toBeGreaterThan(0.9);
  });

  it('cover the truth where groups are few, as the likeliest law alone does not', () => {
    let covered = 0,
      byOneLaw = 0,
      all = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const groups = drawn(4, 0.25, 60, 1000 + seed);
      const prior = sharePrior(groups);
      if (prior === undefined) throw new Error('no prior');
      expect(prior.laws.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      const { mean, size } = prior;
      for (const { k, n, share } of groups) {
        const within = (law: Parameters<typeof shrunkShare>[1]): number => {
          const { low, high } = shrunkShare({ k, n }, law).interval;
          return low <= share && share <= high ? 1 : 0;
        };
        covered += within(prior);
        byOneLaw += within({ mean, size });
        all++;
      }
    }
    expect(covered / all).toBeGreaterThan(0.93);
    expect(covered / all).toBeLessThan(0.99);
    expect(byOneLaw / all).toBeLessThan(0.88);
  });
});
