/** Kinds of token. `elision` is a clitic with its apostrophe (`l'`, `qu'`); `mark` is a run of `!`, `?` or `…`. */
export const TOKEN = {
  word: 0,
  elision: 1,
  number: 2,
  url: 3,
  mention: 4,
  hashtag: 5,
  emoji: 6,
  mark: 7,
  punctuation: 8,
  email: 9,
} as const;
export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN];

/** Bits of `TokenBuffer.flags`. */
export const FLAG = {
  /** At least two letters, all capitals. */
  upper: 1,
  /** First letter is a capital. */
  capital: 2,
  /** A letter was repeated three times or more; the hash is of the word without the repeats. */
  elongated: 4,
  /** Part of the hashtag token before it (`#PouletRoti` gives the hashtag, then `poulet`, `roti`). */
  inHashtag: 8,
  /** No white space before the token. */
  glued: 16,
  /** First token of a line. */
  lineStart: 32,
} as const;
