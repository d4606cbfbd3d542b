import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap, quantile } from '../../../src/stats/index.js';
import { bootstrapRatio } from '../../../src/stats/shares/bootstrap.js';

describe('quantile', () => {
  it('is R type 7, between the extremes and rising in p', () => {
    // R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .5, .9, 1)) = 1 1.4 2 4 12.8 16
    expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantile([16, 1, 8, 2, 4], p))).toEqual([
      1, 1.4, 2, 4, 12.8, 16,
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p, q) => {
          expect(quantile(values, Math.min(p, q))).toBeLessThanOrEqual(
            quantile(values, Math.max(p, q)) + 1e-6,
          );
          expect(quantile(values, 0)).toBe(Math.min(...values) + 0);
        },
      ),
    );
    expect(() => quantile([], 0.5)).toThrow(/no value/);
    expect(() => quantile([1], 2)).toThrow(/p = 2/);
  });
});

describe('bootstrap', () => {
  const mean = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0) / rows.length;
  const values = Array.from({ length: 100 }, (_, k) => (k * 37) % 100);

  it('has the standard error of a mean, and the same interval for the same seed', () => {
    const result = bootstrap(values, mean, { seed: 3, replicates: 2000 });
    if (!result.measured) throw new Error(result.because);
    // sd of 0..99 with divisor n: 28.866; over √100.
    expect(Math.abs(result.stdErr - 2.8866)).toBeLessThan(0.15);
    expect(result.interval.low).toBeLessThan(49.5);
    expect(result.interval.high).toBeGreaterThan(49.5);
    expect(bootstrap(values, mean, { seed: 3, replicates: 2000 })).toEqual(result);
  });

  it('is wider when rows of a group move together', () => {
    const rows = values.flatMap((value) => [value, value, value, value]);
    const free = bootstrap(rows, mean, { seed: 1 }),
      grouped = bootstrap(rows, mean, { seed: 1, groupOf: (value) => value });
    if (!free.measured || !grouped.measured) throw new Error('not measured');
    expect(grouped.groups).toBe(100);
    expect(grouped.stdErr / free.stdErr).toBeGreaterThan(1.7);
  });

  it('leaves out resamples without a value, and answers plainly', () => {
    const share = (rows: readonly number[]) => (rows.some((value) => value > 1) ? mean(rows) : undefined);
    const some = bootstrap([0, 0, 5], share, { seed: 1, replicates: 200 });
    expect(some.measured && some.replicates).toBeLessThan(200);
    expect(bootstrap([], mean, { seed: 1 })).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(bootstrap([4], mean, { seed: 1 })).toMatchObject({ measured: false, reason: 'too-few' });
    expect(() => bootstrap([1, 2], mean, { seed: 1, replicates: 1 })).toThrow(/replicates 1/);
  });
});

describe('bootstrapRatio', () => {
  const kinds = [
    { above: 1, below: 0, groups: 540 },
    { above: 0, below: 1, groups: 180 },
    { above: 2, below: 1, groups: 60 },
    { above: 0, below: 4, groups: 3 },
  ];

  it('is the bootstrap of the groups that it counts, but for the draw', () => {
    const rows = kinds.flatMap(({ groups, ...one }) => Array.from({ length: groups }, () => one));
    const sum = (some: typeof rows, side: 'above' | 'below'): number =>
      some.reduce((total, row) => total + row[side], 0);
    const options = { seed: 5, replicates: 4000 },
      byKind = bootstrapRatio(kinds, options),
      byGroup = bootstrap(rows, (some) => sum([...some], 'above') / sum([...some], 'below'), options);
    if (!byKind.measured || !byGroup.measured) throw new Error('not measured');
    // (540 + 2·60) / (180 + 60 + 3·4)
    expect([byKind.value, byKind.groups]).toEqual([660 / 252, 783]);
    // each standard error is known to 1 in √(2 · 4000), ends of the interval to twice that
    expect(Math.abs(byKind.stdErr / byGroup.stdErr - 1)).toBeLessThan(0.05);
    for (const end of ['low', 'high'] as const)
      expect(Math.abs(byKind.interval[end] - byGroup.interval[end])).toBeLessThan(0.15 * byGroup.stdErr);
  });

  it('does not depend on the order of kinds, and answers plainly', () => {
    const options = { seed: 2, replicates: 300 };
    expect(bootstrapRatio(kinds.toReversed(), options)).toEqual(bootstrapRatio(kinds, options));
    expect(bootstrapRatio([], options)).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(bootstrapRatio([{ above: 1, below: 1, groups: 1 }], options)).toMatchObject({
      measured: false,
      reason: 'too-few',
    });
    expect(bootstrapRatio([{ above: 1, below: 0, groups: 9 }], options)).toMatchObject({ measured: false });
    // rows in place of kinds, as it took them before
    expect(() => bootstrapRatio([{ a: 1, b: 1 }] as never, options)).toThrow(
      'above: value undefined at index 0',
    );
    expect(() => bootstrapRatio([{ above: 1, below: 1, groups: -1 }], options)).toThrow('groups: value -1');
  });
});
