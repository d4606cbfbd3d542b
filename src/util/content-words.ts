import { fold } from './fold.js';

/** Words compared; most inflections meet after so many letters. */
const SHORTEST = 4;
const CUT = 7;
/** Two texts say the same when the other holds so many, and such a share, of the words of the shorter. */
const LEAST_SHARED = 3;
const SHARED = 0.5;

/** Words of four letters at least, folded and cut, each once. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length >= SHORTEST)
      .map((word) => word.slice(0, CUT)),
  );

/** Of how many of these texts, itself among them, each says the same, from their `contentWords`. */
export function sayingTheSame(texts: readonly ReadonlySet<string>[]): number[] {
  const holders = new Map<string, number[]>();
  texts.forEach((words, at) => {
    for (const word of words) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [at]);
      else known.push(at);
    }
  });
  return texts.map((words) => {
    const shared = new Uint32Array(texts.length);
    for (const word of words)
      for (const holder of holders.get(word) ?? []) shared[holder] = (shared[holder] as number) + 1;
    return texts.filter((other, at) => {
      const shorter = Math.min(words.size, other.size),
        enough = Math.max(Math.min(LEAST_SHARED, shorter), SHARED * shorter);
      return shorter > 0 && (shared[at] as number) >= enough;
    }).length;
  });
}

/**
 * Whether two texts say the same in nearly the same words.
 *
 * @example
 * [saysTheSame('Le SMS de rappel est arrivé après', "j'ai eu un sms de rappel, arrivé bien après"), saysTheSame('Le pain est rassis', 'Le pain est trop cher')]
 * // → [true, false]
 */
export const saysTheSame = (a: string, b: string): boolean =>
  sayingTheSame([contentWords(a), contentWords(b)])[0] === 2;
