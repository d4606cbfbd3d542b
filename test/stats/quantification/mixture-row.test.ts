import { describe, expect, it } from 'vitest';
import { fitRow } from '../../../src/stats/quantification/mixture-row.js';

const constant = (n: number, value: number): Float64Array => new Float64Array(n).fill(value);

describe('fitRow', () => {
  it('finds the rate of a constant: events over exposure', () => {
    const { theta, converged } = fitRow({ columns: [constant(20, 1)], exposures: [10] });
    expect(theta[0]).toBeCloseTo(2, 9);
    expect(converged).toBe(true);
  });

  it('is not led astray by a column that reaches no event, nor by two that are one', () => {
    const even = Float64Array.from({ length: 40 }, (_, k) => (k % 4 === 0 ? 3 : 0.5));
    const plain = fitRow({ columns: [constant(40, 1), even], exposures: [20, 30] });
    const odd = fitRow({
      columns: [constant(40, 1), even, constant(40, 1e-12), constant(40, 1)],
      exposures: [20, 30, 1, 20],
    });
    expect(odd.converged).toBe(true);
    expect(odd.logLik).toBeCloseTo(plain.logLik, 5);
    expect(odd.theta[2]).toBeCloseTo(0, 9);
  });
});
