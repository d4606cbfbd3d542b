import { KEY, keyness } from './keyness.js';
import type { PhraseTest } from './noun-phrase.js';
import { isInside, type PhraseIndex, type Place } from './phrase-index.js';
import { spellingOf, type Word } from './phrase-words.js';
import type { WordUse } from './word-use.js';

/** Texts of a part in which a phrase is read; it is a name where it is a noun phrase in half of them. */
const CONTEXTS = 12;
/** A phrase names a part in so many of its texts at least. */
const LEAST_TEXTS = 3;
const RANKED = 60;
/** A phrase in this part of the texts names them rather than a word alone. */
const LEAST_COVER = 0.2;

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
interface Ranked extends Omit<NamePhrase, 'phrase'> {
  readonly key: string;
  readonly texts: readonly number[];
  readonly places: readonly Place[];
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
  },
): readonly (readonly NamePhrase[])[] {
  const { isPhrase, most = 5, against, taken = new Set<string>() } = options;
  const use = against?.use ?? index.use;
  const everywhere = (key: string): number => (index.counts.get(key) ?? 0) + (against?.counts.get(key) ?? 0);
  const { perPart, sizes } = candidatesOf(index, parts, count);
  const all = index.texts.length + (against?.texts.length ?? 0);
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const names: (readonly NamePhrase[])[] = sizes.map(() => []);
  for (const part of order) {
    const size = sizes[part] as number;
    const ranked = [...(perPart[part] as ReadonlyMap<string, Candidate>)]
      .filter(([, { texts }]) => texts.length >= LEAST_TEXTS)
      .map(([key, { texts, places }]): Ranked => {
        const inAll = everywhere(key);
        const g2 = keyness({ inPart: texts.length, part: size, inAll, all });
        return { key, texts, places, n: texts.length, all: inAll, keyness: g2 };
      })
      .filter((name) => name.keyness >= KEY)
      .toSorted((a, b) => worth(b) - worth(a) || (a.key < b.key ? -1 : 1))
      .slice(0, RANKED);
    const test = remembered((one) => isName(one, isPhrase, use));
    const chosen = chooseNames(ranked, { most, taken, test });
    const first = firstName(chosen, { ranked, taken, test, size });
    if (first === undefined) continue;
    taken.add(first.key);
    const say = (one: Ranked): NamePhrase => ({
      phrase: mostWritten(one.places, use),
      keyness: one.keyness,
      n: one.n,
      all: one.all,
    });
    names[part] = [first, ...chosen.filter((one) => !overlaps(one.key, first.key))].slice(0, most).map(say);
  }
  return names;
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

type NameTest = (name: Ranked) => boolean;

function remembered(test: NameTest): NameTest {
  const known = new Map<Ranked, boolean>();
  return (name) => {
    const told = known.get(name) ?? test(name);
    known.set(name, told);
    return told;
  };
}

function chooseNames(
  ranked: readonly Ranked[],
  {
    most,
    taken,
    test,
  }: { readonly most: number; readonly taken: ReadonlySet<string>; readonly test: NameTest },
): Ranked[] {
  const chosen: Ranked[] = [];
  for (const name of ranked) {
    const longer = ranked.find(
      (other) =>
        other !== name && ` ${other.key} `.includes(` ${name.key} `) && other.n * 2 >= name.n && test(other),
    );
    const best = longer ?? name;
    if (taken.has(best.key) || chosen.some((other) => overlaps(other.key, best.key)) || !test(best)) continue;
    chosen.push(best);
    if (chosen.length === most) break;
  }
  return chosen;
}

/** The name of a part: its first phrase of several words, or a word alone that tells by itself. */
function firstName(
  chosen: readonly Ranked[],
  {
    ranked,
    taken,
    test,
    size,
  }: {
    readonly ranked: readonly Ranked[];
    readonly taken: ReadonlySet<string>;
    readonly test: NameTest;
    readonly size: number;
  },
): Ranked | undefined {
  const [first] = chosen;
  if (first === undefined || isLong(first)) return first;
  return (
    ranked.find(
      (one) =>
        isLong(one) &&
        one.n >= LEAST_COVER * size &&
        (2 * one.n >= first.n || first.all > 2 * first.n) &&
        !taken.has(one.key) &&
        test(one),
    ) ?? first
  );
}

/** A noun phrase in half of its places; a word alone also one of which texts speak as of a thing. */
function isName({ places }: Ranked, isPhrase: PhraseTest, use: WordUse): boolean {
  const [first] = places;
  if (first === undefined) return false;
  const word = first.clause[first.from] as Word;
  if (first.from === first.to && !use.isThing(word)) return false;
  let told = 0,
    not = 0;
  for (const { clause, from, to } of places) {
    if (isPhrase(clause, from, to, use)) told++;
    else not++;
    if (told * 2 >= places.length || not * 2 > places.length) break;
  }
  return told * 2 >= places.length;
}

/** Keyness, more of it for more words: one word alone says less. The factor is that of the C-value (Frantzi et al. 2000), for words from one on. */
function worth({ places, keyness: g2 }: Ranked): number {
  return g2 * Math.log2(1 + wordsOf(places));
}

/** Words of meaning of a phrase. */
function wordsOf([{ clause, from, to } = { clause: [], from: 0, to: 0 }]: readonly Place[]): number {
  return clause.slice(from, to + 1).filter((word) => !isInside(word)).length;
}
const isLong = ({ places }: Ranked): boolean => wordsOf(places) > 1;

const overlaps = (a: string, b: string): boolean =>
  ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);

function mostWritten(places: readonly Place[], use: WordUse): string {
  const counts = new Map<string, number>();
  for (const { clause, from, to } of places) {
    const spelling = spellingOf(clause.slice(from, to + 1), (word) => use.isProper(word));
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
