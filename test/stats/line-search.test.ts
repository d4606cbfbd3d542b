import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximiseOnInterval, rootOnInterval } from '../../src/stats/line-search.js';

const inside = fc.double({ min: -5, max: 5, noNaN: true });

describe('line search', () => {
  it('finds the peak, and the end where the peak lies outside', () => {
    fc.assert(fc.property(inside, (peak) => { expect(maximiseOnInterval((x) => -Math.abs(x - peak), -6, 6, 1e-6).x).toBeCloseTo(peak, 4); }));
    expect(maximiseOnInterval((x) => x, 0, 1, 1e-6).x).toBeCloseTo(1, 4);
  });

  it('finds the root of steep and flat functions, and the end where there is none', () => {
    fc.assert(fc.property(inside, fc.constantFrom(1, 3, 9), (root, power) => {
      expect(rootOnInterval((x) => Math.sign(x - root) * Math.abs(x - root) ** power, -6, 6, 1e-9)).toBeCloseTo(root, 5);
    }));
    expect(rootOnInterval(() => 1, 2, 3, 1e-6)).toBe(2);
    expect(rootOnInterval(() => -1, 2, 3, 1e-6)).toBe(3);
  });
});
