import { parseTsv, readDataFile } from '../words/data-file.js';

/** Kinds of words of names, by bit: `first-name`, `country`, … in the order of the file. */
export type NameWords = ReadonlyMap<string, number>;

/**
 * Words that often stand in names, lower case, with a bit for each kind they belong to.
 *
 * @example
 * loadNameWords().has('jeanne')
 * // → true
 */
export function loadNameWords(): NameWords {
  const words = new Map<string, number>();
  parseTsv(readDataFile('names/words.tsv'), 2).forEach(([, list = ''], kind) => {
    for (const word of list.split(',')) {
      const key = word.trim();
      words.set(key, (words.get(key) ?? 0) | (1 << kind));
    }
  });
  return words;
}
