import { isInside, type Place } from './phrase-index.js';

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
/** A companion stands in this part of the texts that hold the word. */
const TOGETHER = 0.5;

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
 * The name of a part: its first phrase of several words, or a word alone with its most typical companion. With `specific` neither is one that
 * the other texts say more: a word alone of which half of the uses, a phrase of which three quarters are elsewhere.
 */
export function firstName(
  chosen: readonly Ranked[],
  {
    ranked,
    taken,
    test,
    size,
    specific,
    literal = false,
  }: {
    readonly ranked: readonly Ranked[];
    readonly taken: ReadonlySet<string>;
    readonly test: NameTest;
    readonly size: number;
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
    ({ key, n, all }) => n > WORD_TELLS * all && n > MOST_SAY * size && !taken.has(key),
  );
  if (clear) return clear;
  for (const one of chosen) {
    const told = isLong(one) ? tells(one) && one : accompanied(one, literal ? [] : chosen, taken);
    if (told && !taken.has(told.key)) return told;
  }
  return ranked.find((one) => tells(one) && free(one));
}

/** A word with the name that stands most often in its texts, or alone where half of its uses are in the part. */
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
    .toSorted((a, b) => b.both.length - a.both.length);
  if (best === undefined) return word.n >= WORD_TELLS * word.all ? word : undefined;
  const { other, both } = best;
  return {
    ...word,
    key: [word.key, other.key].toSorted().join(' + '),
    n: both.length,
    all: Math.min(word.all, other.all),
    keyness: Math.min(word.keyness, other.keyness),
    texts: both,
    companion: other,
  };
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
