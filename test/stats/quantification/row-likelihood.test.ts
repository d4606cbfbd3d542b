import { describe, expect, it } from 'vitest';
import { RowLikelihood } from '../../../src/stats/quantification/row-likelihood.js';

// eleven columns: some 0 at most events, five nowhere 0
const columns = Array.from({ length: 11 }, (_, j) =>
  Float64Array.from({ length: 30 }, (__, k) =>
    j > 0 && j < 7 && k % (j + 1) !== 0 ? 0 : 1 + ((7 * j + 3 * k) % 5),
  ),
);
const exposures = [4, 3, 0, 2, 5, 1, 2, 3, 1, 2, 4];
const theta = [1, 0.5, 0, 2, 0.1, 0.3, 0.7, 0.2, 0.4, 0.1, 0.6];
const scaled = new RowLikelihood({ columns, exposures });
const { phi, lambda, logLik } = scaled.state(
  Float64Array.from(theta, (value, j) => value * (exposures[j] as number)),
);

describe('the log-likelihood of a row', () => {
  it('is Σ log λ − c·θ', () => {
    const rates = [...lambda.keys()].map((k) =>
      columns.reduce((sum, column, j) => sum + (theta[j] as number) * (column[k] as number), 0),
    );
    rates.forEach((rate, k) => expect(lambda[k]).toBeCloseTo(rate, 12));
    const told = rates.reduce((sum, rate) => sum + Math.log(rate), 0);
    expect(logLik).toBeCloseTo(told - phi.reduce((sum, value) => sum + value, 0), 10);
  });

  it('has as information the sums of products of columns over λ², by the exposures', () => {
    const free = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10];
    const { size, values } = scaled.information(lambda, free);
    expect(size).toBe(free.length);
    free.forEach((a, one) =>
      free.forEach((b, other) => {
        let sum = 0;
        for (let k = 0; k < 30; k++)
          sum += ((columns[a]?.[k] as number) * (columns[b]?.[k] as number)) / (lambda[k] as number) ** 2;
        expect(values[one * size + other]).toBeCloseTo(
          sum / ((exposures[a] as number) * (exposures[b] as number)),
          10,
        );
      }),
    );
  });
});
