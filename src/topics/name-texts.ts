import { KEY, keyness } from './keyness.js';
import { namePhrases, phrasesOf, type NounTest } from './phrases.js';

/** Phrases of a background, and how many texts each stands in. */
export interface Background {
  readonly texts: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Counts the phrases of texts, once for many namings; phrases of a single text are left out. */
export function backgroundOf(texts: readonly string[], stops: ReadonlySet<string>): Background {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const key of phrasesOf(text, stops).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts) if (count < 2) counts.delete(key);
  return { texts: texts.length, counts };
}

/** A name stands in this share of the texts at least: else they are about several things. */
const LEAST_SHARE = 0.05;

/**
 * Names a few texts (a burst, a crisis, a case) by the noun phrase that is most key to them against a background (G², p < .001), in the
 * words and spelling of the texts; `undefined` where none stands in three of them, and in a twentieth.
 */
export function nameTexts(
  texts: readonly string[],
  background: Background,
  options: { readonly stops: ReadonlySet<string>; readonly isNoun: NounTest },
): string | undefined {
  const distinct = [...new Set(texts)].toSorted();
  const [phrases = []] = namePhrases(
    distinct,
    distinct.map(() => 0),
    1,
    { ...options, against: background },
  );
  return phrases.find(
    ({ n, all }) =>
      n >= LEAST_SHARE * distinct.length &&
      keyness({ inPart: n, part: distinct.length, inAll: all, all: distinct.length + background.texts }) >=
        KEY,
  )?.phrase;
}
