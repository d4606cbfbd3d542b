import { describe, expect, it } from 'vitest';
import { GAP_LIMITS } from '../../../src/cases/pairs/comparison.js';
import { waitsLike } from '../../../src/cases/weights/wait-law.js';

/** Shares of the levels of an exponential wait of so many hours in the median. */
function exponential(median: number): number[] {
  const below = [...GAP_LIMITS.map((limit) => 1 - 2 ** (-limit / median)), 1];
  return below.map((share, at) => share - (below[at - 1] ?? 0));
}

describe('waitsLike', () => {
  it('is a share of each level, and before data rules none out', () => {
    const before = waitsLike([]);
    expect(before.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    for (const share of before) expect(share).toBeGreaterThan(0.05);
  });

  it('finds the law that waits were drawn from', () => {
    for (const median of [4, 12, 60]) {
      const law = exponential(median),
        found = waitsLike(law.map((share) => 1000 * share));
      law.forEach((share, level) => expect(Math.abs((found[level] as number) - share)).toBeLessThan(0.02));
    }
  });

  it('takes long waits for rare after a few short ones, and short ones for rare after a few of days', () => {
    expect(waitsLike([6, 5, 1])[5]).toBeLessThan(0.01);
    const days = waitsLike([0, 0, 3, 4, 2]);
    expect(days[0]).toBeLessThan(0.02);
    expect(days[3]).toBeGreaterThan(0.3);
  });
});
