import { loadGazetteer } from '../enrich/entities/gazetteer.js';
import { loadNameWords } from '../enrich/names/name-words.js';
import { fold } from '../util/fold.js';
import { ClauseLanguages } from './clause-language.js';
import { loadWordKnowledge } from '../enrich/names/word-knowledge.js';
import { isBrandName, isSigned, type Word } from './phrase-words.js';
import { goesBefore } from './word-kinds.js';

const DETERMINERS = new Set(
  "le la les l' un une des du au aux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces quel quelle quels quelles chaque plusieurs aucun aucune the an my your our their its this that these those each any some every no which".split(
    ' ',
  ),
);
/** What goes before a brand, a shop or an application, not before a person. */
const BEFORE_THINGS = new Set('chez sur via at using'.split(' '));
const BEFORE_NOUNS = new Set("de d' sans avec par of with without".split(' '));
/** Determiners and a preposition that are also a verb's pronouns: « on en parle », « les réunir »; and what says that they are. */
const CLITICS = new Set("le la les l' leur en".split(' '));
const BEFORE_CLITIC = new Set(
  "je j' tu il elle on nous vous ils elles qui ne n' me m' te t' se s' y lui".split(' '),
);
const MASCULINE = new Set('un le du au ce'.split(' '));
const FEMININE = new Set('une la cette ma ta sa'.split(' '));
const PLURAL = new Set('les des aux mes tes ses nos vos leurs ces plusieurs'.split(' '));
const SINGULAR = new Set(
  "un une le la l' du au mon ma ton ta son sa notre votre leur ce cet cette".split(' '),
);
/** A pronoun that a verb follows. */
export const isSubject = ({ folded }: Word): boolean => BEFORE_CLITIC.has(folded);
/** « dû » and « là » are none. */
export const isDeterminer = ({ folded, written }: Word): boolean =>
  DETERMINERS.has(folded) && !/[ûà]$/iu.test(written);

/** What says the kind of a word, and the word behind that: the one before, over an adjective (« la même liste »); none in « quelqu un sait ». */
function governorOf(clause: readonly Word[], at: number): readonly [Word | undefined, Word | undefined] {
  const [behind, before] = [clause[at - 2], clause[at - 1]];
  if (before && behind && goesBefore(before) && isDeterminer(behind)) return [behind, clause[at - 3]];
  return behind?.folded === 'quelqu' ? [undefined, undefined] : [before, behind];
}

/** How texts write a word. */
interface Uses {
  all: number;
  /** Inside a clause, where a capital says something; and with one. */
  inside: number;
  capital: number;
  /** After a determiner, or what goes before things; and after one that is no pronoun besides. */
  thing: number;
  determined: number;
  /** After a determiner or a preposition that no verb in the present follows. */
  noun: number;
  /** After a determiner of this gender, of this number. */
  masculine: number;
  feminine: number;
  plural: number;
  singular: number;
}
const unused = (): Uses => ({
  all: 0,
  inside: 0,
  capital: 0,
  thing: 0,
  determined: 0,
  noun: 0,
  masculine: 0,
  feminine: 0,
  plural: 0,
  singular: 0,
});

/** A word is of a kind when this part of its uses is. */
const MOST = 0.5;
const SOME = 0.1;
/** The first kind of the names' words. */
const FIRST_NAME = 1;

/** Endings of adjectives of one gender, of one number. */
const ONLY_MASCULINE = /(?:é|eux|if|ant|el|er|u|it|et)s?$/u;
const ONLY_FEMININE = /(?:ée|euse|ive|[ae]nte|ière|aise|[^gq]ue|[niu]elle|velle)s?$/u;
const ONLY_PLURAL = /(?:é|ée|ue|elle|ive|euse|ant|ante|ique|able|ible)s$/u;

/** Whether « le », « les », « en »… are a verb's: behind another pronoun, « les » before no plural; with « de » or « à » the article is one word. */
export const isClitic = (
  { folded }: Word,
  { behind, next }: { readonly behind: Word | undefined; readonly next: Word },
): boolean =>
  CLITICS.has(folded) &&
  ((folded === 'les' && !/[sxz]$/.test(next.folded)) ||
    (behind !== undefined &&
      (BEFORE_CLITIC.has(behind.folded) ||
        (/^les?$/.test(folded) && (behind.folded === 'de' || /^à$/iu.test(behind.written))))));

/** Acronyms of food, retail and care that customers write in lower case. */
const ACRONYMS = new Set(
  'dlc ddm dluo sav sms aop aoc igp ogm tva cgv rgpd ean gms uht pdg rse pme ugc wc'.split(' '),
);
const ACRONYM = /^\p{Lu}{2,5}$/u;
const isCapital = (written: string): boolean => /^\p{Lu}/u.test(written);

/** How the texts of a corpus write their words: what a capital or a determiner before it says of a word. */
export class WordUse {
  readonly languages = new ClauseLanguages();
  readonly #uses = new Map<string, Uses>();
  readonly #persons: ReadonlySet<string>;
  readonly #things: ReadonlySet<string>;
  readonly #places: ReadonlySet<string>;

  constructor() {
    this.#persons = new Set(
      [...loadNameWords()].flatMap(([word, kinds]) => ((kinds & FIRST_NAME) !== 0 ? [fold(word)] : [])),
    );
    this.#places = new Set(
      loadGazetteer('places').flatMap(({ name, aliases }) => [name, ...aliases].map((one) => fold(one))),
    );
    this.#things = new Set(
      [...loadGazetteer('brands'), ...loadGazetteer('places')].flatMap(({ name, aliases }) =>
        [name, ...aliases].flatMap((one) => fold(one).split(/[\s-]+/)),
      ),
    );
  }

  readonly #isWord = loadWordKnowledge().isWord;

  add(clauses: readonly (readonly Word[])[]): void {
    this.languages.add(clauses);
    for (const clause of clauses) {
      const shouts = clause.every(({ written }) => written === written.toUpperCase());
      clause.forEach((word, at) => {
        const uses = this.#uses.get(word.folded) ?? unused();
        this.#uses.set(word.folded, uses);
        uses.all++;
        const before = clause[at - 1];
        const [governor, behind] = governorOf(clause, at);
        if (before && !shouts) {
          uses.inside++;
          if (isCapital(word.written)) uses.capital++;
        }
        if (governor === undefined || isClitic(governor, { behind, next: word })) return;
        const { folded } = governor;
        const isThing = BEFORE_THINGS.has(folded) || (folded === 'on' && this.languages.isEnglish(clause));
        if (isDeterminer(governor) || isThing) uses.thing++;
        if (isDeterminer(governor) && !CLITICS.has(folded)) uses.determined++;
        if (isDeterminer(governor) || BEFORE_NOUNS.has(folded)) uses.noun++;
        if (MASCULINE.has(folded)) uses.masculine++;
        if (FEMININE.has(folded)) uses.feminine++;
        if (PLURAL.has(folded)) uses.plural++;
        if (SINGULAR.has(folded)) uses.singular++;
      });
    }
  }

  /** Whether most uses inside a clause have a capital. */
  isProper({ folded }: Word): boolean {
    const { inside = 0, capital = 0 } = this.#uses.get(folded) ?? {};
    return capital > 0 && capital >= MOST * inside;
  }

  /** Whether it is a place of the list, mostly written with a capital. */
  isPlace(word: Word): boolean {
    return this.#places.has(word.folded) && this.isProper(word);
  }

  /** Whether it is one of the acronyms that are written in capitals whatever customers do. */
  isAcronym(word: Word): boolean {
    return ACRONYMS.has(word.folded);
  }

  /** Whether texts speak of it as of a thing: one use in ten after a determiner, « chez » or « sur ». */
  isThing({ folded }: Word): boolean {
    const { all = 0, thing = 0 } = this.#uses.get(folded) ?? {};
    return thing > 0 && thing >= SOME * all;
  }

  /** The same of an infinitive, which « le » and « les » may be pronouns of: « un dîner », « du dîner ». */
  isNamed({ folded }: Word): boolean {
    const { all = 0, determined = 0 } = this.#uses.get(folded) ?? {};
    return determined > 0 && determined >= SOME * all;
  }

  /** Whether an adjective can be this noun's, by the genders and numbers of the determiners before the noun: not « packs nouvelle ». */
  agrees(noun: Word, adjective: Word): boolean {
    const { masculine = 0, feminine = 0, plural = 0, singular = 0 } = this.#uses.get(noun.folded) ?? {};
    const written = adjective.written.toLowerCase();
    if (feminine > 2 * masculine && ONLY_MASCULINE.test(written)) return false;
    if (masculine > 2 * feminine && ONLY_FEMININE.test(written)) return false;
    const alone = noun.folded.replace(/[sx]$/, '');
    const isPlural =
      alone !== noun.folded &&
      (plural + singular === 0 ? this.#uses.has(alone) || this.#isWord(alone) : plural > singular);
    return isPlural ? /[sxz]$/.test(written) : /[sxz]$/.test(noun.folded) || !ONLY_PLURAL.test(written);
  }

  /** Whether most of its uses are a noun's: after a determiner, or « de », « en », « sans »… */
  isNoun({ folded }: Word): boolean {
    const { all = 0, noun = 0 } = this.#uses.get(folded) ?? {};
    return noun > 0 && noun >= MOST * all;
  }

  /** A first name of the list, or an unknown name of which nobody speaks as of a thing; brands, places and acronyms are none. */
  mayBePerson(word: Word): boolean {
    if (isBrandName(word.written) || isSigned(word.folded)) return false;
    const parts = word.folded.split('-');
    if (parts.every((part) => this.#things.has(part))) return false;
    const listed = parts.every((part) => this.#persons.has(part));
    return listed
      ? this.isProper(word) || !this.isThing(word)
      : this.isProper(word) && !this.isThing(word) && !ACRONYM.test(word.written);
  }
}
