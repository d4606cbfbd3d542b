import { describe, expect, it } from 'vitest';
import {
  allocatedVariance,
  allocateSample,
  stratumLabelsNeeded,
} from '../../../src/stats/quantification/sample-allocation.js';
import { seededRandom } from '../../../src/util/random.js';

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

describe('allocateSample', () => {
  it('draws by rows times the spread of the error', () => {
    // 800 · .4 = 320, 400 · .2 = 80: four to one
    const strata = [
      { n: 800, errorVariance: 0.16 },
      { n: 400, errorVariance: 0.04 },
    ];
    expect(allocateSample(strata, { size: 100 })).toEqual([80, 20]);
    expect(allocateSample(strata, { size: 100, least: 30 })).toEqual([70, 30]);
    // where there is no room for 30 of each, two
    expect(allocateSample(strata, { size: 50, least: 30 })).toEqual([40, 10]);
    expect(allocateSample([...strata, { n: 9, errorVariance: 0 }], { size: 102, least: 2 })).toEqual([
      80, 20, 2,
    ]);
    // all of one that is smaller, the rest to the others; errors that nobody knows do not shut a stratum out
    expect(allocateSample([...strata, { n: 7, errorVariance: 0.25 }], { size: 907, least: 30 })).toEqual([
      720, 180, 7,
    ]);
    expect(
      allocateSample(
        [
          { n: 300, errorVariance: 0 },
          { n: 100, errorVariance: 0 },
        ],
        { size: 40 },
      ),
    ).toEqual([30, 10]);
  });

  it('sums to what is asked, within what there is, whatever the strata', () => {
    const uniform = seededRandom(3);
    for (let run = 0; run < 300; run++) {
      const strata = Array.from({ length: 1 + Math.floor(uniform() * 5) }, () => ({
        n: Math.floor(uniform() ** 4 * 20_000),
        errorVariance: uniform() < 0.2 ? 0 : uniform() / 4,
      }));
      const size = Math.floor(uniform() * 3000),
        least = 30;
      const counts = allocateSample(strata, { size, least });
      const all = sum(strata.map(({ n }) => n));
      expect(sum(counts)).toBe(Math.min(size, all));
      const fits = sum(strata.map(({ n }) => Math.min(n, least))) <= size;
      strata.forEach(({ n }, h) => {
        expect(counts[h]).toBeLessThanOrEqual(n);
        if (fits) expect(counts[h]).toBeGreaterThanOrEqual(Math.min(n, least));
      });
    }
    expect(allocateSample([{ n: 50, errorVariance: 0.1 }], { size: 20, least: 30 })).toEqual([20]);
    expect(() => allocateSample([], { size: 1.5 })).toThrow('size 1.5');
  });

  it('leaves less variance than labels spread as the rows are', () => {
    const strata = [
      { n: 5000, errorVariance: 0.02 },
      { n: 3000, errorVariance: 0.2 },
    ];
    expect(allocatedVariance(strata, allocateSample(strata, { size: 400 }))).toBeLessThan(
      0.9 * allocatedVariance(strata, [250, 150]),
    );
    expect(allocatedVariance(strata, [400, 0])).toBe(Infinity);
  });
});

describe('stratumLabelsNeeded', () => {
  it('is z²σ²/w² for one stratum, less in a small set, never more than there is', () => {
    const needed = (n: number, errorVariance = 0.25): number[] =>
      stratumLabelsNeeded([{ n, errorVariance }], { halfWidth: 0.05, least: 30 });
    expect([1e9, 385, 20].map((n) => needed(n)[0])).toEqual([385, 193, 20]);
    expect(needed(4000, 0.15)).toEqual([218]);
    expect(needed(1e6, 0)).toEqual([30]);
  });

  it('is no more than the half-width asks for', () => {
    const strata = [
      { n: 6000, errorVariance: 0.1 },
      { n: 900, errorVariance: 0.22 },
      { n: 40, errorVariance: 0.25 },
    ];
    const halfWidthOf = (counts: readonly number[]): number =>
      1.959964 * Math.sqrt(allocatedVariance(strata, counts));
    const counts = stratumLabelsNeeded(strata, { halfWidth: 0.04, least: 30 });
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(30);
    expect(halfWidthOf(counts)).toBeLessThanOrEqual(0.04);
    expect(halfWidthOf(allocateSample(strata, { size: sum(counts) - 1, least: 30 }))).toBeGreaterThan(0.04);
    expect(() => stratumLabelsNeeded(strata, { halfWidth: 0.6 })).toThrow('half-width 0.6');
  });

  it('is nothing of nothing, and one at least of a stratum that is hardly ever misread', () => {
    expect(stratumLabelsNeeded([], { halfWidth: 0.05 })).toEqual([]);
    expect(stratumLabelsNeeded([{ n: 0, errorVariance: 0.1 }], { halfWidth: 0.05 })).toEqual([0]);
    const strata = [
      { n: 1e6, errorVariance: 1e-9 },
      { n: 1e6, errorVariance: 0.25 },
    ];
    const [sure = 0, unsure = 0] = stratumLabelsNeeded(strata, { halfWidth: 0.02 });
    expect(sure).toBe(1);
    // (1.96 / 0.02)² · 0.25 / 4
    expect(unsure).toBeGreaterThan(595);
    expect(unsure).toBeLessThan(605);
  });
});
