import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveSize } from '../../../src/metrics/care/clustered-counts.js';
import {
  groupShare,
  netScoreInterval,
  shareDifferenceInterval,
  shareInterval,
  shareRatioInterval,
} from '../../../src/metrics/basic/score-interval.js';

describe('netScoreInterval', () => {
  it('is symmetrical: swapping positive and negative mirrors it', () => {
    const a = netScoreInterval({ positive: 7, negative: 2, n: 20 }, 0.95);
    const b = netScoreInterval({ positive: 2, negative: 7, n: 20 }, 0.95);
    expect(a?.low).toBeCloseTo(-(b?.high ?? 0), 12);
    expect(a?.value).toBeCloseTo(0.25, 12);
  });
  it('keeps a width when all agree, and is absent without messages', () => {
    const all = netScoreInterval({ positive: 3, negative: 0, n: 3 }, 0.95);
    expect(all?.value).toBe(1);
    expect(all?.low).toBeLessThan(0.5);
    expect(netScoreInterval({ positive: 0, negative: 0, n: 0 }, 0.95)).toBeNull();
  });
  it('holds its value within [−1, 1] and narrows as n grows', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (positive, negative, neutral) => {
        const n = positive + negative + neutral;
        const one = netScoreInterval({ positive, negative, n }, 0.95);
        if (n === 0) return one === null;
        const ten = netScoreInterval({ positive: positive * 10, negative: negative * 10, n: n * 10 }, 0.95);
        if (!one || !ten) return false;
        return (
          one.low >= -1 &&
          one.high <= 1 &&
          one.low <= one.value &&
          one.value <= one.high &&
          ten.high - ten.low <= one.high - one.low + 1e-12
        );
      }),
    );
  });
  it('covers the true score about 95 times in 100: exact sum over the trinomial, n = 30, P = 0.2, N = 0.5', () => {
    const [p, q, n] = [0.2, 0.5, 30];
    let covered = 0;
    const logFactorial = Array.from({ length: n + 1 }, () => 0);
    for (let i = 1; i <= n; i++) logFactorial[i] = (logFactorial[i - 1] ?? 0) + Math.log(i);
    const log = (i: number): number => logFactorial[i] ?? 0;
    for (let positive = 0; positive <= n; positive++) {
      for (let negative = 0; positive + negative <= n; negative++) {
        const neutral = n - positive - negative;
        const probability = Math.exp(
          log(n) -
            log(positive) -
            log(negative) -
            log(neutral) +
            positive * Math.log(p) +
            negative * Math.log(q) +
            neutral * Math.log(1 - p - q),
        );
        const interval = netScoreInterval({ positive, negative, n }, 0.95);
        if (interval && interval.low <= p - q && p - q <= interval.high) covered += probability;
      }
    }
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.975);
  });
});

describe('shareDifferenceInterval', () => {
  it('gives the published example 56/70 − 48/80 (Newcombe 1998, method 10): 0.0524 to 0.3339', () => {
    const interval = shareDifferenceInterval({ k: 56, n: 70 }, { k: 48, n: 80 }, 0.95);
    expect(interval?.low).toBeCloseTo(0.0524, 4);
    expect(interval?.high).toBeCloseTo(0.3339, 4);
  });
});

describe('shareRatioInterval', () => {
  it('inverts when the samples are swapped', () => {
    const [ab, ba] = [
      shareRatioInterval({ k: 30, n: 100 }, { k: 15, n: 90 }, 0.95),
      shareRatioInterval({ k: 15, n: 90 }, { k: 30, n: 100 }, 0.95),
    ];
    expect(ab?.low).toBeCloseTo(1 / (ba?.high ?? 1), 8);
    expect(ab?.high).toBeCloseTo(1 / (ba?.low ?? 1), 8);
  });
  it('is absent where no ratio exists, and finite elsewhere', () => {
    expect(shareRatioInterval({ k: 3, n: 10 }, { k: 0, n: 10 }, 0.95)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        (n, m, a, b) => {
          const interval = shareRatioInterval({ k: Math.min(a, n), n }, { k: Math.min(b, m), n: m }, 0.95);
          return (
            interval !== null &&
            [interval.low, interval.value, interval.high].every(Number.isFinite) &&
            interval.low >= 0 &&
            interval.low <= interval.value + 1e-12 &&
            interval.value <= interval.high + 1e-12
          );
        },
      ),
    );
  });
});

describe('effectiveSize', () => {
  const clustersOf = (
    clusters: readonly (readonly [number, number])[],
  ): Parameters<typeof effectiveSize>[0] => ({
    n: clusters.reduce((sum, [n]) => sum + n, 0),
    clusters: clusters.length,
    k: clusters.reduce((sum, [, k]) => sum + k, 0),
    nn: clusters.reduce((sum, [n]) => sum + n * n, 0),
    kk: clusters.reduce((sum, [, k]) => sum + k * k, 0),
    kn: clusters.reduce((sum, [n, k]) => sum + k * n, 0),
  });
  it('is n when every author writes once', () => {
    expect(
      effectiveSize(
        clustersOf([
          [1, 1],
          [1, 0],
          [1, 0],
        ]),
      ),
    ).toBe(3);
  });
  it('counts authors, not messages, when each author repeats himself: 20 authors × 5 equal messages weigh as 19 to 20', () => {
    const size = effectiveSize(
      clustersOf(Array.from({ length: 20 }, (_, index) => [5, index < 8 ? 5 : 0] as const)),
    );
    // design effect = 20/19 · Σ(k−pn)² / (n p q) = 20/19 · (8·9 + 12·4) / (100·0.4·0.6) = 20/19 · 5; 100 / 5.263 = 19
    expect(size).toBeCloseTo(19, 9);
  });
  it('counts authors when all agree, and one author is one', () => {
    expect(
      effectiveSize(
        clustersOf([
          [4, 0],
          [1, 0],
        ]),
      ),
    ).toBe(2);
    expect(effectiveSize(clustersOf([[9, 3]]))).toBe(1);
  });
});

describe('shareInterval, groupShare', () => {
  it('widens when messages come from few authors', () => {
    const wide = shareInterval(groupShare({ n: 40, authors: 10 }, 100), 0.95);
    const narrow = shareInterval(groupShare({ n: 40, authors: 40 }, 100), 0.95);
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan(
      1.8 * ((narrow?.high ?? 0) - (narrow?.low ?? 0)),
    );
    expect(narrow).toMatchObject({ level: 0.95, method: 'wilson' });
    expect(shareInterval({ k: 0, n: 0 }, 0.95)).toBeNull();
  });
});
