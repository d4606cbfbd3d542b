import { DOC_VALUE, type FeatureExtractor, GRAM_VALUE } from '../enrich/features.js';
import type { SparseRows } from './svm.js';
import { hashChars, hashWord, mixHash } from '../enrich/tokens.js';

/** A text to learn from. */
export interface TextExample {
  readonly text: string;
  /** Spans of `text`, in UTF-16 units, that matter more: the clauses around a target. Their features count twice, once as focus. */
  readonly focus?: readonly (readonly [number, number])[] | undefined;
  /** What the focus is about; each topic has a bias of its own. */
  readonly topic?: string | undefined;
}

/** Value of the bias column: it is outside the length norm. */
const BIAS_VALUE = 0.5;
const FOCUS = 0x0f0c05,
  FOCUS_DENIED = 0x0f0c06;

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
  examples.forEach(({ text, focus, topic }, r) => {
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
    for (let d = 0; d < features.docCount; d++) put((features.docs[d] as number) & mask, DOC_VALUE);
    if (focus !== undefined)
      focusFeatures(features, focus, topic, (feature, value) => put(feature & mask, value));
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

/** Words, pairs and polarities inside the focus, under hashes of their own, with a length norm of their own. */
function focusFeatures(
  features: FeatureExtractor,
  focus: readonly (readonly [number, number])[],
  topic: string | undefined,
  put: (feature: number, value: number) => void,
): void {
  const { tokens, hits } = features;
  const inside = (i: number): boolean =>
    focus.some(([from, to]) => (tokens.starts[i] as number) >= from && (tokens.starts[i] as number) < to);
  const found = new Set<number>();
  let before = 3;
  for (let i = 0; i < tokens.count; i++) {
    if (!inside(i)) {
      before = 3;
      continue;
    }
    const word = (tokens.hashes[i] as number) ^ (features.negated[i] === 1 ? FOCUS_DENIED : FOCUS);
    found.add(mixHash(word, 1));
    found.add(mixHash(mixHash(before, 2), word));
    for (const length of [4, 6]) {
      const from = tokens.charStarts[i] as number,
        to = tokens.charEnds[i] as number;
      if (to - from > length)
        found.add(mixHash(hashChars(tokens.chars, from, from + length), FOCUS + length));
    }
    before = word;
  }
  const norm = 1 / Math.sqrt(found.size || 1);
  for (const feature of found) put(feature, norm);
  let good = 0,
    bad = 0;
  for (let h = 0; h < hits.count; h++) {
    if (hits.kinds[h] !== 0 || !inside(hits.starts[h] as number)) continue;
    const weight =
      (hits.weights[h] as number) * (features.negated[hits.starts[h] as number] === 1 ? -0.8 : 1);
    if (weight > 0) good += weight;
    else bad -= weight;
  }
  const bin = (type: number, value: number): void =>
    put(mixHash(type * 64 + Math.round(value), FOCUS), DOC_VALUE);
  bin(1, Math.min(good, 6));
  bin(2, Math.min(bad, 6));
  bin(3, Math.max(-6, Math.min(6, good - bad)) + 10);
  bin(4, Math.min(focus.length, 4));
  bin(5, Math.min(6, Math.log2(found.size + 1)));
  if (topic !== undefined) put(mixHash(hashWord(topic), FOCUS), BIAS_VALUE);
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
