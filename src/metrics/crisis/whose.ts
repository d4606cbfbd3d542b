import { keyness } from './key-words.js';

/** A word that tells parts from one another is no chance (G², p < .0001). */
const KEY = 15.14;
/** What was never seen is taken for seen half a time. */
const UNSEEN = 0.5;

/**
 * The parts of texts of which some are certain: each of the others goes to the part whose words it says (naive Bayes over the words that tell a part from the rest), and
 * with the text before it where it says none.
 *
 * @param certain number of the part of each text, −1 where it is not certain
 * @example
 * whose([['colis'], ['prix'], ['colis']].map((words) => new Set(words)), [0, 1, -1])
 * // → [0, 1, 1]
 */
export function whose(texts: readonly ReadonlySet<string>[], certain: readonly number[]): readonly number[] {
  const size = Math.max(...certain) + 1,
    totals = new Float64Array(size),
    counts = new Map<string, Float64Array>();
  texts.forEach((words, at) => {
    const part = certain[at] as number;
    if (part < 0) return;
    totals[part] = (totals[part] as number) + 1;
    for (const word of words) {
      const own = counts.get(word) ?? new Float64Array(size);
      own[part] = (own[part] as number) + 1;
      counts.set(word, own);
    }
  });
  const all = totals.reduce((a, b) => a + b, 0);
  /** Log-likelihood of a word in each part, for the words that tell. */
  const telling = new Map<string, Float64Array>();
  for (const [word, own] of counts) {
    const said = own.reduce((a, b) => a + b, 0);
    const tells = own.some((n, part) => {
      const total = totals[part] as number;
      return keyness(n, total, said - n, all - total) >= KEY;
    });
    if (tells)
      telling.set(
        word,
        own.map((n, part) => Math.log((n + UNSEEN) / ((totals[part] as number) + 2 * UNSEEN))),
      );
  }
  let last = certain.find((part) => part >= 0) ?? 0;
  return texts.map((words, at) => {
    if ((certain[at] as number) >= 0) return (last = certain[at] as number);
    const scores = new Float64Array(size);
    let known = false;
    for (const word of words) {
      const own = telling.get(word);
      if (own === undefined) continue;
      known = true;
      own.forEach((score, part) => (scores[part] = (scores[part] as number) + score));
    }
    return (last = known ? scores.indexOf(Math.max(...scores)) : last);
  });
}
