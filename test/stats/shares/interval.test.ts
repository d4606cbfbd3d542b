import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, jeffreysInterval, wilsonInterval } from '../../../src/stats/index.js';

describe('an interval of a share', () => {
  const makers = [wilsonInterval, clopperPearsonInterval, jeffreysInterval];

  it('holds the share, lies in [0, 1], mirrors k ↔ n − k and narrows with a lower level', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.constantFrom(...makers), ([k, n], make) => {
        const { low, high } = make(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
        const mirror = make(n - k, n);
        expect(mirror.low).toBeCloseTo(1 - high, 10);
        const narrow = make(k, n, 0.8);
        expect(narrow.low).toBeGreaterThanOrEqual(low - 1e-12);
        expect(narrow.high).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });

  it('Clopper-Pearson covers at least its level', () => {
    const n = 15,
      choose = [1];
    for (let k = 1; k <= n; k++) choose.push(((choose[k - 1] as number) * (n - k + 1)) / k);
    for (const p of [0.02, 0.1, 0.33, 0.5]) {
      const covered = choose.reduce((sum, ways, k) => {
        const { low, high } = clopperPearsonInterval(k, n);
        return low <= p && p <= high ? sum + ways * p ** k * (1 - p) ** (n - k) : sum;
      }, 0);
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('refuses nothing observed, impossible counts and levels', () => {
    for (const make of makers) {
      expect(() => make(0, 0)).toThrow(/n = 0: a share needs at least one observation/);
      expect(() => make(5, 4)).toThrow(/k = 5 of n = 4/);
      expect(() => make(Number.NaN, 4)).toThrow(/k = NaN/);
      expect(() => make(1, 4, 95)).toThrow(/level 95: use a share between 0 and 1/);
    }
  });
});
