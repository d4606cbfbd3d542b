import { DeversoirError } from '../../util/errors.js';
import { parseTsv, readDataFile } from '../words/data-file.js';
import { TermTrie } from './term-trie.js';
import type { TermWords } from './term-words.js';

/**
 * Terms of a lexicon whose rows are a kind and its terms, between commas; a found term tells the place of its kind in `kinds`. `notTypos`: see `TermTrie`.
 *
 * @throws DeversoirError `data-invalid` for a kind that is not one of `kinds`
 */
export function kindTrie(
  file: string,
  kinds: readonly string[],
  words: TermWords | undefined,
  notTypos: readonly string[] = [],
): TermTrie {
  const trie = new TermTrie(notTypos, words);
  for (const [kind = '', terms = ''] of parseTsv(readDataFile(file), 2)) {
    const payload = kinds.indexOf(kind);
    if (payload < 0)
      throw new DeversoirError('data-invalid', `unknown kind "${kind}"`, {
        hint: `one of ${kinds.join(', ')}`,
        place: { file },
      });
    for (const term of terms.split(',')) trie.add(term.trim(), payload);
  }
  return trie;
}
