import { DeversoirError } from '../../util/errors.js';
import { DOC_VALUE, type FeatureExtractor, GRAM_VALUE, MEANING_VALUE } from './features.js';
import type { LinearHead } from './head.js';
import { WordNumbers } from '../words/word-numbers.js';

/** Distinct words whose vectors are kept. */
const MOST = 22_000;
/** Units summed up at once; they must all fit into the cache. */
const CHUNK = 1024;
/** So many bytes can be summed up in 16 bits. */
const LANE_ROWS = 257;
/** Unit vectors are whole numbers: a word counts so many, an n-gram one. */
const PER_WORD = 1 / GRAM_VALUE;
/** Parts of that whole number, for what a word's vector means to a label. */
const FINE = 64;

/**
 * Margins of all heads over the features of a text. The tables of all heads stand side by side in one table, a row a bucket, and
 * are summed up as whole numbers, four labels at once. What a distinct word adds to every label depends on the word alone, so
 * it is kept: most words of a text cost one vector sum. That table never changes a result.
 */
export class Scorer {
  /** Number of labels of all heads; head h has the margins `margins[offsets[h] ..]`. */
  readonly width: number;
  readonly offsets: readonly number[];
  readonly margins: Float32Array;
  private readonly features: FeatureExtractor;
  /** Four weights a word of 32 bits, each plus 128. */
  private readonly table: Int32Array;
  private readonly mask: number;
  private readonly stride: number;
  /** Places in `table` of the rows to sum up. */
  private rows = new Int32Array(512);
  /** Places in `vectors` of the units to sum up. */
  private readonly places = new Int32Array(CHUNK);
  private readonly rowSums: Int32Array;
  private readonly gramSums: Int32Array;
  private readonly unitSums: Float64Array;
  private readonly numbers = new WordNumbers(MOST);
  /** A vector of all labels and of its squared length, for each of `numbers`. */
  private readonly vectors: Int32Array;
  private readonly vectorStride: number;
  private readonly scales: Float32Array;
  private readonly biases: Float32Array;
  /** Per label, by its place: weights of the dimensions of the word vectors, as parts of unit vectors. */
  private readonly meaning: readonly { readonly at: number; readonly weights: Float64Array }[];

  constructor(features: FeatureExtractor, heads: readonly LinearHead[]) {
    this.features = features;
    let width = 0;
    this.offsets = heads.map((head) => (width += head.labels.length) - head.labels.length);
    this.width = width;
    this.margins = new Float32Array(width);
    this.scales = Float32Array.from(heads.flatMap((head) => head.scales));
    this.biases = Float32Array.from(heads.flatMap((head) => head.biases));
    this.meaning = heads.flatMap((head, h) => meaningOf(head, this.offsets[h] as number, features));
    const bits = Math.max(...heads.map((head) => head.bits));
    this.mask = (1 << bits) - 1;
    this.stride = width <= 4 ? 1 : Math.ceil(width / 16) * 4;
    this.table = joinTables(heads, bits, this.stride);
    this.vectorStride = Math.ceil((width + 1) / 4) * 4;
    this.vectors = new Int32Array(this.vectorStride * MOST);
    this.rowSums = new Int32Array(this.stride * 4);
    this.gramSums = new Int32Array(this.stride * 4);
    this.unitSums = new Float64Array(this.vectorStride);
  }

  /** Scores the text that the feature extractor read last; the margins are valid until the next call. */
  score(): Float32Array {
    const { features, rowSums, unitSums, width, margins, scales, biases } = this;
    unitSums.fill(0);
    for (let from = 0; from < features.unitCount; from += CHUNK)
      this.addUnits(from, Math.min(from + CHUNK, features.unitCount));
    this.addRows(features.pairs, 0, features.pairCount, rowSums);
    for (let k = 0; k < width; k++) unitSums[k]! += FINE * PER_WORD * (rowSums[k] as number);
    this.addRows(features.document.hashes, 0, features.document.count, rowSums);
    const norm =
      GRAM_VALUE /
      FINE /
      Math.sqrt((unitSums[width] as number) * GRAM_VALUE * GRAM_VALUE + features.pairCount || 1);
    for (let k = 0; k < width; k++)
      margins[k] =
        (scales[k] as number) * ((unitSums[k] as number) * norm + (rowSums[k] as number) * DOC_VALUE) +
        (biases[k] as number);
    return margins;
  }

  /** Sums up the table's rows of some features into `out`. */
  private addRows(list: Int32Array, from: number, to: number, out: Int32Array): void {
    const { table, mask, stride, width } = this;
    const count = to - from;
    if (this.rows.length < count) this.rows = new Int32Array(2 * count);
    const { rows } = this;
    for (let r = 0; r < count; r++) rows[r] = ((list[from + r] as number) & mask) * stride;
    for (let k = 0; k < width; k += 4) {
      const column = k >> 2;
      let a = 0,
        b = 0,
        c = 0,
        d = 0;
      for (let start = 0; start < count; start += LANE_ROWS) {
        const end = Math.min(start + LANE_ROWS, count);
        let even = 0,
          odd = 0;
        for (let r = start; r < end; r++) {
          const word = table[(rows[r] as number) + column] as number;
          even = (even + (word & 0xff00ff)) | 0;
          odd = (odd + ((word >>> 8) & 0xff00ff)) | 0;
        }
        a += even & 0xffff;
        b += odd & 0xffff;
        c += even >>> 16;
        d += odd >>> 16;
      }
      out[k] = a - 128 * count;
      out[k + 1] = b - 128 * count;
      out[k + 2] = c - 128 * count;
      out[k + 3] = d - 128 * count;
    }
  }

  /** Adds the vectors of some units to `unitSums`. */
  private addUnits(from: number, to: number): void {
    const { places, vectors, vectorStride, unitSums } = this;
    const count = to - from;
    if (this.numbers.count + count > MOST) this.numbers.clear();
    for (let u = 0; u < count; u++) places[u] = this.placeOf(from + u);
    for (let k = 0; k < vectorStride; k += 4) {
      let a = 0,
        b = 0,
        c = 0,
        d = 0;
      for (let u = 0; u < count; u++) {
        const at = (places[u] as number) + k;
        a = (a + (vectors[at] as number)) | 0;
        b = (b + (vectors[at + 1] as number)) | 0;
        c = (c + (vectors[at + 2] as number)) | 0;
        d = (d + (vectors[at + 3] as number)) | 0;
      }
      unitSums[k]! += a;
      unitSums[k + 1]! += b;
      unitSums[k + 2]! += c;
      unitSums[k + 3]! += d;
    }
  }

  /** Where in `vectors` that of unit u begins. */
  private placeOf(u: number): number {
    const key = this.features.unitKeys[u] as number,
      known = this.numbers.of(key);
    if (known > 0) return (known - 1) * this.vectorStride;
    const at = (this.numbers.add(key) - 1) * this.vectorStride;
    this.fill(u, at);
    return at;
  }

  private fill(u: number, at: number): void {
    const { features, vectors, rowSums, gramSums, width } = this;
    const count = features.unitFeatures(u),
      words = features.unitWords;
    this.addRows(features.unit, 0, words, rowSums);
    this.addRows(features.unit, words, count, gramSums);
    for (let k = 0; k < width; k++)
      vectors[at + k] = FINE * (PER_WORD * (rowSums[k] as number) + (gramSums[k] as number));
    vectors[at + width] = PER_WORD * PER_WORD * words + count - words;
    const row = features.unitVector(u);
    if (row >= 0)
      for (const { at: label, weights } of this.meaning)
        vectors[at + label]! += Math.round(features.vectors?.dot(row, weights) ?? 0);
  }
}

/** Weights of a head's labels for word vectors in parts of unit vectors, where it has some. Errors: `model-invalid` for other vectors. */
function meaningOf(
  { name, meaning = [], scales }: LinearHead,
  offset: number,
  { vectors }: FeatureExtractor,
): { at: number; weights: Float64Array }[] {
  return meaning.map((weights, k) => {
    if (weights.length !== vectors?.dimensions)
      throw new DeversoirError('model-invalid', `head "${name}" learnt with other word vectors`);
    const step = (FINE * PER_WORD * MEANING_VALUE) / (scales[k] as number);
    return { at: offset + k, weights: Float64Array.from(weights, (weight) => step * weight) };
  });
}

/** Place of a byte in a word of 32 bits, lowest first: turned on machines that write the highest first. */
const TURN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 3;

/** The tables of all heads as one of 2^bits rows; a smaller table is repeated. */
function joinTables(heads: readonly LinearHead[], bits: number, stride: number): Int32Array {
  const table = new Int32Array(stride << bits).fill(0x80808080 | 0),
    bytes = new Uint8Array(table.buffer);
  let offset = 0;
  for (const head of heads) {
    const own = head.labels.length,
      mask = (1 << head.bits) - 1,
      { weights } = head;
    for (let row = 0; row < 1 << bits; row++) {
      const from = (row & mask) * own,
        at = row * stride * 4 + offset;
      for (let k = 0; k < own; k++) bytes[(at + k) ^ TURN] = 128 + (weights[from + k] as number);
    }
    offset += own;
  }
  return table;
}
