import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximiseOnInterval } from '../../src/stats/line-search.js';

const inside = fc.double({ min: -5, max: 5, noNaN: true });

describe('line search', () => {
  it('finds the peak, and the end where the peak lies outside', () => {
    fc.assert(
      fc.property(inside, (peak) => {
        expect(maximiseOnInterval((x) => -Math.abs(x - peak), -6, 6, 1e-6).x).toBeCloseTo(peak, 4);
      }),
    );
    expect(maximiseOnInterval((x) => x, 0, 1, 1e-6).x).toBeCloseTo(1, 4);
  });
});
