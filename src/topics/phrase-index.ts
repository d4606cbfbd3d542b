import { isTo } from './word-kinds.js';
import { attributedOf, clausesOf, isBrandName, isSigned, type Word } from './phrase-words.js';
import { HANDLED } from './terms.js';
import { WordUse } from './word-use.js';

/** Words that may stand inside a phrase, never at its ends. */
const INSIDE = new Set(
  "de du des d' la le les l' en au aux sans pour par sur sous dans devant contre entre of for the".split(' '),
);
export const isInside = ({ folded, written }: Word): boolean => INSIDE.has(folded) || isTo(written);
/** Words of a phrase: in all, and those that carry meaning. */
const MOST_WORDS = 6;
const MOST_CONTENT = 4;

/** Where a phrase stands in a clause. */
export interface Place {
  readonly clause: readonly Word[];
  readonly from: number;
  readonly to: number;
}

/**
 * Phrases of one to four words of meaning, by key: no stop word at the ends, none over a clause mark, no number, handle or mask. An attribute
 * stands with its noun: "la texture était granuleuse" says "texture granuleuse".
 */
export function phrasesOf(
  clauses: readonly (readonly Word[])[],
  stops: ReadonlySet<string>,
): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const clause of clauses) {
    addPhrases(found, clause, stops, () => true);
    for (const { clause: brought, joint } of attributedOf(clause))
      addPhrases(found, brought, stops, (from, to) => from < joint && to >= joint);
  }
  return found;
}

function addPhrases(
  found: Map<string, Place>,
  clause: readonly Word[],
  stops: ReadonlySet<string>,
  wanted: (from: number, to: number) => boolean,
): void {
  const tells = ({ folded, written }: Word): boolean =>
    (folded.length >= 3 || isSigned(folded)) &&
    !stops.has(folded) &&
    (!/[\d']/.test(folded) || isBrandName(written) || isSigned(folded));
  const content = clause.map((word) => tells(word) || HANDLED.has(word.folded));
  for (let from = 0; from < clause.length; from++) {
    let said = 0;
    for (let to = from; to < Math.min(clause.length, from + MOST_WORDS); to++) {
      if (content[to] !== true) {
        if (to > from && isInside(clause[to] as Word)) continue;
        break;
      }
      said++;
      if (said > MOST_CONTENT) break;
      if (!wanted(from, to) || !clause.slice(from, to + 1).some(tells)) continue;
      const key = clause
        .slice(from, to + 1)
        .map((word) => word.key)
        .join(' ');
      if (!found.has(key)) found.set(key, { clause, from, to });
    }
  }
}

/** The phrases of a set of texts, and how the texts, or those of `background`, write their words. */
export class PhraseIndex {
  readonly use: WordUse;
  /** Texts that hold each phrase. */
  readonly counts = new Map<string, number>();

  constructor(
    readonly texts: readonly string[],
    readonly stops: ReadonlySet<string>,
    background?: PhraseIndex,
  ) {
    this.use = background?.use ?? new WordUse();
    for (const text of texts) {
      const clauses = clausesOf(text);
      if (background === undefined) this.use.add(clauses);
      for (const key of phrasesOf(clauses, stops).keys())
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of this.counts) if (count < 2) this.counts.delete(key);
  }

  phrasesAt(text: number): ReadonlyMap<string, Place> {
    return phrasesOf(clausesOf(this.texts[text] ?? ''), this.stops);
  }
}
