import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { RowFit, RowProblem } from '../quantification/mixture-row.js';
import { lambdaOf } from './kernel-intervals.js';

/** Beforehand an effect is thought to count each target that a source set off as one, give or take this. */
export const SPREAD = 0.3;
/** Standard deviation of what one such target adds, which other sources near it make uneven: 1.2 to 2.2 on worlds and quarters of another hand. */
const OF_ONE = 2;
/** Under this share an effect finds too little for the rest to be told from it. */
const LEAST = 0.5;

/** How much of the targets that sources set off an effect counts, and the standard deviation of that share. */
export interface Recovered {
  readonly share: number;
  readonly error: number;
}

/**
 * How much an effect counts of the targets that are known to be set off by a source, as an assay is held against a known addition: what each
 * adds to it, to first order (the infinitesimal jackknife), is one over the sources where laws of lags and of marks are true, and less where they
 * are not, as the rest goes to the level. Drawn towards 1 as far as few are known. Jaeckel 1972; Giordano et al. 2019.
 *
 * @param own columns of the effect
 * @param rows of the targets known to be set off, at least one
 */
export function recoveredShare(
  {
    problem,
    fit: { theta },
    own,
  }: { readonly problem: RowProblem; readonly fit: RowFit; readonly own: readonly number[] },
  rows: readonly number[],
  sources: number,
): Recovered {
  const { columns, exposures } = problem,
    lambda = lambdaOf(problem, theta),
    held = (j: number): boolean => (theta[j] ?? 0) > 0;
  const live = own.some(held) ? own.filter(held) : own.slice(-1),
    free = [...live, ...[...theta.keys()].filter((j) => held(j) && !own.includes(j))],
    costs = free.map((j) => exposures[j] || 1);
  const scaled = free.map((j, a) =>
    Float64Array.from(
      lambda,
      (rate, k) => (columns[j]?.[k] ?? 0) / (costs[a] as number) / Math.max(rate, 1e-100),
    ),
  );
  const information = Matrix.zeros(free.length, free.length);
  scaled.forEach((one, a) => {
    for (let b = 0; b <= a; b++) {
      const other = scaled[b] as Float64Array;
      let sum = 0;
      for (let k = 0; k < one.length; k++) sum += (one[k] as number) * (other[k] as number);
      information.set(a, b, sum);
      information.set(b, a, sum);
    }
  });
  for (let a = 0; a < free.length; a++) information.set(a, a, information.get(a, a) * (1 + 1e-8) + 1e-12);
  const counted = Matrix.columnVector(costs.map((cost, a) => (a < live.length ? 1 / cost : 0))),
    worth = new CholeskyDecomposition(information).solve(counted).getColumn(0);
  const added = rows.reduce(
    (sum, row) => sum + worth.reduce((of, one, a) => of + one * (scaled[a]?.[row] ?? 0), 0),
    0,
  );
  const variance = OF_ONE ** 2 / rows.length,
    kept = SPREAD ** 2 / (SPREAD ** 2 + variance);
  return {
    share: Math.max(LEAST, 1 + kept * ((sources * added) / rows.length - 1)),
    error: SPREAD * Math.sqrt(1 - kept),
  };
}
