import { describe, expect, it } from 'vitest';
import { funnelLimits, MOST_ALIKE, sharePrior, shrunkShare } from '../../../src/stats/shares/shrinkage.js';
import { drawn } from './drawn-groups.js';

describe('sharePrior and shrunkShare', () => {
  it('find the law that the shares of groups follow', () => {
    const prior = sharePrior(drawn(400, 0.3, 25, 3));
    expect(prior?.mean).toBeCloseTo(0.3, 1);
    expect(prior?.size).toBeGreaterThan(18);
    expect(prior?.size).toBeLessThan(34);
  });

  it('pull shares towards the mean of the law, small groups further, over laws whose weights sum to 1', () => {
    const prior = sharePrior(drawn(25, 0.2, 30, 1));
    if (prior === undefined) throw new Error('no prior');
    expect(prior.laws.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    const [few, many] = [
      { k: 10, n: 20 },
      { k: 100, n: 200 },
    ].map((group) => shrunkShare(group, prior));
    expect(prior.mean).toBeLessThan(few?.value ?? 0);
    expect(few?.value).toBeLessThan(many?.value ?? 0);
    expect(many?.value).toBeLessThan(0.5);
    expect(few?.interval.low).toBeLessThan(few?.value ?? 0);
    expect(few?.interval.high).toBeGreaterThan(few?.value ?? 1);
  });

  it('leave few events of few groups together what they are', () => {
    const groups = [2, 0, 1, 1].map((k) => ({ k, n: 50 })),
      prior = sharePrior(groups);
    if (prior === undefined) throw new Error('no prior');
    const together = groups.reduce((sum, group) => sum + 50 * shrunkShare(group, prior).value, 0);
    expect(Math.abs(together - 4)).toBeLessThan(0.6);
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
