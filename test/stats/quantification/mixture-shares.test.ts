import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixtureShares } from '../../../src/stats/quantification/mixture-shares.js';
import { roganGladen } from '../../../src/stats/quantification/corrected-share.js';

const fit = (table: number[][], observed: number[], seed = 1) => {
  const found = mixtureShares({ table, observed }, { seed });
  if (!found.measured) throw new Error('not measured');
  return found;
};

// Whether intervals cover planted shares: test/recoveries.
describe('mixtureShares', () => {
  it('agrees with Rogan and Gladen where both are inside [0, 1]', () => {
    // Worked examples of METHODS 8: 30 % seen at Se .70, Sp .85 is 27.3 %; 18 % seen is 5.5 %.
    for (const seen of [0.3, 0.18]) {
      const exact = roganGladen({
        observed: seen,
        n: 1e5,
        sensitivity: 0.7,
        specificity: 0.85,
        nPositive: 1e6,
        nNegative: 1e6,
      });
      const { shares } = fit(
        [
          [850_000, 150_000],
          [300_000, 700_000],
        ],
        [1e5 * (1 - seen), 1e5 * seen],
      );
      expect(exact.measured && exact.prevalence).toBeCloseTo(shares[1] ?? 9, 4);
    }
    expect(
      fit(
        [
          [850_000, 150_000],
          [300_000, 700_000],
        ],
        [70_000, 30_000],
      ).shares[1],
    ).toBeCloseTo(0.272727, 4);
  });

  it('stays within [0, 1] where false alarms alone exceed what is seen', () => {
    const { shares, intervals } = fit(
      [
        [85, 15],
        [30, 70],
      ],
      [95, 5],
    );
    expect(shares[1]).toBeLessThan(1e-3);
    expect(intervals[1]?.low).toBeGreaterThanOrEqual(0);
  });

  it('keeps its intervals where texts fall into cells that no class ever showed', () => {
    const { shares, intervals } = fit(
      [
        [50, 0, 0, 0],
        [0, 0, 0, 50],
      ],
      [20, 5, 5, 10],
    );
    expect(shares[0]).toBeCloseTo(2 / 3, 1);
    for (const { low, high } of intervals) {
      expect(low).toBeGreaterThan(0.1);
      expect(high).toBeLessThan(0.9);
    }
  });

  it('gives shares that sum to 1, inside their intervals or at their ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }),
        (table, observed) => {
          const found = mixtureShares({ table, observed }, { seed: 3, replicates: 40 });
          // two classes that a random table does not tell apart
          fc.pre(found.measured);
          if (!found.measured) return;
          expect(found.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
          for (const { low, high } of found.intervals) expect(low).toBeLessThanOrEqual(high);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('widens when authors repeat themselves', () => {
    const table = [
      [80, 20],
      [20, 80],
    ];
    const width = (effectiveN?: number): number => {
      const found = mixtureShares(
        { table, observed: [500, 500], ...(effectiveN && { effectiveN }) },
        { seed: 2 },
      );
      const interval = found.measured ? found.intervals[0] : undefined;
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(50)).toBeGreaterThan(1.5 * width());
  });

  it('says what it can not measure', () => {
    expect(
      mixtureShares(
        {
          table: [
            [100, 100],
            [101, 100],
          ],
          observed: [5, 5],
        },
        { seed: 1 },
      ),
    ).toMatchObject({ measured: false, reason: 'uninformative' });
    expect(
      mixtureShares(
        {
          table: [
            [1, 1],
            [0, 0],
          ],
          observed: [1, 1],
        },
        { seed: 1 },
      ),
    ).toMatchObject({ measured: false });
    expect(
      mixtureShares(
        {
          table: [
            [1, 1],
            [1, 0],
          ],
          observed: [0, 0],
        },
        { seed: 1 },
      ),
    ).toMatchObject({ measured: false });
    const held = [
      [400, 0, 100],
      [100, 0, 400],
    ];
    expect(mixtureShares({ table: held, observed: [0, 3, 0] }, { seed: 1 })).toMatchObject({
      measured: false,
      reason: 'uninformative',
    });
    expect(mixtureShares({ table: held, observed: [1, 3, 0] }, { seed: 1 })).toMatchObject({
      measured: true,
    });
    expect(() => mixtureShares({ table: [[1, 1], [1]], observed: [1, 1] }, { seed: 1 })).toThrow(
      'class 1: 1 cells',
    );
  });
});

it('adds texts of each class where asked: nothing is all or nothing then', () => {
  const table = [
    [90, 10],
    [10, 90],
  ];
  const told = (added: number): number => {
    const found = mixtureShares({ table, observed: [95, 5] }, { seed: 1, replicates: 50, added });
    if (!found.measured) throw new Error('not measured');
    const [, { low, high } = { low: 1, high: 0 }] = found.intervals;
    expect(low).toBeLessThanOrEqual(found.shares[1] ?? -1);
    expect(high).toBeGreaterThanOrEqual(found.shares[1] ?? 2);
    return found.shares[1] ?? -1;
  };
  expect(told(0)).toBeLessThan(1e-3);
  // At the maximum of 95 log(.9 − .8 s) + 5 log(.1 + .8 s) + log s + log(1 − s).
  const slope = (s: number): number => -76 / (0.9 - 0.8 * s) + 4 / (0.1 + 0.8 * s) + 1 / s - 1 / (1 - s);
  expect(slope(told(1) - 1e-3)).toBeGreaterThan(0);
  expect(slope(told(1) + 1e-3)).toBeLessThan(0);
  expect(() => told(-1)).toThrow(/added -1/);
});
