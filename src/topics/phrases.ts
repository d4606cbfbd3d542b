import { brandTest } from './brand-phrases.js';
import { KEY, keyness } from './keyness.js';
import type { PhraseTest } from './noun-phrase.js';
import { chooseNames, firstName, overlaps, remembered, worth, type Ranked } from './name-choice.js';
import { isInside, type PhraseIndex, type Place } from './phrase-index.js';
import { spellingOf, type Word } from './phrase-words.js';
import { isLightNoun } from './word-kinds.js';
import type { WordUse } from './word-use.js';
import { fold } from '../util/fold.js';
import { grouped, tally } from '../util/grouped.js';

/** Texts of a part in which a phrase is read; it is a name where it is a noun phrase in half of them. */
const CONTEXTS = 12;
/** A phrase names a part in so many of its texts at least. */
const LEAST_TEXTS = 3;
const RANKED = 60;

/** A phrase that names a part of the texts, with its evidence. */
export interface NamePhrase {
  readonly phrase: string;
  readonly keyness: number;
  /** Texts of the part that hold it, and texts in all. */
  readonly n: number;
  readonly all: number;
}

interface Candidate {
  /** Texts of the part that hold it, by rank in the index. */
  readonly texts: number[];
  readonly places: Place[];
}

/**
 * The phrases that name each part best: key (G², p < .001), written by at least three texts of the part, noun phrases there that are no
 * date, number or person. Longer ones win over the shorter ones they hold when they stand in at least half as many texts: "nouvelle
 * recette", not "recette". Nor is a word alone the first name where a phrase stands in a fifth of the part, and in half as many texts as
 * the word or the word mostly elsewhere: "code par SMS", not "SMS".
 */
export function namePhrases(
  index: PhraseIndex,
  parts: ArrayLike<number>,
  count: number,
  options: {
    readonly isPhrase: PhraseTest;
    readonly most?: number;
    /** Other texts, counted beforehand, that the parts are told from. */
    readonly against?: PhraseIndex;
    /** Phrases that name something already, and that these names are added to. */
    readonly taken?: Set<string>;
    /** Names, of brands say, whose words alone name no part. */
    readonly without?: readonly string[];
    /** Whether a name must tell its part from the others by itself; else the most key phrase is one. */
    readonly specific?: boolean;
    /** Whether each name must stand in the texts as it is: no word with a companion. */
    readonly literal?: boolean;
  },
): readonly (readonly NamePhrase[])[] {
  const { isPhrase, most = 5, against, taken = new Set<string>(), without = [] } = options;
  const { specific = false, literal = false } = options;
  const { use } = index;
  const everywhere = (key: string): number => (index.counts.get(key) ?? 0) + (against?.counts.get(key) ?? 0);
  const isBrand = brandTest(without, use, index.stops);
  const { perPart, sizes } = candidatesOf(index, parts, count);
  const all = index.texts.length + (against?.texts.length ?? 0);
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const names: (readonly NamePhrase[])[] = sizes.map(() => []);
  for (const part of order) {
    const size = sizes[part] as number;
    const ranked = spelledAlike(
      [...(perPart[part] as ReadonlyMap<string, Candidate>)]
        .filter(([key, { texts }]) => texts.length >= LEAST_TEXTS && !isBrand(key))
        .map(([key, { texts, places }]) => ({
          key,
          texts,
          places,
          n: texts.length,
          all: everywhere(key),
          keyness: 0,
        })),
    )
      .map((one): Ranked => {
        const g2 = keyness({ inPart: one.n, part: size, inAll: one.all, all });
        return { ...one, keyness: g2 };
      })
      .filter((name) => name.keyness >= KEY)
      .toSorted((a, b) => worth(b) - worth(a) || (a.key < b.key ? -1 : 1))
      .slice(0, RANKED);
    const test = remembered((one) => isName(one, { isPhrase, use, stops: index.stops }));
    const chosen = chooseNames(ranked, { most, taken, test });
    const first = firstName(chosen, { ranked, taken, test, size, total: all, specific, literal });
    if (first === undefined) continue;
    for (const { key } of [first, ...(first.companion ? [first.companion] : [])]) taken.add(key);
    const say = (one: Ranked): NamePhrase => ({
      phrase: spelled(one, isPhrase, use),
      keyness: one.keyness,
      n: one.n,
      all: one.all,
    });
    names[part] = [first, ...chosen.filter((one) => !overlaps(one.key, first.key))].slice(0, most).map(say);
  }
  return names;
}

/** What joins two nouns, or is left out there: « carte de fidélité », « carte fidélité ». */
const LEFT_OUT = new Set(['de', 'du', 'des', "d'", 'la', "l'", 'le', 'les']);

/** Phrases that differ by such a link as one, in the form that most texts write. */
function spelledAlike(phrases: readonly Ranked[]): readonly Ranked[] {
  const groups = grouped(phrases, ({ key, places: [place] }) =>
    place === undefined
      ? key
      : place.clause
          .slice(place.from, place.to + 1)
          .flatMap((word) => (LEFT_OUT.has(word.folded) ? [] : [word.key]))
          .join(' '),
  );
  return [...groups.values()].map((group) => {
    const ordered = group.toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1)) as [Ranked];
    const texts = [...new Set(ordered.flatMap((one) => one.texts))];
    return { ...ordered[0], texts, n: texts.length, all: ordered.reduce((sum, one) => sum + one.all, 0) };
  });
}

function candidatesOf(
  index: PhraseIndex,
  parts: ArrayLike<number>,
  count: number,
): { readonly perPart: readonly ReadonlyMap<string, Candidate>[]; readonly sizes: readonly number[] } {
  const perPart = Array.from({ length: count }, () => new Map<string, Candidate>());
  const sizes = Array.from({ length: count }, () => 0);
  index.texts.forEach((_, at) => {
    const part = parts[at] ?? -1;
    if (part < 0) return;
    sizes[part] = (sizes[part] as number) + 1;
    const candidates = perPart[part] as Map<string, Candidate>;
    for (const [key, place] of index.phrasesAt(at)) {
      if (!index.counts.has(key)) continue;
      const candidate = candidates.get(key) ?? { texts: [], places: [] };
      candidate.texts.push(at);
      if (candidate.places.length < CONTEXTS) candidate.places.push(place);
      candidates.set(key, candidate);
    }
  });
  return { perPart, sizes };
}

interface Reader {
  readonly isPhrase: PhraseTest;
  readonly use: WordUse;
  readonly stops: ReadonlySet<string>;
}

/** A noun phrase in half of its places; a word alone also one of which texts speak as of a thing, and no place. */
function isName({ places }: Ranked, reader: Reader): boolean {
  const { isPhrase, use } = reader;
  const [first] = places;
  if (first === undefined) return false;
  const word = first.clause[first.from] as Word;
  if (first.from === first.to && (!use.isThing(word) || isLightNoun(word) || use.isPlace(word))) return false;
  let told = 0,
    not = 0;
  for (const { clause, from, to } of places) {
    if (isPhrase(clause, from, to, use)) told++;
    else not++;
    if (told * 2 >= places.length || not * 2 > places.length) break;
  }
  return told * 2 >= places.length && !SIDES.some((side) => isCut(places, side, reader));
}

/** One word on, over links. */
const SIDES = [-1, 1] as const;
/** A phrase that one noun phrase holds in this part of its places is cut out of it. */
const HELD = 0.8;

/** Whether the same longer noun phrase holds the phrase nearly everywhere: « usine étranger » of « code d’usine étranger ». */
function isCut(places: readonly Place[], side: -1 | 1, { isPhrase, use, stops }: Reader): boolean {
  const held = new Map<string, number>();
  for (const { clause, from, to } of places) {
    let end = (side < 0 ? from : to) + side;
    while (clause[end] && isInside(clause[end] as Word)) end += side;
    const next = clause[end];
    if (next && !stops.has(next.folded) && isPhrase(clause, Math.min(from, end), Math.max(to, end), use))
      held.set(next.key, (held.get(next.key) ?? 0) + 1);
  }
  return [...held.values()].some((n) => n >= HELD * places.length);
}

function spelled({ places: all, companion }: Ranked, isPhrase: PhraseTest, use: WordUse): string {
  const told = all.filter(({ clause, from, to }) => isPhrase(clause, from, to, use));
  const places = told.length === 0 ? all : told;
  const name = mostWritten(places, use, all);
  if (companion === undefined) return name;
  const english = places.filter(({ clause }) => use.languages.isEnglish(clause)).length * 2 > places.length;
  return `${name} ${english ? 'and' : 'et'} ${mostWritten(companion.places, use, companion.places)}`;
}

/** Who writes without accents leaves them out: a spelling with them is the name's where it is written in this part of the places of the most written one. */
const ACCENTED = 0.25;

function mostWritten(places: readonly Place[], use: WordUse, all: readonly Place[]): string {
  const spellings = (these: readonly Place[]): readonly (readonly [string, number])[] =>
    [...tally(these.map(({ clause, from, to }) => spellingOf(clause.slice(from, to + 1), use)))].toSorted(
      ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
    );
  const ordered = spellings(places);
  const [[most, n] = ['', 0]] = ordered;
  if (fold(most) !== most.toLowerCase()) return most;
  const accented = spellings(all).find(
    ([one, times]) =>
      times >= ACCENTED * n && one.toLowerCase() !== most.toLowerCase() && fold(one) === fold(most),
  );
  return accented?.[0] ?? most;
}
