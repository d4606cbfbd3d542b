import { akin, wordsOf } from './akin.js';
import { holds, isName, isPlace, type Text } from './calm-texts.js';
import { areAspects } from './key-words.js';
import { comeTogether, sameCourse } from './same-course.js';

/** Texts tell a subject when so many of them do. */
const MAIN = 0.5;

/** What texts of some subjects are about. */
export interface Part {
  readonly words: Set<string>;
  readonly subjects: Set<string>;
}

/** By a product or a place. */
export const isNamed = ({ words }: Part): boolean => [...words].some(isName);

/** Whether one is known by a place and the other by no place: where something happens is no other thing than what happens. */
const areWhereAndWhat = (a: Part, b: Part): boolean => {
  const [one, two] = [a, b].map(({ words }) => new Set([...words].filter(isName).map(isPlace)));
  const isWhere = (kinds: Set<boolean> | undefined): boolean =>
    kinds?.has(true) === true && !kinds.has(false);
  return (isWhere(one) && two?.has(true) === false) || (isWhere(two) && one?.has(true) === false);
};

/** Whether texts of two parts have hardly a key word in common beside what the parts are known by: two things of which one thing is said are two. */
function differ(
  parts: readonly [Part, Part],
  texts: readonly [readonly Text[], readonly Text[]],
  calm: readonly Text[],
): boolean {
  const beside = (some: readonly Text[]): readonly ReadonlySet<string>[] =>
    some.map(
      ({ words }) =>
        new Set([...words].filter((word) => !isName(word) && parts.every((part) => !part.words.has(word)))),
    );
  return areAspects(beside(texts[0]), beside(texts[1]), wordsOf(calm)) === false;
}

export const timesOf = (texts: readonly Text[]): number[] => texts.map(({ at }) => at);

/**
 * Parts of which each is known by the name of a product or a place, comes and goes at another time than those before, or is of subjects that are not akin
 * to theirs: else words may be turns of phrase. Of rivals that come and go together on one subject, a place is no other than what names none, and what is
 * no product or place no other than what is told in other words: that is what happened, and to what.
 */
export function apart(
  parts: readonly Part[],
  rivals: number,
  texts: readonly Text[],
  calm: readonly Text[],
): Part[] {
  const saying = ({ words }: Part): Text[] => texts.filter((text) => holds(text.words, words));
  const ofOne = (one: Part, part: Part): boolean => {
    const [known, own] = [saying(one), saying(part)],
      times = [timesOf(known), timesOf(own)] as const;
    // a stray text before its subject's others is no beginning of another cause
    if ([...part.subjects].some((subject) => one.subjects.has(subject))) return sameCourse(...times);
    return comeTogether(...times) && akin(known, one.subjects, own, about(calm, part.subjects));
  };
  const ofOneSubject = (one: Part, part: Part): boolean => {
    const [known, own] = [saying(one), saying(part)];
    return (
      comeTogether(timesOf(known), timesOf(own)) &&
      [...part.subjects].some((subject) =>
        [known, own].every((some) => about(some, new Set([subject])).length >= MAIN * some.length),
      ) &&
      (areWhereAndWhat(one, part) ||
        (!(isNamed(one) && isNamed(part)) && differ([one, part], [known, own], calm)))
    );
  };
  const others = parts.slice(rivals).toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const kept: Part[] = [];
  for (const [at, part] of [...parts.slice(0, rivals), ...others].entries()) {
    const same = kept.find((one) =>
      at < rivals ? ofOneSubject(one, part) : !isNamed(part) && ofOne(one, part),
    );
    if (same === undefined) kept.push(part);
    else {
      for (const word of part.words) same.words.add(word);
      for (const subject of part.subjects) same.subjects.add(subject);
    }
  }
  return kept;
}

const about = (texts: readonly Text[], subjects: ReadonlySet<string>): Text[] =>
  texts.filter(({ drivers }) => drivers.some((driver) => subjects.has(driver)));
