import { describe, expect, it } from 'vitest';
import { newtonStep } from '../../../src/stats/quantification/newton-step.js';

const information = { size: 3, values: Float64Array.of(4, 2, 1, 2, 3, 0.5, 1, 0.5, 2) };

describe('a Newton step', () => {
  it('solves information × step = slopes', () => {
    const step = newtonStep(information, [1, 2, 3], 0) as Float64Array;
    [1, 2, 3].forEach((slope, row) => {
      const found = [0, 1, 2].reduce(
        (sum, j) => sum + (information.values[3 * row + j] as number) * (step[j] as number),
        0,
      );
      expect(found).toBeCloseTo(slope, 12);
    });
  });

  it('is shorter where it is damped, by the largest curvature', () => {
    const [step = 0] = newtonStep({ size: 1, values: Float64Array.of(4) }, [8], 1) ?? [];
    expect(step).toBeCloseTo(1, 12);
  });

  it('is none where the matrix has no factor', () => {
    expect(newtonStep({ size: 2, values: Float64Array.of(1, 2, 2, 1) }, [1, 1], 0)).toBeUndefined();
  });
});
