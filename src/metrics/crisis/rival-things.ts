import { CalmTexts, countOf, holds, isName, type Text } from './calm-texts.js';
import { keyness } from './key-words.js';
import { sameCourse } from './same-course.js';

/** Things of so many texts, and of such a share of them. */
const LEAST = 10;
const SHARE = 0.15;
/** Rivals are told by so many of the texts: what few say parts nothing. */
const COVERED = 0.6;
/** No chance (Poisson deviance, p < .0001). */
const KEY = 15.14;
/** Words that stand together in so many of the texts of either are of one thing. */
const TOGETHER = 0.8;
/** Rivals meet in so many at most of the texts of the rarer. */
const MEET = 0.1;
/** What so many of the texts of both say is what both are about. */
const COMMON = 0.5;
/** A thing is said at other times where its subject is not read: in so many texts, and half as often as where it is, for some are missed. */
const LEAST_ELSEWHERE = 3;
const ELSEWHERE = 0.5;
/** What all say weighs in what a subject says as so many of its texts. */
const PRIOR = 5;
/** Two words stand to one another as at other times but for chance (G², p ≥ .001). */
const CHANGED = 10.83;
/** Texts in which things are looked for. */
const MOST_TEXTS = 2_000;
/** Letters by which a short form is known for its long one. */
const SHORT_FORM = 4;

interface Key {
  readonly word: string;
  readonly places: ReadonlySet<number>;
}

/** Words that stand together, and the places of the texts that say one. */
interface Thing {
  readonly words: ReadonlySet<string>;
  readonly places: ReadonlySet<number>;
}

const meeting = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  a.size > b.size ? meeting(b, a) : [...a].filter((place) => b.has(place)).length;

const covered = (things: readonly Thing[]): number =>
  new Set(things.flatMap(({ places }) => [...places])).size;

/** Texts in which a word was due: a name as often as all say it, another as often as the subjects of the texts call for it. */
function dueIn(texts: readonly Text[], calm: CalmTexts): (word: string) => number {
  const n = Math.max(1, calm.texts.length),
    subjects = new Map<string, number>();
  for (const { drivers } of texts)
    for (const driver of drivers) subjects.set(driver, (subjects.get(driver) ?? 0) + 1 / drivers.length);
  return (word) => {
    const usual = (calm.usual.get(word) ?? 0) / n;
    if (isName(word)) return usual * texts.length;
    return [...subjects].reduce((sum, [subject, told]) => {
      const { own, n: size } = calm.about(subject);
      return sum + (told * ((own.get(word) ?? 0) + PRIOR * usual)) / (size + PRIOR);
    }, 0);
  };
}

/** Whether a word is said at other times of more than a subject: what is said of it alone is how people speak of it. */
function isSaidElsewhere(word: string, subjects: readonly string[], calm: CalmTexts): boolean {
  if (isName(word)) return true;
  const usual = calm.usual.get(word) ?? 0;
  return subjects.every((subject) => {
    const { own, n } = calm.about(subject),
      inside = own.get(word) ?? 0,
      part = Math.min(1, (calm.texts.length - n) / Math.max(1, n));
    return usual - inside >= Math.max(LEAST_ELSEWHERE, ELSEWHERE * inside * part);
  });
}

const isShortForm = (a: string, b: string): boolean =>
  a.length > b.length ? isShortForm(b, a) : a.length >= SHORT_FORM && b.startsWith(a);

/** Words that texts say more than is due, each with the places of its texts: names first, then the more frequent. */
function keysOf(texts: readonly Text[], least: number, calm: CalmTexts): readonly Key[] {
  const due = dueIn(texts, calm);
  return [...countOf(texts)]
    .filter(([word, n]) => {
      const expected = Math.max(due(word), Number.MIN_VALUE);
      return n >= least && n > expected && 2 * (n * Math.log(n / expected) - (n - expected)) >= KEY;
    })
    .toSorted(([a, n], [b, m]) => Number(isName(b)) - Number(isName(a)) || m - n || (a < b ? -1 : 1))
    .map(([word]) => ({
      word,
      places: new Set(texts.flatMap(({ words }, at) => (words.has(word) ? [at] : []))),
    }));
}

/** Words as things: those that stand together, or of which one is short for the other, are one. */
function thingsOf(keys: readonly Key[]): readonly Thing[] {
  const found: Thing[] = [];
  for (const { word, places } of keys) {
    const at = found.findIndex(
      (one) =>
        meeting(one.places, places) >= TOGETHER * Math.max(one.places.size, places.size) ||
        [...one.words].some((other) => isShortForm(other, word)),
    );
    const one = found[at];
    if (one === undefined) found.push({ words: new Set([word]), places });
    else found[at] = { words: new Set([...one.words, word]), places: new Set([...one.places, ...places]) };
  }
  return found;
}

/**
 * Whether what two unnamed things are may be one, in two words for it: they come at one pace, and one as often against the other as at other times
 * (G², p ≥ .001).
 */
function mayBeOne(a: Thing, b: Thing, texts: readonly Text[], calm: readonly Text[]): boolean {
  if ([a, b].some(({ words }) => [...words].some(isName))) return false;
  const [here, there] = [texts, calm].map((some) =>
    [a, b].map(({ words }) => some.filter((text) => holds(text.words, words)).map(({ at }) => at)),
  ) as [[number[], number[]], [number[], number[]]];
  const [[one, two], [n, m]] = [here, there.map(({ length }) => length) as [number, number]],
    [size, usual] = [one.length + two.length, Math.max(1, n + m)];
  const changed = keyness(one.length, size, n, usual) + keyness(two.length, size, m, usual);
  return changed < CHANGED && sameCourse(one, two);
}

/**
 * Things of which texts name one or another and hardly ever two, whatever their subjects; none where few texts name one. A turn of phrase is
 * its subject's at all times; things of one cause meet in some texts, or with what the cause is known by in most.
 *
 * @param told texts with a subject, in order of time
 * @param subjects the main ones of them
 * @param calm texts of other times
 * @returns the words of each thing
 */
export function rivalThings(
  told: readonly Text[],
  subjects: readonly string[],
  calm: readonly Text[],
): readonly ReadonlySet<string>[] {
  const step = Math.ceil(told.length / MOST_TEXTS),
    texts = told.filter((_, at) => at % step === 0);
  const least = Math.max(LEAST, SHARE * texts.length),
    usual = CalmTexts.of(calm),
    keys = keysOf(texts, least / 2, usual);
  const large = thingsOf(keys.filter(({ word }) => isSaidElsewhere(word, subjects, usual))).filter(
    ({ places }) => places.size >= least && places.size <= (1 - SHARE) * texts.length,
  );
  const areOfOne = (a: Thing, b: Thing): boolean =>
    keys.some(({ places }) => [a, b].every((one) => meeting(places, one.places) >= COMMON * one.places.size));
  const rivals = large.map(
    (a) =>
      new Set(
        large.filter(
          (b) =>
            meeting(a.places, b.places) <= MEET * Math.min(a.places.size, b.places.size) &&
            !areOfOne(a, b) &&
            !mayBeOne(a, b, texts, calm),
        ),
      ),
  );
  let best: readonly Thing[] = [];
  large.forEach((one, at) => {
    for (const two of rivals[at] ?? []) {
      const set = [one, two];
      large.forEach((more, place) => {
        if (set.every((other) => rivals[place]?.has(other))) set.push(more);
      });
      if (covered(set) > covered(best)) best = set;
    }
  });
  return covered(best) >= COVERED * texts.length ? best.map(({ words }) => words) : [];
}
