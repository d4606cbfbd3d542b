import { describe, expect, it } from 'vitest';
import { imputedShare, shareOverFound } from '../../../src/stats/shares/imputed-share.js';

describe('imputedShare', () => {
  it('is the Wilson interval when links are sure', () => {
    const sure = [...Array.from({ length: 3 }, () => 1), ...Array.from({ length: 37 }, () => 0)];
    // Wilson of 3 of 40
    expect(imputedShare(sure, 0.95)?.interval.low).toBeCloseTo(0.0258360258, 9);
    expect(imputedShare(sure, 0.95)?.interval.high).toBeCloseTo(0.1986423352, 9);
  });

  it('is wider when they are not', () => {
    const width = (p: readonly number[]): number => {
      const found = imputedShare(p, 0.95)?.interval;
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    const unsure = Array.from({ length: 400 }, (_, index) => (index < 80 ? 0.5 : 0));
    const sure = Array.from({ length: 400 }, (_, index) => (index < 40 ? 1 : 0));
    expect(width(unsure)).toBeGreaterThan(width(sure) * 1.03);
    expect(imputedShare([], 0.95)).toBeNull();
  });

  it('adds the variance between imputations to the mean one within', () => {
    // p = 1/2 twice: half is 0, 1/2 or 1 with 1/4, 1/2, 1/4: between 1/8, within (1/2 · 1/4) / 2 = 1/16; 1/4 over 3/16 is a size of 4/3
    expect(imputedShare([0.5, 0.5], 0.95)?.size).toBeCloseTo(4 / 3, 12);
  });
});

describe('shareOverFound', () => {
  it('is the plain ratio with a sure divisor, with the interval of the share alone', () => {
    // Jeffreys' interval of 40 of 400, from R qbeta(c(.025, .975), 40.5, 360.5): .0735 to .1321, over 0.5
    const { share, low, high } = shareOverFound({ share: 0.1, size: 400 }, 0.5, () => 0.5, {
      seed: 1,
      level: 0.95,
    });
    expect(share).toBe(0.2);
    expect(low).toBeCloseTo(2 * 0.0735, 1);
    expect(high).toBeCloseTo(2 * 0.1321, 1);
  });

  it('widens with the doubt on the divisor and stays a share', () => {
    const of = (spread: number): { low: number; high: number } =>
      shareOverFound({ share: 0.4, size: 400 }, 0.5, (p) => 0.5 + spread * (p - 0.5), {
        seed: 1,
        level: 0.95,
      });
    expect(of(0.4).high - of(0.4).low).toBeGreaterThan(1.5 * (of(0).high - of(0).low));
    expect(of(0.9).high).toBe(1);
  });

  it('draws a small group towards the others by how they differ', () => {
    const of = (laws?: { mean: number; size: number; weight: number }[]) =>
      shareOverFound({ share: 0.1, size: 20 }, 0.5, () => 0.5, { seed: 1, level: 0.95, laws });
    const shrunk = of([{ mean: 0.3, size: 60, weight: 1 }]);
    // (2 + 18) / (20 + 60) = .25 over .5; R qbeta(c(.025, .975), 20, 60): .1617 to .3500
    expect(shrunk.share).toBeCloseTo(0.5, 12);
    expect(Math.abs(shrunk.low - 0.323)).toBeLessThan(0.02);
    expect(Math.abs(shrunk.high - 0.7)).toBeLessThan(0.03);
    // laws left open count by their weight: half of this, half of one that knows nothing of the group
    const open = of([
      { mean: 0.3, size: 60, weight: 0.5 },
      { mean: 0.5, size: 1, weight: 0.5 },
    ]);
    expect(open.share).toBeCloseTo((0.25 + 2.5 / 21) / 2 / 0.5, 12);
    expect(open.high - open.low).toBeGreaterThan(1.3 * (shrunk.high - shrunk.low));
  });
});
