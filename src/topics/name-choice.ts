import { isInside, type Place } from './phrase-index.js';
import type { Word } from './phrase-words.js';
import { isDeterminer } from './word-use.js';

/** A phrase that may name a part of the texts. */
export interface Ranked {
  readonly key: string;
  readonly keyness: number;
  /** Texts of the part that hold it, and texts in all. */
  readonly n: number;
  readonly all: number;
  /** Texts of the part that hold it, by rank. */
  readonly texts: readonly number[];
  readonly places: readonly Place[];
  /** What a word alone is told with. */
  readonly companion?: Ranked;
}

/** A phrase in this part of the texts names them rather than a word alone. */
const LEAST_COVER = 0.2;
/** A name tells its part when this part of the texts that say it are in it: a word alone, a phrase. */
const WORD_TELLS = 0.5;
const PHRASE_TELLS = 0.25;
/** What more than this part of the texts say, and mostly they, names them before a word with a companion. */
const MOST_SAY = 0.5;
/** So does what half of the texts say, so many times as often as the others. */
const TIMES_AS_OFTEN = 5;
/** A companion stands in this part of the texts that hold the word. */
const TOGETHER = 0.5;
/** Two words are one name where this part of the texts that hold both write them so: « fruits et légumes ». */
const COORDINATED = 1 / 3;
const LEAST_COORDINATED = 3;
const COORDINATORS = new Set(['et', 'and']);

export type NameTest = (name: Ranked) => boolean;

export function remembered(test: NameTest): NameTest {
  const known = new Map<Ranked, boolean>();
  return (name) => {
    const told = known.get(name) ?? test(name);
    known.set(name, told);
    return told;
  };
}

export function chooseNames(
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

/**
 * The name of a part: its first phrase of several words, or a word alone with the one that texts coordinate with it. With `specific` neither is one that
 * the other texts say more: a word alone of which half of the uses, a phrase of which three quarters are elsewhere.
 */
export function firstName(
  chosen: readonly Ranked[],
  {
    ranked,
    taken,
    test,
    size,
    total,
    specific,
    literal = false,
  }: {
    readonly ranked: readonly Ranked[];
    readonly taken: ReadonlySet<string>;
    readonly test: NameTest;
    /** Texts of the part, and in all. */
    readonly size: number;
    readonly total: number;
    readonly specific: boolean;
    readonly literal?: boolean;
  },
): Ranked | undefined {
  const [first] = chosen;
  if (first === undefined) return undefined;
  const free = (one: Ranked): boolean => isLong(one) && !taken.has(one.key) && test(one);
  const phrase = isLong(first)
    ? first
    : ranked.find(
        (one) =>
          one.n >= LEAST_COVER * size && (2 * one.n >= first.n || first.all > 2 * first.n) && free(one),
      );
  if (!specific) return phrase ?? first;
  const tells = (one: Ranked): boolean => one.n >= PHRASE_TELLS * one.all;
  if (phrase && tells(phrase)) return phrase;
  const clear = chosen.find(
    ({ key, n, all }) =>
      n > MOST_SAY * size &&
      (n > WORD_TELLS * all || n * (total - size) >= TIMES_AS_OFTEN * (all - n) * size) &&
      !taken.has(key),
  );
  if (clear) return clear;
  for (const one of chosen) {
    const told = isLong(one) ? tells(one) && one : accompanied(one, literal ? [] : chosen, taken);
    if (told && !taken.has(told.key)) return told;
  }
  return ranked.find((one) => tells(one) && free(one));
}

/** A word with the name that texts coordinate with it most, or alone where half of its uses are in the part. */
function accompanied(
  word: Ranked,
  chosen: readonly Ranked[],
  taken: ReadonlySet<string>,
): Ranked | undefined {
  const texts = new Set(word.texts);
  const [best] = chosen
    .filter((other) => other !== word && !taken.has(other.key))
    .map((other) => ({ other, both: other.texts.filter((text) => texts.has(text)) }))
    .filter(({ other, both }) => both.length >= TOGETHER * Math.max(word.n, other.n))
    .flatMap((pair) => {
      const order = coordination(word, pair.other);
      return order === undefined ? [] : [{ ...pair, order }];
    })
    .toSorted((a, b) => b.both.length - a.both.length);
  if (best === undefined) return word.n >= WORD_TELLS * word.all ? word : undefined;
  const {
    order: [first, second],
    both,
  } = best;
  return {
    ...first,
    key: [first.key, second.key].toSorted().join(' + '),
    n: both.length,
    all: Math.min(first.all, second.all),
    keyness: Math.min(first.keyness, second.keyness),
    texts: both,
    companion: second,
  };
}

/** Two names in the order in which texts coordinate them, if a third of those that hold both do: « fruits et légumes ». */
function coordination(one: Ranked, other: Ranked): readonly [Ranked, Ranked] | undefined {
  const holding = new Set(other.texts);
  let shared = 0,
    after = 0,
    before = 0;
  one.places.forEach((place, at) => {
    if (!holding.has(one.texts[at] as number)) return;
    shared++;
    if (isCoordinated(place, other.key, 1)) after++;
    else if (isCoordinated(place, other.key, -1)) before++;
  });
  if (after + before < Math.max(LEAST_COORDINATED, COORDINATED * shared)) return undefined;
  return after >= before ? [one, other] : [other, one];
}

/** Whether a coordinator, and a determiner at most, parts a phrase from another one after it (1) or before it (−1). */
function isCoordinated({ clause, from, to }: Place, key: string, side: -1 | 1): boolean {
  const isDetermined = (at: number): boolean => clause[at] !== undefined && isDeterminer(clause[at]);
  const isCoordinator = (at: number): boolean => COORDINATORS.has(clause[at]?.folded ?? '');
  const keys = (words: readonly Word[]): string => ` ${words.map((word) => word.key).join(' ')} `;
  if (side < 0) {
    const at = isDetermined(from - 1) ? from - 2 : from - 1;
    return isCoordinator(at) && keys(clause.slice(0, at)).endsWith(` ${key} `);
  }
  const at = isDetermined(to + 2) ? to + 3 : to + 2;
  return isCoordinator(to + 1) && keys(clause.slice(at)).startsWith(` ${key} `);
}

/** Keyness, more of it for more words: one word alone says less. The factor is that of the C-value (Frantzi et al. 2000), for words from one on. */
export function worth({ places, keyness: g2 }: Ranked): number {
  return g2 * Math.log2(1 + wordsOf(places));
}

/** Words of meaning of a phrase. */
function wordsOf([{ clause, from, to } = { clause: [], from: 0, to: 0 }]: readonly Place[]): number {
  return clause.slice(from, to + 1).filter((word) => !isInside(word)).length;
}
const isLong = ({ places }: Ranked): boolean => wordsOf(places) > 1;

export const overlaps = (a: string, b: string): boolean =>
  ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
