const DOUBLE_CONSONANT = /([bcdfghjklmnpqrstvwxz])\1/g;

/**
 * A folded French or English word without its plural and feminine endings, so that `chère`, `chers` and `cher` are one.
 * Shorter than four letters it stays as it is: `prix` and `pris` must differ.
 *
 * @example
 * lightStem('fraiches')
 * // → 'fraich'
 */
export function lightStem(word: string): string {
  let stem = word;
  if (stem.length >= 5 && (stem.endsWith('s') || stem.endsWith('ux')) && !stem.endsWith('ss'))
    stem = stem.slice(0, -1);
  if (stem.length >= 5 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem;
}

/**
 * The spelling key of a stem: double consonants made one, `ph` as `f`, `y` as `i`, `eau` and `au` as `o`, `qu` as `k`.
 *
 * @example
 * spellingKey('emballag') === spellingKey('embalag')
 * // → true
 */
export function spellingKey(stem: string): string {
  return stem
    .replace(DOUBLE_CONSONANT, '$1')
    .replaceAll('ph', 'f')
    .replaceAll('y', 'i')
    .replaceAll(/e?au/g, 'o')
    .replaceAll('qu', 'k');
}

/**
 * True when two different words are one typo apart: a letter changed, left out, added, or two neighbours swapped. First and
 * last letters must be the same.
 *
 * @example
 * [isOneTypo('livraison', 'livriason'), isOneTypo('salade', 'malade')]
 * // → [true, false]
 */
export function isOneTypo(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b,
    long = a.length <= b.length ? b : a;
  if (long.length - short.length > 1 || a === b || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  let from = 0;
  while (short[from] === long[from] && from < short.length) from++;
  let tail = 0;
  while (tail < short.length - from && short[short.length - 1 - tail] === long[long.length - 1 - tail])
    tail++;
  const left = short.length - from - tail;
  if (short.length < long.length) return left === 0;
  return left === 1 || (left === 2 && short[from] === long[from + 1] && short[from + 1] === long[from]);
}
