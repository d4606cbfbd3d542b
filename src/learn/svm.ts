import { seededRandom } from '../util/random.js';

/** Rows of a sparse matrix, one after the other: row r is `ids[starts[r] .. starts[r + 1])` with `values`. */
export interface SparseRows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Number of columns. */
  readonly width: number;
}

/** Passes at most, and the widest violation at which they end. */
const EPOCHS = 30,
  TOLERANCE = 0.02;

/**
 * Binary support vector machine with squared hinge loss by dual coordinate descent: min ½‖w‖² + Σ cᵢ max(0, 1 − yᵢ w·xᵢ)².
 * Source: Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM", algorithm 1 with shrinking left out.
 */
export function trainSvm(
  rows: SparseRows,
  targets: Int8Array,
  costs: Float32Array,
  options: { readonly seed: number },
): Float32Array {
  const { starts, ids, values } = rows;
  const weights = new Float32Array(rows.width);
  const alphas = new Float32Array(rows.count);
  const squares = new Float32Array(rows.count);
  for (let r = 0; r < rows.count; r++) {
    let sum = 0;
    for (let j = starts[r] as number; j < (starts[r + 1] as number); j++) sum += (values[j] as number) ** 2;
    squares[r] = sum;
  }
  const order = Int32Array.from({ length: rows.count }, (_, i) => i).filter((r) => (costs[r] as number) > 0);
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const swap = order[i] as number;
      order[i] = order[j] as number;
      order[j] = swap;
    }
    let widest = 0;
    for (const r of order) {
      const y = targets[r] as number,
        from = starts[r] as number,
        to = starts[r + 1] as number;
      let margin = 0;
      for (let j = from; j < to; j++) margin += (weights[ids[j] as number] as number) * (values[j] as number);
      const diagonal = 0.5 / (costs[r] as number);
      const alpha = alphas[r] as number;
      const gradient = y * margin - 1 + diagonal * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) > widest) widest = Math.abs(projected);
      if (Math.abs(projected) < 1e-6) continue;
      const next = Math.max(alpha - gradient / ((squares[r] as number) + diagonal), 0);
      alphas[r] = next;
      const step = (next - alpha) * y;
      for (let j = from; j < to; j++) weights[ids[j] as number]! += step * values[j]!;
    }
    if (widest < TOLERANCE) break;
  }
  return weights;
}
