import { loadNameWords } from '../enrich/name-words.js';
import { fold } from '../util/fold.js';
import { KEY, keyness } from './keyness.js';

/** Words that may stand inside a phrase, never at its ends. */
const INSIDE = new Set('de du des la le les en a au aux sans pour of the and et d l'.split(' '));
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
const CLAUSE = /[.!?;:,…()«»"\n]+|https?:\/\/\S+|\[[^\]]{1,20}\]|[@#]\S+/u;
const MOST_WORDS = 4;
/** The first kind of the names' words. */
const FIRST_NAME = 1;

interface Candidate {
  /** How often each spelling stands in the texts. */
  readonly spellings: Map<string, number>;
  inPart: number;
  inAll: number;
}

/**
 * Phrases of one to four words that a text holds, key → spelling: no stop word at the ends, none over a clause mark, no number, handle
 * or mask.
 */
export function phrasesOf(text: string, stops: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const clause of text.split(CLAUSE)) {
    const words = (clause.match(WORD) ?? []).map((word) => word.replace(/^(?:[cdjlmnst]|qu)['’]/i, ''));
    const folded = words.map(fold);
    const content = folded.map((word) => word.length >= 3 && !stops.has(word) && !/\d/.test(word));
    for (let from = 0; from < words.length; from++) {
      if (content[from] !== true) continue;
      for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
        if (content[to] !== true) {
          if (INSIDE.has(folded[to] ?? '')) continue;
          break;
        }
        found.set(
          folded.slice(from, to + 1).join(' '),
          words
            .slice(from, to + 1)
            .join(' ')
            .toLowerCase(),
        );
      }
    }
  }
  return found;
}

/** A phrase that names a part of the texts, with its evidence. */
export interface NamePhrase {
  readonly phrase: string;
  readonly keyness: number;
  /** Texts of the part that hold it, and texts in all. */
  readonly n: number;
  readonly all: number;
}

/** What a name may be: asked of compromise or fr-compromise, a noun phrase. */
export type NounTest = (phrase: string) => boolean;

/**
 * The phrases that name each part best: key (G², p < .001), written by at least three texts of the part, noun phrases. Longer ones win
 * over the shorter ones they hold when they stand in at least half as many texts: "nouvelle recette", not "recette".
 */
export function namePhrases(
  texts: readonly string[],
  parts: ArrayLike<number>,
  count: number,
  options: {
    readonly stops: ReadonlySet<string>;
    readonly isNoun: NounTest;
    readonly most?: number;
    /** Other texts, counted beforehand, that the parts are told from. */
    readonly against?: { readonly texts: number; readonly counts: ReadonlyMap<string, number> };
  },
): readonly (readonly NamePhrase[])[] {
  const { stops, isNoun, most = 5, against } = options;
  const inAll = new Map<string, number>();
  const everywhere = (key: string): number => (inAll.get(key) ?? 0) + (against?.counts.get(key) ?? 0);
  const perPart = Array.from({ length: count }, () => new Map<string, Candidate>());
  const sizes = Array.from({ length: count }, () => 0);
  texts.forEach((text, at) => {
    const part = parts[at] ?? -1;
    if (part >= 0) sizes[part] = (sizes[part] ?? 0) + 1;
    for (const [key, spelling] of phrasesOf(text, stops)) {
      inAll.set(key, (inAll.get(key) ?? 0) + 1);
      if (part < 0) continue;
      const candidates = perPart[part] as Map<string, Candidate>;
      const candidate = candidates.get(key) ?? { spellings: new Map<string, number>(), inPart: 0, inAll: 0 };
      candidate.inPart++;
      candidate.spellings.set(spelling, (candidate.spellings.get(spelling) ?? 0) + 1);
      candidates.set(key, candidate);
    }
  });
  const taken = new Set<string>();
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const names: (readonly NamePhrase[])[] = sizes.map(() => []);
  for (const part of order) {
    const ranked = [...(perPart[part] as Map<string, Candidate>)]
      .filter(([, { inPart }]) => inPart >= 3)
      .map(([key, { inPart, spellings }]) => ({
        key,
        phrase: mostWritten(spellings),
        n: inPart,
        all: everywhere(key),
        keyness: keyness({
          inPart,
          part: sizes[part] as number,
          inAll: everywhere(key),
          all: texts.length + (against?.texts ?? 0),
        }),
      }))
      .filter((name) => name.keyness >= KEY)
      .toSorted((a, b) => worth(b) - worth(a) || (a.key < b.key ? -1 : 1))
      .slice(0, 60);
    const chosen: typeof ranked = [];
    for (const name of ranked) {
      const longer = ranked.find(
        (other) =>
          other !== name &&
          ` ${other.key} `.includes(` ${name.key} `) &&
          other.n * 2 >= name.n &&
          isNoun(other.phrase),
      );
      const best = longer ?? name;
      if (
        taken.has(best.key) ||
        chosen.some((other) => overlaps(other.key, best.key)) ||
        !isNoun(best.phrase)
      )
        continue;
      chosen.push(best);
      if (chosen.length === most) break;
    }
    if (chosen[0] !== undefined) taken.add(chosen[0].key);
    names[part] = chosen.map(({ phrase, keyness: g2, n, all }) => ({ phrase, keyness: g2, n, all }));
  }
  return names;
}

/** Keyness, more of it for more words: one word alone says less. The factor is that of the C-value (Frantzi et al. 2000), for words from one on. */
const worth = ({ key, keyness: g2 }: { readonly key: string; readonly keyness: number }): number =>
  g2 * Math.log2(1 + key.split(' ').filter((word) => !INSIDE.has(word)).length);

const overlaps = (a: string, b: string): boolean =>
  ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);

const mostWritten = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';

/**
 * Loads compromise and fr-compromise; a phrase is a noun phrase where one of them finds a noun in it and neither a verb at its ends. A
 * phrase of first names alone names nobody's subject.
 */
export const loadNounTest = (): Promise<NounTest> => (loaded ??= makeNounTest());

let loaded: Promise<NounTest> | undefined;

async function makeNounTest(): Promise<NounTest> {
  type Doc = { has(match: string): boolean };
  const readers = (await Promise.all([import('fr-compromise'), import('compromise')])).map(
    ({ default: parse }) => parse as unknown as (text: string) => Doc,
  );
  const firstNames = loadNameWords();
  const isPerson = (phrase: string): boolean =>
    phrase.split(/[\s-]+/).every((word) => ((firstNames.get(word) ?? 0) & FIRST_NAME) !== 0);
  const known = new Map<string, boolean>();
  return (phrase) => {
    let noun = known.get(phrase);
    if (noun === undefined) {
      const [french, english] = readers.map((parse) => parse(phrase)) as [Doc, Doc];
      noun =
        !isPerson(phrase) &&
        french.has('#Noun') &&
        !french.has('^#Verb') &&
        !french.has('#Verb$') &&
        !english.has('^#Pronoun') &&
        !english.has('^#Person+$') &&
        !french.has('^#Person+$');
      known.set(phrase, noun);
    }
    return noun;
  };
}
