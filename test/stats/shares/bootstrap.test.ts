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
  it('draws as bootstrap does: the same ratio, the same interval', () => {
    const rows = Array.from({ length: 60 }, (_, k) => ({ a: k % 3, b: k % 2, who: k % 25 }));
    const ratio = (some: typeof rows): number | undefined => {
      const below = some.reduce((sum, { b }) => sum + b, 0);
      return below === 0 ? undefined : some.reduce((sum, { a }) => sum + a, 0) / below;
    };
    const options = { seed: 5, replicates: 300, groupOf: ({ who }: (typeof rows)[number]) => who };
    expect(bootstrapRatio(rows, { above: ({ a }) => a, below: ({ b }) => b }, options)).toEqual(
      bootstrap(rows, (some) => ratio([...some]), options),
    );
  });
});
