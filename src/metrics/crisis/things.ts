import { negativeBinomialUpperTail } from '../../stats/alarms/count-spread.js';
import { contentWords } from '../../util/content-words.js';
import { loadStopWords } from '../../util/stop-words.js';
import { akin, wordsOf } from './akin.js';
import { apart, isNamed, timesOf, type Part } from './apart.js';
import { CalmTexts, countOf, holds, isName, type Calm, type Text } from './calm-texts.js';
import { areAspects, keyness } from './key-words.js';
import { subjectsOf } from './movement-subjects.js';
import { rivalThings } from './rival-things.js';
import { comeTogether } from './same-course.js';
import { whose } from './whose.js';

/** Messages that make a cause of their own, and their share of those with a subject. */
const LEAST = 10;
const SHARE = 0.15;
/** No chance (G², p < .0001), in so many texts. */
const KEY = 15.14;
const LEAST_TEXTS = 5;
/** A thing is named by so many of the texts that are left: a turn of phrase is in fewer. */
const NAMED = 0.4;
/** A name is said of other subjects too: so often at least, against its own, but for chance; or never, where so many texts that say it were due. */
const ELSEWHERE = 0.02;
const CHANCE = 0.05;
const DUE = 4;
/** A word is of the same thing when so many of its texts hold the thing. */
const TOGETHER = 0.8;
const MOST_THINGS = 3;
/** Texts of a subject are about things when so many of them name one. */
const NAMING = 0.6;

let empty: ReadonlySet<string> | undefined;
/** What names nothing (« chez », « semaine »). */
const emptyWords = (): ReadonlySet<string> => (empty ??= contentWords([...loadStopWords()].join(' ')));

/** What is said at other times: by all, and of each subject. */
interface Usual {
  readonly usual: ReadonlyMap<string, number>;
  readonly n: number;
  readonly calms: readonly Calm[];
}

/** Whether a word said in a share of texts is no vocabulary of a subject: elsewhere it is said too, or it is said nowhere where it was due. */
function isFree(word: string, said: number, { own, others, n, m }: Calm): boolean {
  if (isName(word)) return true;
  const b = own.get(word) ?? 0,
    c = others.get(word) ?? 0;
  if (b <= 1 && (n * said) / 2 >= DUE) return true;
  return c > 0 && negativeBinomialUpperTail(b, (n * c) / (m * ELSEWHERE), Infinity) >= CHANCE;
}

/** Words that name the thing some texts are about: said more than at other times, and not the vocabulary of any subject. */
function namesIn(texts: readonly Text[], { usual, n, calms }: Usual): readonly string[] {
  return [...countOf(texts)]
    .flatMap(([word, a]) => {
      const b = usual.get(word) ?? 0,
        said = a / texts.length;
      if (a < LEAST_TEXTS || said <= b / n || emptyWords().has(word)) return [];
      const score = keyness(a, texts.length, b, n);
      return score >= KEY && calms.every((calm) => isFree(word, said, calm)) ? [{ word, score }] : [];
    })
    .toSorted((x, y) => y.score - x.score || (x.word < y.word ? -1 : 1))
    .map(({ word }) => word);
}

/** The things that texts of one subject are about, the most telling first: names that stand together, then those of the texts that are left. */
function thingsIn(texts: readonly Text[], usual: Usual): readonly ReadonlySet<string>[] {
  const things: ReadonlySet<string>[] = [];
  let rest = texts;
  while (things.length < MOST_THINGS && rest.length >= LEAST) {
    const left = rest,
      names = namesIn(left, usual),
      most = names.filter((one) => left.filter(({ words }) => words.has(one)).length >= NAMED * left.length),
      name = most.find(isName) ?? most[0];
    if (name === undefined) break;
    const thing = new Set([name]);
    for (const other of names) {
      if (isName(name) && !isName(other)) continue;
      const saying = texts.filter(({ words }) => words.has(other));
      if (saying.filter(({ words }) => holds(words, thing)).length >= TOGETHER * saying.length)
        thing.add(other);
    }
    rest = left.filter(({ words }) => !holds(words, thing));
    if (left.length - rest.length >= LEAST) things.push(thing);
  }
  return texts.length - rest.length >= NAMING * texts.length ? things : [];
}

const share = (texts: readonly Text[], thing: ReadonlySet<string>): number =>
  texts.filter(({ words }) => holds(words, thing)).length;

/**
 * Parts texts of one time by what they are about: for each message the number of its part, all 0 where they are about one thing. A thing is
 * what a subject does not call for by itself (a product, a place, a word never said before). Things that hardly ever meet in a text are parts, whatever their
 * subjects; of what names none of them, subjects that name the same thing are one part; a subject that names none is a part of its own unless it is akin to
 * another or shares a fifth of its key words; where words tell nothing, unless it comes and goes with one known by no product or place; messages that tell nothing go where their words
 * do, else with those around them.
 *
 * @param calm texts of other times
 */
export function partsByThing(texts: readonly Text[], calm: readonly Text[]): readonly number[] {
  const told = texts.filter(({ drivers }) => drivers.length > 0),
    one = texts.map(() => 0);
  const subjects = subjectsOf(told),
    least = Math.max(LEAST, SHARE * told.length);
  const mainOf = ({ drivers }: Text): string | undefined =>
    subjects.find((driver) => drivers.includes(driver));
  const rivals = rivalThings(told, subjects, calm, texts);
  const found = rivals.map((words): Part => ({
    words: new Set(words),
    subjects: new Set(subjectsOf(told.filter((text) => holds(text.words, words)))),
  }));
  const usual = {
    usual: CalmTexts.of(calm).usual,
    n: Math.max(1, calm.length),
    words: wordsOf(calm),
    calms: subjects.map((subject) => CalmTexts.of(calm).about(subject)),
  };
  const nameless: string[] = [];
  for (const subject of subjects) {
    const all = told.filter((text) => mainOf(text) === subject),
      own = all.filter((text) => !rivals.some((words) => holds(text.words, words)));
    if (own.length <= (1 - NAMING) * all.length) continue;
    const things = thingsIn(own, usual);
    for (const thing of things) {
      const known = found.find(({ words }) => holds(words, thing));
      if (known === undefined) found.push({ words: new Set(thing), subjects: new Set([subject]) });
      else {
        for (const word of thing) known.words.add(word);
        known.subjects.add(subject);
      }
    }
    if (things.length === 0 && own.length >= least) nameless.push(subject);
  }
  const parts = apart(found, rivals.length, told, calm);
  const textsOf = ({ words, subjects: own }: Part): readonly Text[] =>
    told.filter((text) =>
      words.size > 0 ? holds(text.words, words) : [...own].some((subject) => mainOf(text) === subject),
    );
  for (const subject of nameless) {
    const own = told.filter((text) => mainOf(text) === subject),
      same = calm.filter(({ drivers }) => drivers.includes(subject));
    const named = parts.find(
      ({ words }) =>
        share(own, words) / own.length > share(same, words) / Math.max(1, same.length) &&
        keyness(share(own, words), own.length, share(same, words), Math.max(1, same.length)) >= KEY,
    );
    const kin =
      named ??
      parts.find((part) => akin(textsOf(part), part.subjects, own, same)) ??
      parts.find((part) => {
        const known = textsOf(part),
          rest = known.filter((text) => mainOf(text) !== subject);
        return (
          areAspects(wordsOf(known), wordsOf(own), usual.words) ??
          (!isNamed(part) && comeTogether(timesOf(rest), timesOf(own)))
        );
      });
    if (kin === undefined) parts.push({ words: new Set(), subjects: new Set([subject]) });
    else kin.subjects.add(subject);
  }
  if (parts.length < 2) return one;
  const certain = texts.map((text) => {
    const place = parts.findIndex(({ words }) => holds(text.words, words));
    if (place >= 0) return place;
    const main = mainOf(text);
    if (main === undefined) return -1;
    const own = parts.flatMap((part, at) => (part.subjects.has(main) ? [at] : []));
    return own.length === 1 ? (own[0] as number) : -1;
  });
  const large = parts.flatMap((_, at) => (certain.filter((part) => part === at).length >= least ? [at] : []));
  if (large.length < 2) return one;
  return whose(
    texts.map(({ words }) => words),
    certain.map((part) => large.indexOf(part)),
  );
}
