import { DOC_VALUE, type FeatureExtractor, GRAM_VALUE, MEANING_VALUE } from '../enrich/heads/features.js';
import type { SparseRows } from './svm.js';

/** A text to learn from. */
export interface TextExample {
  readonly text: string;
}

/** Value of the bias column: it is outside the length norm. */
const BIAS_VALUE = 0.5;

/**
 * Features of texts as sparse rows with 2^bits hashed columns, a bias column, and one a dimension of the word vectors, unless their
 * factor `weight` is 0. The same sums as `Scorer` makes at use.
 */
export function featureRows(
  features: FeatureExtractor,
  examples: readonly TextExample[],
  bits: number,
  weight = 1,
): SparseRows {
  const mask = (1 << bits) - 1,
    buckets = 1 << bits;
  const vectors = weight === 0 ? null : features.vectors;
  const meaning = new Float64Array(vectors?.dimensions ?? 0);
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
    meaning.fill(0);
    for (let u = 0; u < features.unitCount; u++) {
      const count = features.unitFeatures(u),
        words = features.unitWords;
      for (let j = 0; j < words; j++) put((features.unit[j] as number) & mask, 1);
      for (let j = words; j < count; j++) put((features.unit[j] as number) & mask, GRAM_VALUE);
      squares += words + (count - words) * GRAM_VALUE * GRAM_VALUE;
      const row = features.unitVector(u);
      if (row >= 0) vectors?.add(row, meaning);
    }
    for (let p = 0; p < features.pairCount; p++) put((features.pairs[p] as number) & mask, 1);
    const norm = 1 / Math.sqrt(squares || 1);
    for (let j = from; j < at; j++) values[j] = (values[j] as number) * norm;
    for (let d = 0; d < features.document.count; d++)
      put((features.document.hashes[d] as number) & mask, DOC_VALUE);
    put(buckets, BIAS_VALUE);
    meaning.forEach((sum, d) => {
      if (sum !== 0) put(buckets + 1 + d, MEANING_VALUE * weight * sum * norm);
    });
    starts[r + 1] = at;
  });
  return {
    count: examples.length,
    starts,
    ids: ids.subarray(0, at),
    values: values.subarray(0, at),
    width: buckets + 1 + meaning.length,
  };
}

/** w · x of one row. */
export function marginOf(rows: SparseRows, r: number, weights: Float32Array): number {
  let sum = 0;
  for (let j = rows.starts[r] as number; j < (rows.starts[r + 1] as number); j++)
    sum += (weights[rows.ids[j] as number] as number) * (rows.values[j] as number);
  return sum;
}

/** The weights of a trained column, split in table, bias, dimensions of the word vectors, and columns added after them. */
export function splitWeights(
  weights: Float32Array,
  bits: number,
  dimensions: number,
): { table: Float32Array; bias: number; meaning: Float32Array; extra: Float32Array } {
  const after = (1 << bits) + 1;
  return {
    table: weights.subarray(0, 1 << bits),
    bias: (weights[1 << bits] as number) * BIAS_VALUE,
    meaning: weights.subarray(after, after + dimensions),
    extra: weights.subarray(after + dimensions),
  };
}
