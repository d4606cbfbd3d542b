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

  it('finds its way back from a step that left an event to a column nearly 0 there', () => {
    // a thousand events of one kind, a hundred of another and one of a third
    const columns = [
      [0, 1e-60, 0],
      [6, 3, 1e-60],
      [9, 9, 1],
    ].map((kinds) =>
      Float64Array.from({ length: 1101 }, (_, k) => kinds[k < 1000 ? 0 : k < 1100 ? 1 : 2] as number),
    );
    const exposures = [36, 20, 47];
    const { theta, converged } = fitRow({ columns, exposures }, undefined, new Map(), 0);
    expect(converged).toBe(true);
    // at the maximum expected events are those seen; each parameter above 0 is met by Σ c / λ = exposure
    expect(exposures.reduce((sum, c, j) => sum + c * (theta[j] as number), 0)).toBeCloseTo(1101, 6);
    const lambda = Array.from({ length: 1101 }, (_, k) =>
      columns.reduce((sum, column, j) => sum + (column[k] as number) * (theta[j] as number), 0),
    );
    const met = (j: number): number =>
      lambda.reduce((sum, rate, k) => sum + (columns[j]?.[k] as number) / rate, 0);
    expect(theta[0]).toBe(0);
    expect(met(1)).toBeCloseTo(20, 6);
    expect(met(2)).toBeCloseTo(47, 6);
  });
});
