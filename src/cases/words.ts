import { foldCode } from '../util/fold.js';

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
  let hash = 0x811c9dc5, length = 0;
  for (let i = 0; i <= text.length && words.length < MOST_WORDS; i++) {
    const code = i < text.length ? foldCode(text.charCodeAt(i)) : 32;
    const isWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0x250 && code < 0x2000) || code >= 0x3040;
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
  return Float32Array.from(counts, (count) => Math.log(1 + n / (1 + count)));
}

/**
 * Similarity of two texts by their words: cosine of idf-weighted word sets, in [0, 1]; `undefined` when a text has no word.
 */
export function wordSimilarity(a: readonly number[], b: readonly number[], idf: Float32Array): number | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let shared = 0, squareA = 0, squareB = 0;
  for (const word of a) {
    const weight = (idf[word] ?? 0) ** 2;
    squareA += weight;
    if (b.includes(word)) shared += weight;
  }
  for (const word of b) squareB += (idf[word] ?? 0) ** 2;
  return squareA === 0 || squareB === 0 ? undefined : shared / Math.sqrt(squareA * squareB);
}
