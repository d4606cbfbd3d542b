import type { Genre } from '../model/enrichment.js';
import { DOC_VALUE, domainFeature, domainKey, type FeatureExtractor, GRAM_VALUE } from './features.js';
import type { SparseRows } from './svm.js';

/** A text to learn from. */
export interface TextExample {
  readonly text: string;
  readonly genre: Genre | null;
}

/** Value of the bias column: it is outside the length norm. */
const BIAS_VALUE = 0.5;

/**
 * Features of texts as sparse rows with 2^bits hashed columns, then a bias column, then one a genre of `genres`.
 * The same sums as `Scorer` makes at use.
 */
export function featureRows(features: FeatureExtractor, examples: readonly TextExample[], bits: number, genres: readonly Genre[]): SparseRows {
  const mask = (1 << bits) - 1, buckets = 1 << bits;
  const starts = new Int32Array(examples.length + 1);
  let ids = new Int32Array(1 << 16), values = new Float32Array(1 << 16), at = 0;
  const put = (column: number, value: number): void => {
    if (at === ids.length) {
      const wideIds = new Int32Array(at * 2), wideValues = new Float32Array(at * 2);
      wideIds.set(ids);
      wideValues.set(values);
      ids = wideIds;
      values = wideValues;
    }
    ids[at] = column;
    values[at++] = value;
  };
  examples.forEach(({ text, genre }, r) => {
    const known = genre !== null && genres.includes(genre);
    const domain = known ? domainKey(genre) : 0;
    const both = (feature: number, value: number): void => {
      put(feature & mask, value);
      if (domain !== 0) put(domainFeature(feature, domain) & mask, value);
    };
    features.read(text);
    const from = at;
    let squares = features.pairCount;
    for (let u = 0; u < features.unitCount; u++) {
      const count = features.unitFeatures(u), words = features.unitWords;
      for (let j = 0; j < words; j++) both(features.unit[j] as number, 1);
      for (let j = words; j < count; j++) put((features.unit[j] as number) & mask, GRAM_VALUE);
      squares += words + (count - words) * GRAM_VALUE * GRAM_VALUE;
    }
    for (let p = 0; p < features.pairCount; p++) both(features.pairs[p] as number, 1);
    const norm = 1 / Math.sqrt(squares || 1);
    for (let j = from; j < at; j++) values[j] = (values[j] as number) * norm;
    for (let d = 0; d < features.docCount; d++) both(features.docs[d] as number, DOC_VALUE);
    put(buckets, BIAS_VALUE);
    if (known) put(buckets + 1 + genres.indexOf(genre), BIAS_VALUE);
    starts[r + 1] = at;
  });
  return { count: examples.length, starts, ids: ids.subarray(0, at), values: values.subarray(0, at), width: buckets + 1 + genres.length };
}

/** w · x of one row. */
export function marginOf(rows: SparseRows, r: number, weights: Float32Array): number {
  let sum = 0;
  for (let j = rows.starts[r] as number; j < (rows.starts[r + 1] as number); j++) sum += (weights[rows.ids[j] as number] as number) * (rows.values[j] as number);
  return sum;
}

/** The weights of a trained column, split in table, common bias and biases of genres. */
export function splitWeights(weights: Float32Array, bits: number, genres: readonly Genre[]): { table: Float32Array; bias: number; genreBiases: number[] } {
  const buckets = 1 << bits;
  const bias = (weights[buckets] as number) * BIAS_VALUE;
  return {
    table: weights.subarray(0, buckets),
    bias,
    genreBiases: genres.map((_, g) => bias + (weights[buckets + 1 + g] as number) * BIAS_VALUE),
  };
}
