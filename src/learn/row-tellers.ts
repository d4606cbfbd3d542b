import { chooseLabel, type LinearHead, toProbabilities } from '../enrich/heads/head.js';
import type { SparseRows } from './svm.js';

/** Label and probability of one row. */
export interface RowAnswer {
  readonly label: number;
  readonly confidence: number;
  readonly probabilities: Float64Array;
}

/** Margins of a head over sparse rows made with the head's bits: slower than `Scorer`, but on rows that are already read. */
export function rowMargins(head: LinearHead, rows: SparseRows, r: number): Float64Array {
  const wide = head.labels.length,
    buckets = 1 << head.bits;
  const margins = Float64Array.from(head.biases);
  for (let j = rows.starts[r] as number; j < (rows.starts[r + 1] as number); j++) {
    const column = rows.ids[j] as number;
    const value = rows.values[j] as number,
      dimension = column - buckets - 1;
    for (let k = 0; k < wide; k++)
      if (column < buckets)
        margins[k]! += (head.weights[column * wide + k] as number) * (head.scales[k] as number) * value;
      else if (dimension >= 0) margins[k]! += (head.meaning?.[k]?.[dimension] ?? 0) * value;
  }
  return margins;
}

/** Answer of a head whose labels exclude one another. */
export function tellRow(head: LinearHead, rows: SparseRows, r: number): RowAnswer {
  const probabilities = new Float64Array(head.labels.length);
  toProbabilities(head, rowMargins(head, rows, r), 0, probabilities);
  const label = chooseLabel(head, probabilities, 0);
  return { label, confidence: probabilities[label] as number, probabilities };
}
