import { loadWordKnowledge } from '../enrich/names/word-knowledge.js';
import { clausesOf, type Word } from './phrase-words.js';
import type { WordUse } from './word-use.js';

/** The legal or usual end of a firm's name, which customers leave out: "Brel & Co". */
const FORM = /\s+(?:(?:&|et|and)\s+(?:co|cie|fils|associés|sons)|sas|sarl|s\.?a|inc|ltd|gmbh|company)\.?$/iu;
/** Signs inside a name that part its words: "E.Leclerc", "le-pochon". */
const SIGN = /(?<=[\p{L}\p{N}])[-.](?=[\p{L}\p{N}])/gu;
const LEAST_LETTERS = 3;

const keyOf = (words: readonly Word[]): string => words.map(({ key }) => key).join(' ');

/**
 * Tells whether a phrase, by its key, holds one of these names, or a word of one that texts use for nothing else: « Brel », « parking Brel » of "Maison Brel & Co".
 * A stop word of a name (« aux ») is none, and a known word that customers write small is no brand by itself, if the name has others (« yaourt nature » of "Léa Nature")
 * or they write it with a determiner (« du pain »): « pain dur » of "Pain & Cie".
 */
export function brandTest(
  names: readonly string[],
  use: WordUse,
  stops: ReadonlySet<string>,
): (key: string) => boolean {
  const { isWord } = loadWordKnowledge();
  const isCommon = (word: Word, among: number): boolean =>
    isWord(word.folded) && !use.isProper(word) && (among > 1 || use.isNamed(word));
  const brands = names.map((name) => {
    const parted = name.replaceAll(SIGN, ' ');
    const [written = [], whole = [], short = []] = [name, parted, parted.replace(FORM, '')].map((one) =>
      clausesOf(one).flat(),
    );
    const own = short.filter(
      (word) =>
        word.folded.length >= LEAST_LETTERS && !stops.has(word.folded) && !isCommon(word, written.length),
    );
    const phrases = [written, whole, short].flatMap((words) =>
      words.length === 0 || (words.length === 1 && isCommon(words[0] as Word, written.length))
        ? []
        : [` ${keyOf(words)} `],
    );
    return { phrases, own: new Set(own.map(({ key }) => key)) };
  });
  return (key) =>
    brands.some(
      ({ phrases, own }) =>
        phrases.some((phrase) => ` ${key} `.includes(phrase)) || key.split(' ').some((word) => own.has(word)),
    );
}
