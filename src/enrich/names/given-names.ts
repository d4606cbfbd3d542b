import { fold } from '../../util/fold.js';
import { parseTsv, readDataFile } from '../words/data-file.js';
import { loadNameWords } from './name-words.js';

/** The bit of first names in `names/words.tsv`. */
const FIRST_NAME = 1;

/** First names, folded. */
export interface GivenNames {
  /** Those that are no word besides. */
  readonly only: ReadonlySet<string>;
  /** All of them, "Rose" and "Pierre" too. */
  readonly all: ReadonlySet<string>;
  /** Those that texts write so often that the table of words holds them, and that are no word in any language: "Philippe". */
  readonly often: ReadonlySet<string>;
  /** What registers count as first names and texts use otherwise: "Sunday", "Kindle". */
  readonly never: ReadonlySet<string>;
}

let loaded: GivenNames | undefined;

/**
 * First names by which a person is known in a text.
 *
 * @example
 * [loadGivenNames().only.has('ghislaine'), loadGivenNames().only.has('prune'), loadGivenNames().all.has('prune')]
 * // → [true, false, true]
 */
export function loadGivenNames(): GivenNames {
  if (loaded) return loaded;
  const words = [...loadNameWords()];
  const rows = parseTsv(readDataFile('names/given-names.tsv'), 2);
  const ofKind = (kind: string): string[] =>
    rows.flatMap(([of, list = '']) => (of === kind ? list.split(',').map((name) => fold(name.trim())) : []));
  const names = ofKind('name'),
    both = ofKind('name-and-word');
  const others = new Set(both);
  const only = [...words.filter(([, kinds]) => kinds === FIRST_NAME).map(([word]) => fold(word)), ...names];
  const first = words.filter(([, kinds]) => (kinds & FIRST_NAME) !== 0).map(([word]) => fold(word));
  return (loaded = {
    only: new Set(only.filter((name) => !others.has(name))),
    often: new Set(ofKind('name-often')),
    never: new Set(ofKind('no-name')),
    all: new Set([...first, ...names, ...both]),
  });
}

const ROSES = new Set(['rose', 'pierre', 'ange', 'lou', 'fleur']);

/** Whether a word is a first name of the list, two of them joined, or one with a short piece: "Jean-Eudes", "Marie-Jo". */
export function isGivenName(word: string, list: ReadonlySet<string>): boolean {
  const folded = fold(word);
  if (list.has(folded)) return true;
  const parts = folded.split('-');
  const { all, only } = loadGivenNames();
  if (parts.length > 1 && parts.every((part) => all.has(part))) return true;
  // "Jean-Mi", "Rose-May"
  const [first = ''] = parts;
  return /^\p{Lu}\p{L}+-\p{Lu}\p{Ll}{1,4}$/u.test(word) && (only.has(first) || ROSES.has(first));
}
