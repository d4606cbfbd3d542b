import type { NamingOptions } from '../engine/corpus-tables.js';
import { clausesOf } from './phrase-words.js';
import { KEY, keyness } from './keyness.js';
import type { PhraseTest } from './noun-phrase.js';
import { PhraseIndex, phrasesOf } from './phrase-index.js';
import { namePhrases, type NamePhrase } from './phrases.js';

/** A name stands in this share of the texts at least: else they are about several things. */
const LEAST_SHARE = 0.05;
/** Names among which one that headlines print is looked for. */
const CANDIDATES = 10;

/**
 * Names a few texts (a burst, a crisis, a case) by the noun phrase that is most key to them against a background (G², p < .001), in the
 * words and spelling of the texts; first among those that headlines print too. `undefined` where none stands in three of them, and in a
 * twentieth.
 */
export function nameTexts(
  texts: readonly string[],
  {
    background,
    isPhrase,
    headlines = [],
    without = [],
  }: NamingOptions & { readonly background: PhraseIndex; readonly isPhrase: PhraseTest },
): string | undefined {
  const distinct = [...new Set(texts)].toSorted();
  const [phrases = []] = namePhrases(
    new PhraseIndex(distinct, background.stops, background),
    distinct.map(() => 0),
    1,
    { isPhrase, against: background, most: CANDIDATES, without },
  );
  const all = distinct.length + background.texts.length;
  const able = phrases.filter(
    ({ n, all: inAll }) =>
      n >= LEAST_SHARE * distinct.length && keyness({ inPart: n, part: distinct.length, inAll, all }) >= KEY,
  );
  const printed = new Set(
    headlines.flatMap((headline) => [...phrasesOf(clausesOf(headline), background.stops).keys()]),
  );
  const isPrinted = ({ phrase }: NamePhrase): boolean =>
    [...phrasesOf(clausesOf(phrase), background.stops).keys()].some(
      (key) => printed.has(key) && key.includes(' ') === phrase.includes(' '),
    );
  return (able.find(isPrinted) ?? able[0])?.phrase;
}
