/**
 * A word as a shell takes it whole: a path with blanks or signs stands in quotes.
 *
 * @example
 * [shellWord('démo/exports'), shellWord('mes exports'), shellWord("l'été")]
 * // → ['démo/exports', "'mes exports'", "'l'\\''été'"]
 */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}\p{M}_@%+=:,./\\-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
