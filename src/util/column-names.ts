/** Longest name of a column that is told, in characters and in words: more is a sentence, which a customer may have written. */
const LONGEST = 40;
const MOST_WORDS = 6;

const isName = (name: string): boolean =>
  name.length <= LONGEST && name.split(/\s+/).length <= MOST_WORDS && !/@|\d{5}|\d[/.:-]\d/.test(name);

/**
 * Names of columns as an error or a note may tell them, 12 at most: where the first row is no header, its cells are texts, contacts
 * and dates of people, and are told by position.
 *
 * @example
 * tellColumns(['Avis', '', 'Je suis très déçue de ma commande de mardi', '03/04/2026'])
 * // → 'Avis, column 2, column 3, column 4'
 */
export const tellColumns = (names: readonly string[]): string =>
  names
    .slice(0, 12)
    .map((name, at) => (name !== '' && isName(name) ? name : `column ${at + 1}`))
    .join(', ') + (names.length > 12 ? ', …' : '');
