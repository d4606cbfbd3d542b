import { describe, expect, it } from 'vitest';
import { coneQuantile } from '../../../src/stats/hawkes/cone-law.js';

describe('coneQuantile', () => {
  it('is that of a half χ²₁ for one parameter, whatever its unit', () => {
    // P(½χ²₀ + ½χ²₁ > 3.84) = 0.025
    expect(coneQuantile([[1]], 0.975)).toBeCloseTo(3.84, 0);
    expect(coneQuantile([[100]], 0.975)).toBe(coneQuantile([[1]], 0.975));
  });

  it('grows with parameters that differ: ¼χ²₀ + ½χ²₁ + ¼χ²₂ for two that tell apart', () => {
    // ½·P(χ²₁ > 5.54) + ¼·P(χ²₂ > 5.54) = 0.025
    const two = coneQuantile(
      [
        [1, 0],
        [0, 9],
      ],
      0.975,
    );
    expect(two).toBeGreaterThan(5);
    expect(two).toBeLessThan(6.1);
  });

  it('does not with parameters that are one', () => {
    const one = coneQuantile([[1]], 0.975);
    const same = coneQuantile(
      [
        [1, 1],
        [1, 1],
      ],
      0.975,
    );
    expect(Math.abs(same - one)).toBeLessThan(0.8);
  });
});
