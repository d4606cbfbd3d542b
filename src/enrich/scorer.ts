import { DOC_VALUE, type FeatureExtractor, GRAM_VALUE } from './features.js';
import type { LinearHead } from './head.js';

const CACHE_BITS = 15;

/**
 * Margins of all heads over the features of a text. What a distinct word adds to every label depends on the word
 * alone, so it is kept in a table of fixed size: most words of a text cost one vector sum. The table never changes a result.
 */
export class Scorer {
  /** Number of labels of all heads; head h has the margins `margins[offsets[h] ..]`. */
  readonly width: number;
  readonly offsets: readonly number[];
  readonly margins: Float32Array;
  private readonly groups: readonly Group[];
  private readonly features: FeatureExtractor;
  private readonly sums: Float32Array;
  private readonly docSums: Float32Array;
  private readonly cacheKeys = new Int32Array(1 << CACHE_BITS);
  private readonly cache: Float32Array;
  private readonly stride: number;
  private cached = 0;
  private readonly scales: Float32Array;
  private readonly biases: Float32Array;

  constructor(features: FeatureExtractor, heads: readonly LinearHead[]) {
    this.features = features;
    const offsets = heads.map(() => 0), scales: number[] = [], biases: number[] = [];
    const groups: Group[] = [];
    for (const bits of new Set(heads.map((head) => head.bits))) {
      const own = heads.filter((head) => head.bits === bits);
      groups.push(groupOf(own, bits));
      for (const head of own) {
        offsets[heads.indexOf(head)] = scales.length;
        scales.push(...head.scales);
        biases.push(...head.biases);
      }
    }
    this.groups = groups;
    this.offsets = offsets;
    const width = scales.length;
    this.width = width;
    this.margins = new Float32Array(width);
    this.sums = new Float32Array(width + 1);
    this.docSums = new Float32Array(width);
    this.stride = width + 1;
    this.cache = new Float32Array((1 << CACHE_BITS) * this.stride);
    this.scales = Float32Array.from(scales);
    this.biases = Float32Array.from(biases);
  }

  /** Scores the text that the feature extractor read last; the margins are valid until the next call. */
  score(): Float32Array {
    const { features, sums, docSums, stride, width, cache, margins, scales, biases } = this;
    sums.fill(0);
    docSums.fill(0);
    for (let u = 0; u < features.unitCount; u++) {
      const from = this.unitVector(u) * stride;
      for (let k = 0; k <= width; k++) sums[k]! += cache[from + k] as number;
    }
    for (let p = 0; p < features.pairCount; p++) this.add(sums, 0, features.pairs[p] as number, 1);
    for (let d = 0; d < features.docCount; d++) this.add(docSums, 0, features.docs[d] as number, DOC_VALUE);
    const norm = 1 / Math.sqrt((sums[width] as number) + features.pairCount || 1);
    for (let k = 0; k < width; k++) margins[k] = (scales[k] as number) * ((sums[k] as number) * norm + (docSums[k] as number)) + (biases[k] as number);
    return margins;
  }

  private unitVector(u: number): number {
    const key = (this.features.unitKeys[u] as number) || 1;
    const mask = (1 << CACHE_BITS) - 1;
    let slot = key & mask;
    while (this.cacheKeys[slot] !== 0) {
      if (this.cacheKeys[slot] === key) return slot;
      slot = (slot + 1) & mask;
    }
    if (this.cached > mask * 0.7) {
      this.cacheKeys.fill(0);
      this.cached = 0;
      slot = key & mask;
    }
    this.cached++;
    this.cacheKeys[slot] = key;
    this.fill(u, slot * this.stride);
    return slot;
  }

  private fill(u: number, from: number): void {
    const { features, cache, width } = this;
    cache.fill(0, from, from + width + 1);
    const count = features.unitFeatures(u), words = features.unitWords;
    for (let j = 0; j < words; j++) this.add(cache, from, features.unit[j] as number, 1);
    for (let j = words; j < count; j++) this.add(cache, from, features.unit[j] as number, GRAM_VALUE);
    cache[from + width] = words + (count - words) * GRAM_VALUE * GRAM_VALUE;
  }

  private add(out: Float32Array, from: number, feature: number, value: number): void {
    const { groups } = this;
    let at = from;
    for (let g = 0; g < groups.length; g++) {
      const { mask, wide, weights } = groups[g] as Group;
      const row = (feature & mask) * wide;
      for (let k = 0; k < wide; k++) out[at + k]! += value * (weights[row + k] as number);
      at += wide;
    }
  }
}

/** Heads with tables of one size, as one table: a feature is looked up once for all of them. */
interface Group {
  readonly mask: number;
  readonly wide: number;
  readonly weights: Int8Array;
}

function groupOf(heads: readonly LinearHead[], bits: number): Group {
  const wide = heads.reduce((sum, head) => sum + head.labels.length, 0), buckets = 1 << bits;
  const [first] = heads;
  if (heads.length === 1 && first !== undefined) return { mask: buckets - 1, wide, weights: first.weights };
  const weights = new Int8Array(buckets * wide);
  let offset = 0;
  for (const head of heads) {
    const own = head.labels.length;
    for (let bucket = 0; bucket < buckets; bucket++) {
      for (let k = 0; k < own; k++) weights[bucket * wide + offset + k] = head.weights[bucket * own + k] as number;
    }
    offset += own;
  }
  return { mask: buckets - 1, wide, weights };
}
