import { loadGazetteer } from '../enrich/gazetteer.js';
import { loadNameWords } from '../enrich/name-words.js';
import { fold } from '../util/fold.js';
import type { Word } from './phrase-words.js';

const DETERMINERS = new Set(
  "le la les l' un une des du au aux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces quel quelle quels quelles chaque plusieurs aucun aucune the an my your our their its this that these those each any some every no which".split(
    ' ',
  ),
);
/** What goes before a brand, a shop or an application, not before a person. */
const BEFORE_THINGS = new Set('chez sur via on at using'.split(' '));
const BEFORE_NOUNS = new Set("de d' en sans avec par of with without".split(' '));
export const isDeterminer = ({ folded }: Word): boolean => DETERMINERS.has(folded);

/** How texts write a word. */
interface Uses {
  all: number;
  /** Inside a clause, where a capital says something; and with one. */
  inside: number;
  capital: number;
  /** After a determiner, or what goes before things. */
  thing: number;
  /** After a determiner or a preposition that no verb in the present follows. */
  noun: number;
}

/** A word is of a kind when this part of its uses is. */
const MOST = 0.5;
const SOME = 0.1;
/** The first kind of the names' words. */
const FIRST_NAME = 1;

const ACRONYM = /^\p{Lu}{2,5}$/u;
const isCapital = (written: string): boolean => /^\p{Lu}/u.test(written);

/** How the texts of a corpus write their words: what a capital or a determiner before it says of a word. */
export class WordUse {
  readonly #uses = new Map<string, Uses>();
  readonly #persons: ReadonlySet<string>;
  readonly #things: ReadonlySet<string>;

  constructor() {
    this.#persons = new Set(
      [...loadNameWords()].flatMap(([word, kinds]) => ((kinds & FIRST_NAME) !== 0 ? [fold(word)] : [])),
    );
    this.#things = new Set(
      [...loadGazetteer('brands'), ...loadGazetteer('places')].flatMap(({ name, aliases }) =>
        [name, ...aliases].flatMap((one) => fold(one).split(/[\s-]+/)),
      ),
    );
  }

  add(clauses: readonly (readonly Word[])[]): void {
    for (const clause of clauses) {
      const shouts = clause.every(({ written }) => written === written.toUpperCase());
      clause.forEach((word, at) => {
        const uses = this.#uses.get(word.folded) ?? { all: 0, inside: 0, capital: 0, thing: 0, noun: 0 };
        this.#uses.set(word.folded, uses);
        uses.all++;
        const before = clause[at - 1];
        if (before && !shouts) {
          uses.inside++;
          if (isCapital(word.written)) uses.capital++;
        }
        if (before && (isDeterminer(before) || BEFORE_THINGS.has(before.folded))) uses.thing++;
        if (before && (isDeterminer(before) || BEFORE_NOUNS.has(before.folded))) uses.noun++;
      });
    }
  }

  /** Whether most uses inside a clause have a capital. */
  isProper({ folded }: Word): boolean {
    const { inside = 0, capital = 0 } = this.#uses.get(folded) ?? {};
    return capital > 0 && capital >= MOST * inside;
  }

  /** Whether texts speak of it as of a thing: one use in ten after a determiner, « chez » or « sur ». */
  isThing({ folded }: Word): boolean {
    const { all = 0, thing = 0 } = this.#uses.get(folded) ?? {};
    return thing > 0 && thing >= SOME * all;
  }

  /** Whether most of its uses are a noun's: after a determiner, or « de », « en », « sans »… */
  isNoun({ folded }: Word): boolean {
    const { all = 0, noun = 0 } = this.#uses.get(folded) ?? {};
    return noun > 0 && noun >= MOST * all;
  }

  /** A first name of the list, or an unknown name of which nobody speaks as of a thing; brands, places and acronyms are none. */
  mayBePerson(word: Word): boolean {
    const parts = word.folded.split('-');
    if (parts.every((part) => this.#things.has(part))) return false;
    const listed = parts.every((part) => this.#persons.has(part));
    return listed
      ? this.isProper(word) || !this.isThing(word)
      : this.isProper(word) && !this.isThing(word) && !ACRONYM.test(word.written);
  }
}
