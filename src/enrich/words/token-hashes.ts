import { C, CLASS, FOLDED } from './char-classes.js';

const HASH_START = 0x811c9dc5 | 0;

/** Last mix of a hash: spreads its bits. */
export function finishHash(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Hash of two hashes; order matters. */
export function mixHash(a: number, b: number): number {
  return finishHash((Math.imul(a, 31) + b + 0x9e3779b9) | 0);
}

/** Hash of `chars[from .. to)`. */
export function hashChars(chars: Uint16Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (chars[i] as number), 0x01000193);
  return finishHash(hash);
}

/** Letters of a word that count for its hash; a longer "word" is not a word. */
export const MAX_WORD = 48;

/**
 * A word as the tokenizer folds it: lower case, no accents, straight apostrophes, a letter three times or more made one.
 *
 * @example
 * foldWord('Trooop D’Œufs')
 * // → "trop d'oeufs"
 */
export function foldWord(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const kind = CLASS[word.charCodeAt(i)];
    if (kind === C.combining || kind === C.joiner) continue;
    folded += String.fromCharCode(FOLDED[word.charCodeAt(i)] as number);
  }
  return folded
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/(\p{L})\1\1+/gu, '$1');
}

/**
 * Hash of a word as found in `TokenBuffer.hashes`: accents, case and elongation don't change it.
 *
 * @example
 * hashWord('Déçuuuu') === hashWord('decu')
 * // → true
 */
export function hashWord(word: string): number {
  const folded = foldWord(word);
  let hash = HASH_START;
  for (let i = 0; i < folded.length && i < MAX_WORD; i++)
    hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  return finishHash(hash);
}
