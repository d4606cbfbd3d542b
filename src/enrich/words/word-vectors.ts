import { readFileSync } from 'node:fs';
import { DeversoirError } from '../../util/errors.js';
import { placeAmong } from '../../util/lower-bound.js';
import { lightStem } from './light-stem.js';
import { hashWord } from './token-hashes.js';
import { TOKEN } from './token-kinds.js';
import { TokenBuffer } from './tokens.js';

const FILE = new URL('../models/words.vectors', import.meta.url);
const MAGIC = 'deversoir-vectors 1';
/** Letters that the stem of an unknown word must have to stand for it. */
const LEAST_STEM = 4;

/** What the first line of the file says. */
export interface VectorsHeader {
  readonly words: number;
  readonly dimensions: number;
  /** One step of the int8 values. */
  readonly scale: number;
  readonly source: string;
  readonly licence: string;
}

/**
 * Vectors of single words by the hash of their folded form, and of a text as their weighted sum: words that mean nearly the same point
 * nearly the same way, in French and English alike. Each word's vector is as long as the word tells: "de" is nearly nothing.
 */
export class WordVectors {
  readonly header: VectorsHeader;
  readonly dimensions: number;
  /** Hashes, ascending. */
  private readonly hashes: Int32Array;
  private readonly values: Int8Array;
  private readonly tokens = new TokenBuffer();

  /** Reads what `datasets/vectors/make.py` wrote. Errors: `model-invalid` when the bytes are something else, or cut. */
  constructor(bytes: Uint8Array, file = 'words.vectors') {
    const end = bytes.indexOf(10);
    const line = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
    const fail = (what: string): DeversoirError =>
      new DeversoirError('model-invalid', what, {
        hint: 'expected a table of word vectors',
        place: { file },
      });
    if (!line.startsWith(`${MAGIC} `)) throw fail('no word vectors');
    try {
      this.header = JSON.parse(line.slice(MAGIC.length + 1)) as VectorsHeader;
    } catch {
      throw fail('unreadable header');
    }
    const { words, dimensions } = this.header;
    // A copy of its own: a Buffer's slice shares the bytes before it.
    const body = new Uint8Array(bytes.subarray(end + 1));
    if (!(words > 0 && dimensions > 0) || body.length !== words * (4 + dimensions))
      throw fail(`${body.length} bytes where ${words * (4 + dimensions)} are announced`);
    const view = new DataView(body.buffer);
    this.dimensions = dimensions;
    this.hashes = Int32Array.from({ length: words }, (_, i) => view.getInt32(4 * i, true));
    this.values = new Int8Array(body.buffer, 4 * words);
  }

  /** Row of a word, −1 when it is unknown. */
  rowOf(hash: number): number {
    return placeAmong(this.hashes, hash);
  }

  /**
   * The vector of a text, of length 1: the sum of those of its words and hashtags, each once; `null` when it has no known word. An unknown word counts as
   * its stem or that stem's usual endings. Rows of `turned` are taken away and not added.
   */
  textVector(text: string, turned?: ReadonlySet<number>): Float32Array | null {
    const { tokens, dimensions, values } = this;
    const sum = new Float32Array(dimensions);
    const seen = new Set<number>();
    tokens.tokenize(text);
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.kinds[i];
      if (kind !== TOKEN.word && kind !== TOKEN.hashtag) continue;
      const row = this.rowOfToken(tokens, i);
      if (row < 0 || seen.has(row)) continue;
      seen.add(row);
      const sign = turned?.has(row) ? -1 : 1;
      for (let d = 0; d < dimensions; d++) sum[d]! += sign * (values[row * dimensions + d] as number);
    }
    const length = Math.hypot(...sum);
    return length === 0 ? null : sum.map((value) => value / length);
  }

  /** Share of the words of some texts that have a vector, 0 to 1; NaN without a word. */
  coverage(texts: readonly string[]): number {
    let words = 0,
      known = 0;
    for (const text of texts) {
      this.tokens.tokenize(text);
      for (let i = 0; i < this.tokens.count; i++) {
        if (this.tokens.kinds[i] !== TOKEN.word) continue;
        words++;
        if (this.rowOfToken(this.tokens, i) >= 0) known++;
      }
    }
    return known / words;
  }

  /** Adds the vector of a row to `sum`. */
  add(row: number, sum: Float32Array | Float64Array): void {
    const { dimensions, values, header } = this;
    for (let d = 0; d < dimensions; d++) sum[d]! += header.scale * (values[row * dimensions + d] as number);
  }

  /** Where a row points: its vector at length 1. */
  direction(row: number): Float32Array {
    const sum = new Float32Array(this.dimensions);
    this.add(row, sum);
    const length = Math.hypot(...sum) || 1;
    return sum.map((value) => value / length);
  }

  /** Scalar product of the vector of a row with `weights`; 0 for the row −1. */
  dot(row: number, weights: ArrayLike<number>): number {
    if (row < 0) return 0;
    const { dimensions, values } = this;
    let sum = 0;
    for (let d = 0; d < dimensions; d++)
      sum += (weights[d] as number) * (values[row * dimensions + d] as number);
    return sum * this.header.scale;
  }

  /** Row of a token, by its word or that word's stem; −1 when it is unknown. */
  rowOfToken(tokens: TokenBuffer, i: number): number {
    const row = this.rowOf(tokens.hashes[i] as number);
    if (row >= 0) return row;
    const word = tokens.folded(i),
      stem = lightStem(word);
    if (stem.length < LEAST_STEM) return -1;
    for (const ending of ['', 'e', 's', 'es']) {
      const found = stem + ending === word ? -1 : this.rowOf(hashWord(stem + ending));
      if (found >= 0) return found;
    }
    return -1;
  }
}

let shipped: WordVectors | undefined;

/**
 * The word vectors shipped with the package, read once.
 *
 * @example
 * const vectors = loadWordVectors();
 * const near = (a, b) => cosine(vectors.textVector(a), vectors.textVector(b));
 * near('colis perdu', 'my parcel got lost') > near('colis perdu', 'bon fromage')
 * // → true
 */
export const loadWordVectors = (): WordVectors => (shipped ??= new WordVectors(readFileSync(FILE)));

/**
 * Cosine of two vectors of length 1, −1 to 1; 0 when one is absent.
 *
 * @example
 * cosine(Float32Array.of(0.6, 0.8), Float32Array.of(1, 0))
 * // → 0.6
 */
export function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}
