import type { Word } from './phrase-words.js';

const ENGLISH = new Set(
  'the and is was were are be been my your you we they it this that with for of to in i a have has had not but at from by an so very when what how they as would will their'.split(
    ' ',
  ),
);
const FRENCH = new Set(
  "le la les l' d' qu' c' j' n' s' m' un une des du de et est sont etait mon ma mes votre vos vous nous je tu il elle ils ce cette ces avec pour dans sur au aux en pas ne que qui mais plus tres par a".split(
    ' ',
  ),
);

/** English small words less French ones. */
function balanceOf(words: readonly Word[]): number {
  let balance = 0;
  for (const { folded } of words) {
    if (ENGLISH.has(folded)) balance++;
    if (FRENCH.has(folded)) balance--;
  }
  return balance;
}

/** In which of two languages clauses are: by their small words, else by the texts that their words stand in, else by all texts. */
export class ClauseLanguages {
  /** English texts that hold a word less French ones. */
  readonly #byWord = new Map<string, number>();
  #all = 0;

  /** Counts a text, by its clauses. */
  add(clauses: readonly (readonly Word[])[]): void {
    const sign = Math.sign(clauses.reduce((sum, clause) => sum + balanceOf(clause), 0));
    if (sign === 0) return;
    this.#all += sign;
    for (const word of new Set(clauses.flatMap((clause) => clause.map(({ folded }) => folded))))
      this.#byWord.set(word, (this.#byWord.get(word) ?? 0) + sign);
  }

  isEnglish(clause: readonly Word[]): boolean {
    const own = balanceOf(clause);
    if (own !== 0) return own > 0;
    const known = clause.reduce((sum, { folded }) => sum + (this.#byWord.get(folded) ?? 0), 0);
    return known === 0 ? this.#all > 0 : known > 0;
  }
}
