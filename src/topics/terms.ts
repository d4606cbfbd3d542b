import { lightStem } from '../enrich/words/light-stem.js';
import { fold } from '../util/fold.js';
import { HALF } from './phrase-words.js';

/** A word of a text that carries meaning, with its place among all words of the text. */
export interface Term {
  readonly stem: string;
  /** As written, in lower case with its accents. */
  readonly surface: string;
  /** Rank among all words; a sentence mark counts as a word, so that phrases never cross one. */
  readonly at: number;
  /** Whether nothing but a link parts it from the term before: « filet de saumon », « riz au lait ». */
  readonly linked?: boolean;
}

/** Of these, nouns that tell something with another: « attente en caisse », « problème de cuisson ». */
export const HANDLED: ReadonlySet<string> = new Set(
  'attente reponse reponses demande demandes retour retours reception contact photo photos dossier excuses probleme problemes souci soucis'.split(
    ' ',
  ),
);

const LINKS = new Set(['de', 'du', 'des', 'au', 'aux', 'à', 'en', 'of']);
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|[.!?;:…\n]+/gu;
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]/giu;
const NOT_A_WORD = /https?:\/\/\S+|www\.\S+|\[[^\]]{1,20}\]|[@#]\S+/gu;

const HALVES = new RegExp(HALF.source, 'gu');

/** The words and sentence marks of a text, links, handles and masks left out; a half is « demi- ». */
const wordsOf = (text: string): readonly string[] =>
  (/1\/2|½/.test(text) ? text.replace(HALVES, 'demi-') : text)
    .replace(NOT_A_WORD, ' . ')
    .replace(ELISION, ' ')
    .match(WORD) ?? [];

/** The stem of a word that carries meaning. */
function stemOf(word: string, stops: ReadonlySet<string>): string | undefined {
  if (word.length < 3 || word.length > 30 || /\d/.test(word)) return undefined;
  const folded = fold(word);
  return stops.has(folded) || !/\p{L}/u.test(word) ? undefined : lightStem(folded);
}

/** The words of a text that carry meaning: no stop word, number, handle, link or mask; at least three letters. */
export function termsOf(text: string, stops: ReadonlySet<string>): Term[] {
  const terms: Term[] = [];
  let at = 0,
    linked = false;
  for (const word of wordsOf(text)) {
    at++;
    const stem = stemOf(word, stops);
    if (stem !== undefined) terms.push({ stem, surface: word.toLowerCase(), at, linked });
    linked = stem !== undefined || (linked && LINKS.has(word.toLowerCase()) && terms.at(-1)?.at === at - 1);
  }
  return terms;
}

/** Texts as counts of terms, in compressed rows: terms of text `d` are `ids[starts[d]..starts[d+1]]`. */
export interface TermRows {
  readonly stems: readonly string[];
  /** Texts that hold each term. */
  readonly spread: Int32Array;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
}

/** The terms of text `text`, repeats included. */
export const termsAt = ({ starts, ids }: TermRows, text: number): Int32Array =>
  ids.subarray(starts[text], starts[text + 1]);

/** A term more often than this in one text counts no more: repetition is emphasis, not subject. */
const MOST_REPEATS = 2;

const MOST_TERMS = 6000;

/** Terms in at least `leastTexts` texts and in at most a third of them, the most frequent. */
export function indexTerms(texts: readonly (readonly Term[])[], leastTexts: number): TermRows {
  const spread = new Map<string, number>();
  for (const terms of texts)
    for (const stem of new Set(terms.map((term) => term.stem))) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const kept = [...spread]
    .filter(([, count]) => count >= leastTexts && count <= Math.max(leastTexts, texts.length / 3))
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS);
  const idOf = new Map(kept.map(([stem], id) => [stem, id]));
  const starts = new Int32Array(texts.length + 1);
  const ids: number[] = [];
  texts.forEach((terms, text) => {
    ids.push(...rowOf(terms, idOf));
    starts[text + 1] = ids.length;
  });
  return {
    stems: kept.map(([stem]) => stem),
    spread: Int32Array.from(kept, ([, count]) => count),
    starts,
    ids: Int32Array.from(ids),
  };
}

/** The ids of a text's known terms, each at most twice, in order. */
export const rowOf = (terms: readonly Term[], idOf: ReadonlyMap<string, number>): number[] =>
  capped(terms.flatMap(({ stem }) => idOf.get(stem) ?? []));

/** Ids in order, each at most twice. */
function capped(ids: number[]): number[] {
  ids.sort((a, b) => a - b);
  return ids.filter((id, at) => at < MOST_REPEATS || id !== ids[at - MOST_REPEATS]);
}

/** Words that a reader remembers; it then begins anew. */
const MOST_WORDS = 50_000;

/** Reads texts as the ids of their known terms, as {@link indexTerms} does; what each word is, is worked out once. */
export function rowReader(
  stems: readonly string[],
  stops: ReadonlySet<string>,
): (text: string) => readonly number[] {
  const idOf = new Map(stems.map((stem, id) => [stem, id]));
  const known = new Map<string, number>();
  const idOfWord = (word: string): number => {
    const id = idOf.get(stemOf(word, stops) ?? '') ?? -1;
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, id);
    return id;
  };
  return (text) => {
    const ids: number[] = [];
    for (const word of wordsOf(text)) {
      const id = known.get(word) ?? idOfWord(word);
      if (id >= 0) ids.push(id);
    }
    return capped(ids);
  };
}
