/** Words that are kept; a text's words come again and again. */
const MOST = 20_000;

/**
 * A function of a word that keeps what it told.
 *
 * @example
 * remembered((word) => word.length)('pain')
 * // → 4
 */
export function remembered<T>(tell: (word: string) => T): (word: string) => T {
  const told = new Map<string, T>();
  return (word) => {
    const known = told.get(word);
    if (known !== undefined) return known;
    if (told.size >= MOST) told.clear();
    const value = tell(word);
    told.set(word, value);
    return value;
  };
}
