import { type SparseRows, trainSvm } from './svm.js';

/** Added to each count of a class before ratios are taken. */
const SMOOTHING = 3;
/** Scale of a feature that is as frequent in both classes, and the largest scale. */
const LOWEST_SCALE = 0.25,
  HIGHEST_SCALE = 3;

/**
 * Scale of each column: how much more often it occurs in one class than in the other, |log of the ratio of its shares|.
 * Source: Wang & Manning 2012, "Baselines and bigrams" (NB-SVM), with the sign left to the machine that learns after it.
 */
function countRatioScales(rows: SparseRows, targets: Int8Array, costs: Float32Array): Float32Array {
  const up = new Float64Array(rows.width).fill(SMOOTHING),
    down = new Float64Array(rows.width).fill(SMOOTHING);
  let ups = 1,
    downs = 1;
  for (let r = 0; r < rows.count; r++) {
    if (costs[r] === 0) continue;
    const counts = targets[r] === 1 ? up : down;
    if (targets[r] === 1) ups++;
    else downs++;
    for (let j = rows.starts[r] as number; j < (rows.starts[r + 1] as number); j++)
      counts[rows.ids[j] as number]!++;
  }
  const scaleOf = (count: number, other: number): number =>
    Math.min(HIGHEST_SCALE, LOWEST_SCALE + Math.abs(Math.log(count / ups / (other / downs))));
  // most columns occur in no row
  const scales = new Float32Array(rows.width).fill(scaleOf(SMOOTHING, SMOOTHING));
  for (let i = 0; i < rows.width; i++) {
    const count = up[i] as number,
      other = down[i] as number;
    if (count !== SMOOTHING || other !== SMOOTHING) scales[i] = scaleOf(count, other);
  }
  return scales;
}

/**
 * Weights of one label: the mean of two support vector machines, one on the features as they are and one on features scaled
 * by their count ratios. Rows of cost 0 are not learnt from.
 */
export function learnLabel(
  rows: SparseRows,
  targets: Int8Array,
  costs: Float32Array,
  seed: number,
): Float32Array {
  const plain = trainSvm(rows, targets, costs, { seed });
  const scales = countRatioScales(rows, targets, costs);
  const values = rows.values.map((value, j) => value * (scales[rows.ids[j] as number] as number));
  const scaled = trainSvm({ ...rows, values }, targets, costs, { seed });
  for (let i = 0; i < rows.width; i++) scaled[i]! *= scales[i] as number;
  return plain.map((weight, i) => 0.5 * (weight + (scaled[i] as number)));
}
