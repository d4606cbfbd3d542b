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
  if (stem.length >= 5 && (stem.endsWith('s') || stem.endsWith('ux')) && !stem.endsWith('ss')) stem = stem.slice(0, -1);
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
  return stem.replace(DOUBLE_CONSONANT, '$1').replaceAll('ph', 'f').replaceAll('y', 'i').replaceAll(/e?au/g, 'o').replaceAll('qu', 'k');
}

/** All forms of a word with one letter left out, the first and the last kept: two words one typo apart share one. */
export function deletionsOf(word: string): string[] {
  const forms: string[] = [];
  for (let i = 1; i < word.length - 1; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
