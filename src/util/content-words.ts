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

/** Whether two texts say the same in nearly the same words, from their `contentWords`. */
export function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return small.size > 0 && shared >= Math.max(Math.min(LEAST_SHARED, small.size), SHARED * small.size);
}

/**
 * Whether two texts say the same in nearly the same words.
 *
 * @example
 * [saysTheSame('Le SMS de rappel est arrivé après', "j'ai eu un sms de rappel, arrivé bien après"), saysTheSame('Le pain est rassis', 'Le pain est trop cher')]
 * // → [true, false]
 */
export const saysTheSame = (a: string, b: string): boolean => sameWords(contentWords(a), contentWords(b));
