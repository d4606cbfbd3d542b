import type { Matrix } from 'ml-matrix';
import type { RowProblem } from '../quantification/mixture-row.js';
import type { BaselineSums } from './hawkes-rhythm.js';

/** Scores at given values, and the information that ties them. */
export interface BaselineScore {
  /** Per effect. */
  readonly effects: readonly number[];
  /** Of log level, then of each coefficient of the rhythm. */
  readonly baseline: Matrix;
  readonly information: Matrix;
  /** Between these and the effects. */
  readonly crossed: Matrix;
}

/** p = baseline probability of each event, summed over the hours of the week, for the moving parameters of the row. */
export function baselineSums(
  { columns }: RowProblem,
  theta: Float64Array,
  moving: readonly number[],
  hourOf: Uint8Array,
): BaselineSums {
  const working = columns.flatMap((_, j) => ((theta[j] as number) > 0 ? [j] : []));
  const expected = new Float64Array(168),
    squares = new Float64Array(168);
  const crossed = moving.map(() => new Float64Array(168)),
    information = moving.map(() => moving.map(() => 0));
  const ratio = new Float64Array(moving.length);
  for (let k = 0; k < hourOf.length; k++) {
    let lambda = 0;
    for (const j of working) lambda += (theta[j] as number) * ((columns[j] as Float64Array)[k] as number);
    const p = ((theta[0] as number) * ((columns[0] as Float64Array)[k] as number)) / lambda,
      h = hourOf[k] as number;
    expected[h] = (expected[h] as number) + p;
    squares[h] = (squares[h] as number) + p * p;
    for (let a = 0; a < moving.length; a++) {
      ratio[a] = ((columns[moving[a] as number] as Float64Array)[k] as number) / lambda;
      const cross = crossed[a] as Float64Array,
        row = information[a] as number[];
      cross[h] = (cross[h] as number) + p * (ratio[a] as number);
      for (let b = 0; b <= a; b++) row[b] = (row[b] as number) + (ratio[a] as number) * (ratio[b] as number);
    }
  }
  information.forEach((row, a) => {
    for (let b = 0; b < a; b++) (information[b] as number[])[a] = row[b] as number;
  });
  return { expected, squares, crossed, information };
}

/** Slope of the log-likelihood in one effect. */
export function effectScore({ columns, exposures }: RowProblem, theta: Float64Array, index: number): number {
  let score = -(exposures[index] as number);
  for (let k = 0; k < (columns[index]?.length ?? 0); k++) {
    let lambda = 0;
    for (let j = 0; j < columns.length; j++)
      lambda += (theta[j] as number) * ((columns[j] as Float64Array)[k] as number);
    score += ((columns[index] as Float64Array)[k] as number) / lambda;
  }
  return score;
}
