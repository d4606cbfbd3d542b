import { fold } from '../../util/fold.js';
import { isGivenName, loadGivenNames } from './given-names.js';
import { loadNameTable } from './name-table.js';
import { remembered } from '../words/remembered.js';
import { loadWordKnowledge, type KnownWords } from './word-knowledge.js';

/** Bearers in registers by which a word that nothing else is known of is a first name: from 50. */
const BORNE = 2,
  WELL_BORNE = 3;

/** "Kayleigh-Ann", "Bernadette-Marie". */
const isJoined = (word: string): boolean => {
  const parts = word.split('-');
  return (
    parts.length > 1 &&
    parts.every((part) => part.length > 1 && loadNameTable().countsOf(part).given >= WELL_BORNE)
  );
};

let loaded: KnownWords | undefined;

/**
 * What lists, registers and texts say of a word where names in quotes are masked: first names that registers count and texts never or seldom write
 * small are first names too, unless a town bears them.
 *
 * @example
 * [loadNameKnowledge().isGiven('Tamsin'), loadNameKnowledge().isGiven('Merci'), loadNameKnowledge().isGiven('Vitry')]
 * // → [true, false, false]
 */
export function loadNameKnowledge(): KnownWords {
  if (loaded) return loaded;
  const words = loadWordKnowledge();
  const { all, never } = loadGivenNames();
  const isCounted = (word: string): boolean => {
    if (
      word.length < 3 ||
      /^\p{Lu}{2,4}$/u.test(word) ||
      never.has(fold(word)) ||
      words.isKnown(word) ||
      isGivenName(word, all)
    )
      return false;
    const { given, small, town } = loadNameTable().countsOf(word);
    // small letters: a participle and many a rare word are somebody's first name
    if (/^\p{Ll}/u.test(word))
      return (given > WELL_BORNE && small < 2 && town === 0 && !/ée?s?$/u.test(word)) || isJoined(word);
    return small < 3 && town < 2 && (given >= BORNE || isJoined(word));
  };
  return (loaded = {
    ...words,
    isGiven: remembered((word) => words.isGiven(word) || isCounted(word)),
    mayBeGiven: remembered((word) => words.mayBeGiven(word) || isCounted(word)),
  });
}
