import { describe, expect, it } from 'vitest';
import { funnelLimits, MOST_ALIKE, sharePrior, shrunkShare } from '../../../src/stats/shares/shrinkage.js';
import { gammaVariate } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

/** Groups whose shares follow a beta law of this mean and size. */
function drawn(
  count: number,
  mean: number,
  size: number,
  seed: number,
): { k: number; n: number; share: number }[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const a = gammaVariate(random, mean * size),
      b = gammaVariate(random, (1 - mean) * size);
    const share = a / (a + b),
      n = 20 + Math.floor(random() * 180);
    let k = 0;
    for (let i = 0; i < n; i++) if (random() < share) k++;
    return { k, n, share };
  });
}

describe('sharePrior and shrunkShare', () => {
  it('find the law that the shares of groups follow', () => {
    const prior = sharePrior(drawn(400, 0.3, 25, 3));
    expect(prior?.mean).toBeCloseTo(0.3, 1);
    expect(prior?.size).toBeGreaterThan(18);
    expect(prior?.size).toBeLessThan(34);
  });

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

  it('tell groups that differ by chance alone alike', () => {
    expect(sharePrior(drawn(200, 0.25, 1e7, 5))?.size).toBeGreaterThan(MOST_ALIKE / 200);
    expect(
      sharePrior([
        { k: 10, n: 50 },
        { k: 10, n: 50 },
        { k: 10, n: 50 },
      ])?.size,
    ).toBeGreaterThan(MOST_ALIKE / 2);
  });

  it('say nothing of two groups, or of shares that are all 0', () => {
    expect(
      sharePrior([
        { k: 1, n: 5 },
        { k: 2, n: 5 },
      ]),
    ).toBeUndefined();
    expect(
      sharePrior([
        { k: 0, n: 5 },
        { k: 0, n: 5 },
        { k: 0, n: 9 },
      ]),
    ).toBeUndefined();
    expect(() => sharePrior([{ k: 6, n: 5 }])).toThrow('k = 6 of n = 5');
  });
});

describe('funnelLimits', () => {
  it('leave (1 − level) / 2 of the binomial law on each side', () => {
    // Size 10, share ½: P(0) = 1/1024, P(≤1) = 11/1024, P(≤2) = 56/1024: 2.5 % falls between 1 and 2.
    const part = (0.025 - 11 / 1024) / (45 / 1024);
    expect(funnelLimits(0.5, 10, 0.95).low).toBeCloseTo((1 + part) / 10, 10);
    expect(funnelLimits(0.5, 10, 0.95).high).toBeCloseTo(1 - funnelLimits(0.5, 10, 0.95).low - 0.1, 10);
  });
  it('narrow as groups grow', () => {
    const width = (n: number): number => {
      const { low, high } = funnelLimits(0.4, n, 0.95);
      return high - low;
    };
    expect(width(400)).toBeCloseTo(width(100) / 2, 1);
    expect(width(100)).toBeLessThan(width(50));
  });
});
