import { DOC_VALUE, type FeatureExtractor, GRAM_VALUE } from '../enrich/features.js';
import type { SparseRows } from './svm.js';

/** A text to learn from. */
export interface TextExample {
  readonly text: string;
}

/** Value of the bias column: it is outside the length norm. */
const BIAS_VALUE = 0.5;

/**
 * Features of texts as sparse rows with 2^bits hashed columns and a bias column.
 * The same sums as `Scorer` makes at use.
 */
export function featureRows(
  features: FeatureExtractor,
  examples: readonly TextExample[],
  bits: number,
): SparseRows {
  const mask = (1 << bits) - 1,
    buckets = 1 << bits;
  const starts = new Int32Array(examples.length + 1);
  let ids = new Int32Array(1 << 16),
    values = new Float32Array(1 << 16),
    at = 0;
  const put = (column: number, value: number): void => {
    if (at === ids.length) {
      const wideIds = new Int32Array(at * 2),
        wideValues = new Float32Array(at * 2);
      wideIds.set(ids);
      wideValues.set(values);
      ids = wideIds;
      values = wideValues;
    }
    ids[at] = column;
    values[at++] = value;
  };
  examples.forEach(({ text }, r) => {
    features.read(text);
    const from = at;
    let squares = features.pairCount;
    for (let u = 0; u < features.unitCount; u++) {
      const count = features.unitFeatures(u),
        words = features.unitWords;
      for (let j = 0; j < words; j++) put((features.unit[j] as number) & mask, 1);
      for (let j = words; j < count; j++) put((features.unit[j] as number) & mask, GRAM_VALUE);
      squares += words + (count - words) * GRAM_VALUE * GRAM_VALUE;
    }
    for (let p = 0; p < features.pairCount; p++) put((features.pairs[p] as number) & mask, 1);
    const norm = 1 / Math.sqrt(squares || 1);
    for (let j = from; j < at; j++) values[j] = (values[j] as number) * norm;
    for (let d = 0; d < features.document.count; d++)
      put((features.document.hashes[d] as number) & mask, DOC_VALUE);
    put(buckets, BIAS_VALUE);
    starts[r + 1] = at;
  });
  return {
    count: examples.length,
    starts,
    ids: ids.subarray(0, at),
    values: values.subarray(0, at),
    width: buckets + 1,
  };
}

/** w · x of one row. */
export function marginOf(rows: SparseRows, r: number, weights: Float32Array): number {
  let sum = 0;
  for (let j = rows.starts[r] as number; j < (rows.starts[r + 1] as number); j++)
    sum += (weights[rows.ids[j] as number] as number) * (rows.values[j] as number);
  return sum;
}

/** The weights of a trained column, split in table, bias, and columns added after it. */
export function splitWeights(
  weights: Float32Array,
  bits: number,
): { table: Float32Array; bias: number; extra: Float32Array } {
  return {
    table: weights.subarray(0, 1 << bits),
    bias: (weights[1 << bits] as number) * BIAS_VALUE,
    extra: weights.subarray((1 << bits) + 1),
  };
}
