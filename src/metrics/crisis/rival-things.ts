import { CalmTexts, countOf, dueIn, isName, type Text } from './calm-texts.js';
import { keyness } from './key-words.js';
import { comeTogether } from './same-course.js';

/** Things of so many texts, and of such a share of them. */
const LEAST = 10;
const SHARE = 0.15;
/** Rivals are told by so many of the texts: what few say parts nothing. */
const COVERED = 0.6;
/** What those who do not say a thing speak of is said by so many of them. */
const NAMED = 0.6;
/** No chance (Poisson deviance, p < .0001). */
const KEY = 15.14;
/** Words that stand together in so many of the texts of either are of one thing. */
const TOGETHER = 0.8;
/** A name has so many of them at most: more are one text in many copies. */
const MOST_WORDS = 3;
/** Rivals meet in so many at most of the texts of the rarer. */
const MEET = 0.1;
/** What so many of the texts of both say is what both are about. */
const COMMON = 0.5;
/** A thing is said at other times where its subject is not read: in so many texts, and half as often as where it is, for some are missed. */
const LEAST_ELSEWHERE = 3;
const ELSEWHERE = 0.5;
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

/** Words that stand together, the first of them its name, and the places of the texts that say that one. */
interface Thing {
  readonly words: ReadonlyMap<string, ReadonlySet<number>>;
  readonly places: ReadonlySet<number>;
}

function meeting(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size > b.size) return meeting(b, a);
  let n = 0;
  for (const place of a) if (b.has(place)) n++;
  return n;
}

const hardlyMeet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  meeting(a, b) <= MEET * Math.min(a.size, b.size);

function says({ words }: Text, thing: Thing): boolean {
  for (const word of thing.words.keys()) if (words.has(word)) return true;
  return false;
}

/** Of some texts those that say a thing, looked for once a thing. */
function sayingIn(texts: readonly Text[]): (thing: Thing) => readonly Text[] {
  const known = new Map<Thing, readonly Text[]>();
  return (thing) => {
    const found = known.get(thing) ?? texts.filter((text) => says(text, thing));
    known.set(thing, found);
    return found;
  };
}

const covered = (things: readonly Thing[]): number =>
  new Set(things.flatMap(({ places }) => [...places])).size;

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

const placesOf = (word: string, texts: readonly Text[]): ReadonlySet<number> =>
  new Set(texts.flatMap(({ words }, at) => (words.has(word) ? [at] : [])));

/** Words that texts say more than is due, each with the places of its texts: names first, then the more frequent. */
function keysOf(
  texts: readonly Text[],
  least: number,
  calm: CalmTexts,
  except?: readonly Text[],
): readonly Key[] {
  const due = dueIn(texts, calm, except);
  return [...countOf(texts)]
    .filter(([word, n]) => {
      if (n < least) return false;
      const expected = Math.max(due(word), Number.MIN_VALUE);
      return n > expected && 2 * (n * Math.log(n / expected) - (n - expected)) >= KEY;
    })
    .toSorted(([a, n], [b, m]) => Number(isName(b)) - Number(isName(a)) || m - n || (a < b ? -1 : 1))
    .map(([word]) => ({ word, places: placesOf(word, texts) }));
}

/** The same of the texts that do not say a thing, nor `except` at other times: what most of them say. */
function keysBeside(
  thing: Thing,
  texts: readonly Text[],
  least: number,
  calm: CalmTexts,
  except: readonly Text[],
): readonly Key[] {
  const rest = texts.filter((text) => !says(text, thing));
  return keysOf(rest, Math.max(least, NAMED * rest.length), calm, except).map(({ word }) => ({
    word,
    places: placesOf(word, texts),
  }));
}

/** Words as things: those that stand together, or of which one is short for the other, are one. */
function thingsOf(keys: readonly Key[]): readonly Thing[] {
  const found: { readonly words: Map<string, ReadonlySet<number>>; places: ReadonlySet<number> }[] = [];
  for (const { word, places } of keys) {
    const isShort = ({ words }: Thing): boolean =>
        [...words.keys()].some((other) => isShortForm(other, word)),
      one = found.find(
        (thing) =>
          meeting(thing.places, places) >= TOGETHER * Math.max(thing.places.size, places.size) ||
          isShort(thing),
      );
    if (one === undefined) found.push({ words: new Map([[word, places]]), places });
    else {
      if (isShort(one)) one.places = new Set([...one.places, ...places]);
      one.words.set(word, places);
    }
  }
  return found;
}

/** The name of a thing, and those of its words that are hardly ever said with its rivals. */
const wordsAmong = ({ words }: Thing, rivals: readonly Thing[]): ReadonlySet<string> =>
  new Set(
    [...words].flatMap(([word, places], at) =>
      at === 0 || rivals.every((one) => hardlyMeet(places, one.places)) ? [word] : [],
    ),
  );

/** Whether a thing is known by a name of several words, which hardly anybody says in part: of what is meant in two words for it, one is said at will. */
const isCompound = ({ words }: Thing): boolean => words.size > 1 && words.size <= MOST_WORDS;

/**
 * Whether what two unnamed things are may be one, in two words for it: they come at one pace, and one as often against the other as at other times
 * (G², p ≥ .001).
 */
function mayBeOne(
  a: Thing,
  b: Thing,
  sayingHere: (thing: Thing) => readonly Text[],
  sayingThere: (thing: Thing) => readonly Text[],
): boolean {
  if ([a, b].some(({ words }) => [...words.keys()].some(isName)) || [a, b].every(isCompound)) return false;
  const [here, there] = [sayingHere, sayingThere].map((saying) =>
    [a, b].map((thing) => saying(thing).map(({ at }) => at)),
  ) as [[number[], number[]], [number[], number[]]];
  const [[one, two], [n, m]] = [here, there.map(({ length }) => length) as [number, number]],
    [size, usual] = [one.length + two.length, Math.max(1, n + m)];
  const changed = keyness(one.length, size, n, usual) + keyness(two.length, size, m, usual);
  return changed < CHANGED && comeTogether(one, two);
}

/**
 * Things of which texts name one or another and hardly ever two, whatever their subjects; none where few texts name one. A turn of phrase is
 * its subject's at all times; things of one cause meet in some texts, or with what the cause is known by in most.
 *
 * @param told texts with a subject, in order of time
 * @param subjects the main ones of them
 * @param calm texts of other times
 * @param all those without a subject too
 * @returns the words of each thing
 */
export function rivalThings(
  told: readonly Text[],
  subjects: readonly string[],
  calm: readonly Text[],
  all = told,
): readonly ReadonlySet<string>[] {
  const step = Math.ceil(told.length / MOST_TEXTS),
    texts = told.filter((_, at) => at % step === 0);
  const least = Math.max(LEAST, SHARE * texts.length),
    usual = CalmTexts.of(calm),
    [sayingHere, sayingThere] = [sayingIn(all), sayingIn(calm)],
    keys = keysOf(texts, least / 2, usual);
  const largeOf = (some: readonly Key[]): readonly Thing[] =>
    thingsOf(some.filter(({ word }) => isSaidElsewhere(word, subjects, usual))).filter(
      ({ places }) => places.size >= least && places.size <= (1 - SHARE) * texts.length,
    );
  const first = largeOf(keys),
    known = new Set(first.flatMap(({ words }) => [...words.keys()])),
    beside = first.flatMap((one) => keysBeside(one, texts, least, usual, sayingThere(one))),
    large = [...first, ...largeOf(beside.filter(({ word }) => !known.has(word)))];
  const areOfOne = (a: Thing, b: Thing): boolean =>
    keys.some(({ places }) => [a, b].every((one) => meeting(places, one.places) >= COMMON * one.places.size));
  const rivals = large.map(
    (a) =>
      new Set(
        large.filter(
          (b) =>
            hardlyMeet(a.places, b.places) && !areOfOne(a, b) && !mayBeOne(a, b, sayingHere, sayingThere),
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
  return covered(best) >= COVERED * texts.length
    ? best.map((one) =>
        wordsAmong(
          one,
          best.filter((other) => other !== one),
        ),
      )
    : [];
}
