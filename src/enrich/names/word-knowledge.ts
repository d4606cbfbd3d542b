import { fold } from '../../util/fold.js';
import { loadGazetteer } from '../entities/gazetteer.js';
import { isGivenName, loadGivenNames } from './given-names.js';
import { remembered } from '../words/remembered.js';
import { hashWord } from '../words/token-hashes.js';
import { loadWordVectors } from '../words/word-vectors.js';

/** What is known of a word. */
export interface WordKnowledge {
  /** A first name and no word besides, "Jean-Eudes" too. */
  readonly isGiven: (word: string) => boolean;
  /** A first name, be it a word besides: "Clémence". */
  readonly mayBeGiven: (word: string) => boolean;
  /** Texts write it often, and it is no first name. */
  readonly isWord: (word: string) => boolean;
}

export interface KnownWords extends WordKnowledge {
  /** Texts write it often, or it is a brand that is a word besides: "Carrefour", "Casino". */
  readonly isKnown: (word: string) => boolean;
}

let loaded: KnownWords | undefined;

/**
 * What the lists of first names, of brands and of words say of a word.
 *
 * @example
 * [loadWordKnowledge().isGiven('Ghislaine'), loadWordKnowledge().isWord('livraison'), loadWordKnowledge().isWord('Philippe')]
 * // → [true, true, false]
 */
export function loadWordKnowledge(): KnownWords {
  if (loaded) return loaded;
  const given = loadGivenNames();
  const brandWords = new Set(
    loadGazetteer('brands').flatMap(({ name, ambiguous }) => (ambiguous ? [fold(name)] : [])),
  );
  const isKnown = remembered(
    (word) => loadWordVectors().rowOf(hashWord(word)) >= 0 || brandWords.has(fold(word)),
  );
  return (loaded = {
    isGiven: (word) => isGivenName(word, given.only),
    mayBeGiven: (word) => isGivenName(word, given.all),
    isWord: (word) => isKnown(word) && !given.often.has(fold(word)),
    isKnown,
  });
}
