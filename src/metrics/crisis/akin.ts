import { holdsKeysOf, keyness } from './key-words.js';

/** No chance (G², p < .0001). */
const KIN = 15.14;

/** The subjects and the words of a message. */
interface Text {
  readonly drivers: readonly string[];
  readonly words: ReadonlySet<string>;
}

export const wordsOf = (texts: readonly Text[]): readonly ReadonlySet<string>[] =>
  texts.map(({ words }) => words);

/**
 * Whether texts of a subject are of the cause that others tell: what they say is read as of its subjects too, or holds its key words, more often than
 * texts on that subject of other times (G²). What begins at one hour may be two causes; what speaks of one thing is one.
 *
 * @param told texts of the cause
 * @param subjects of the cause
 * @param aside texts of another subject
 * @param usual texts of that subject at other times
 */
export function akin(
  told: readonly Text[],
  subjects: ReadonlySet<string>,
  aside: readonly Text[],
  usual: readonly Text[],
): boolean {
  const both = (some: readonly Text[]): number =>
    some.filter(({ drivers }) => drivers.some((driver) => subjects.has(driver))).length;
  const [a, b, n, m] = [both(aside), both(usual), aside.length, Math.max(1, usual.length)];
  return (
    (a / n > b / m && keyness(a, n, b, m) >= KIN) ||
    holdsKeysOf(wordsOf(told), wordsOf(aside), wordsOf(usual))
  );
}
