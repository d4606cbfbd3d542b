import { fold } from '../../util/fold.js';
import { loadGivenNames } from './given-names.js';
import { foldWord, hashWord } from '../words/token-hashes.js';
import { loadWordVectors } from '../words/word-vectors.js';

const TITLES = new Set(
  'monsieur madame mademoiselle mr mrs miss ms mme mlle dr docteur maitre me'.split(' '),
);

/** Words that end names of files, and begin names of sheets. */
const ENDINGS = new Set(
  'csv tsv tab xlsx json ndjson jsonl xml html txt gz zip sheet feuille classeur book export data'.split(' '),
);

/** Whether texts mostly write the word small: "claire", "rose", "avis". */
const isWord = (word: string): boolean => loadWordVectors().rowOf(hashWord(foldWord(word))) >= 0;

/**
 * Whether the name of a file or sheet holds a person's: a first name that is no word, one with a surname behind it, or a title and a name.
 * `isKept` tells the words that are no person's, as those of brands; `wary`: any word that texts do not know may be a person's.
 *
 * @example
 * ['avis-camille-dupont.csv', 'Mme_Lefort.xlsx', 'avis claire.csv', 'avis-boutique-lyon.csv'].map((name) => holdsPerson(name, () => false))
 * // → [true, true, false, false]
 */
export function holdsPerson(name: string, isKept: (word: string) => boolean, wary: boolean = false): boolean {
  const words = fold(name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const mayBeName = (word: string | undefined): boolean =>
    word !== undefined && word.length > 2 && !isKept(word) && !isWord(word);
  if (wary && words.some((word) => mayBeName(word) && !ENDINGS.has(word))) return true;
  return words.some((word, at) => {
    const next = words[at + 1];
    if (TITLES.has(word)) return mayBeName(next) && words.length > at + 2;
    return (
      loadGivenNames().only.has(word) &&
      !isKept(word) &&
      !isKept(`${word}${next ?? ''}`) &&
      (!isWord(word) || (at + 2 < words.length && mayBeName(next)))
    );
  });
}
