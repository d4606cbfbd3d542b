import { foldCode } from '../../util/fold.js';

/** Word hashes lie in [1, 2^18). */
export const WORD_SPACE = 1 << 18;
const SHORTEST = 4;
const MOST_WORDS = 60;

/**
 * Hashes of the words of a text with at least 4 letters or digits, folded (no case, no accents), each once, at most 60. Words are
 * cut after 7 letters, so that most inflections meet.
 *
 * @example
 * wordsOf('Yaourts périmés').length
 * // → 2
 */
export function wordsOf(text: string | null): number[] {
  if (text === null) return [];
  const words: number[] = [];
  let hash = 0x811c9dc5,
    length = 0;
  for (let i = 0; i <= text.length && words.length < MOST_WORDS; i++) {
    const code = i < text.length ? foldCode(text.charCodeAt(i)) : 32;
    const isWord =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      (code >= 0x250 && code < 0x2000) ||
      code >= 0x3040;
    if (isWord) {
      if (length < 7) hash = Math.imul(hash ^ code, 0x01000193);
      length++;
      continue;
    }
    if (length >= SHORTEST) {
      const word = ((hash >>> 0) % (WORD_SPACE - 1)) + 1;
      if (!words.includes(word)) words.push(word);
    }
    hash = 0x811c9dc5;
    length = 0;
  }
  return words;
}

/** How rare each word is: idf(w) = ln(1 + n / (1 + documents with w)); above 0 even for a word of every document. */
export function inverseDocumentFrequency(documents: Iterable<readonly number[]>): Float32Array {
  const counts = new Uint32Array(WORD_SPACE);
  let n = 0;
  for (const words of documents) {
    n++;
    for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  }
  const idf = new Float32Array(WORD_SPACE).fill(Math.log(1 + n));
  counts.forEach((count, word) => {
    if (count > 0) idf[word] = Math.log(1 + n / (1 + count));
  });
  return idf;
}

/**
 * Similarity of two texts by their words: cosine of idf-weighted word sets, in [0, 1]; `undefined` when a text has no word. `own`: how many words
 * more each is taken to have that no text has, so that one common word of a short text does not make it alike.
 */
export function wordSimilarity(
  a: readonly number[],
  b: readonly number[],
  idf: Float32Array,
  own = 0,
): number | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let shared = 0;
  for (const word of a) if (b.includes(word)) shared += (idf[word] ?? 0) ** 2;
  // no word has the hash 0
  const beside = own * (idf[0] ?? 0) ** 2;
  const squareA = squareOf(a, idf) + beside,
    squareB = squareOf(b, idf) + beside;
  return squareA === 0 || squareB === 0 ? undefined : shared / Math.sqrt(squareA * squareB);
}

/** Sum of the squared idf weights of a text's words. */
export function squareOf(words: readonly number[], idf: Float32Array): number {
  let square = 0;
  for (const word of words) square += (idf[word] ?? 0) ** 2;
  return square;
}

/** `wordSimilarity` of one text with many others: its words are marked once, the squares of the others are given. */
export class TextToMany {
  private readonly weights = new Float64Array(WORD_SPACE);
  private words: readonly number[] = [];
  private square = 0;

  constructor(private readonly idf: Float32Array) {}

  /** Sets the text that is compared. */
  set(words: readonly number[]): void {
    for (const word of this.words) this.weights[word] = 0;
    this.words = words;
    this.square = squareOf(words, this.idf);
    for (const word of words) this.weights[word] = (this.idf[word] ?? 0) ** 2;
  }

  similarity(other: readonly number[], square: number): number | undefined {
    if (this.words.length === 0 || other.length === 0) return undefined;
    let shared = 0;
    for (const word of other) shared += this.weights[word] as number;
    return this.square === 0 || square === 0 ? undefined : shared / Math.sqrt(this.square * square);
  }
}
