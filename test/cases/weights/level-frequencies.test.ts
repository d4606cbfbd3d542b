import { describe, expect, it } from 'vitest';
import { DEFAULT_M } from '../../../src/cases/pairs/assumed-agreement.js';
import { frequencies } from '../../../src/cases/weights/level-frequencies.js';
import { countPatterns } from '../../../src/cases/weights/patterns.js';
import { levelsOf } from '../pair-levels.js';

const patterns = countPatterns([
  { levels: levelsOf({ driver: 1, gap: 1 }), rarity: 0 },
  { levels: levelsOf({ driver: 1, gap: 1 }), rarity: 0 },
  { levels: levelsOf({ driver: 2, gap: 2 }), rarity: 0 },
]);

describe('frequencies', () => {
  it('counts each pattern for its weight, with what is assumed for so many pairs', () => {
    const table = frequencies(patterns, ({ count }) => count, DEFAULT_M, 10);
    expect(table.driver[0]).toBeCloseTo((2 + 10 * 0.85) / 13, 10);
    expect(table.gap[5]).toBeCloseTo((10 * 0.06) / 13, 10);
    // a field that no pattern shows is as assumed
    expect(table.product).toEqual(DEFAULT_M.product);
    expect(frequencies(patterns, () => 0, DEFAULT_M, 10).driver).toEqual(DEFAULT_M.driver);
  });

  it('assumes of waits what laws of waits make of those seen', () => {
    const of = (ofWaits: boolean): readonly number[] =>
      frequencies(
        patterns,
        ({ count }) => 4 * count,
        DEFAULT_M,
        (field) => (field === 'gap' ? 5 : 10),
        ofWaits,
      ).gap;
    expect(of(true)[5]).toBeLessThan((of(false)[5] as number) / 4);
    expect(of(true).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });
});
