/** Words with a capital that are nobody's name by their shape or by what registers count. */
import { shouts } from './name-spans.js';
import { loadNameTable } from './name-table.js';
import type { NameSpan } from './told-names.js';

const COMPOUND =
  /^(?!(?:Mc|Mac|De|Del|Di|Da|Du|Le|La|Van|Von|Fitz|El|Al|Ben|Jean|Marie)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}\p{Ll}{2,}$/u;

/**
 * A firm's name by its inner capital; no "McKenna", "DeLuca".
 *
 * @example
 * [isCompound('PinotBleu'), isCompound('McKenna')]
 * // → [true, false]
 */
export const isCompound = (name: string): boolean => COMPOUND.test(name);

/**
 * One word in capitals that no register counts, amid small letters.
 *
 * @example
 * isEmphasis('Il faisait surtout GLACIALE', { start: 19, end: 27 })
 * // → true
 */
export function isEmphasis(text: string, { start, end }: NameSpan): boolean {
  const word = text.slice(start, end);
  const { given, surname } = loadNameTable().countsOf(word);
  return /^\p{Lu}{5,}$/u.test(word) && given + surname === 0 && !shouts(text, start, end);
}

/**
 * Without the words before a name that a tagger took for a part of it though texts write them and no register counts them:
 * "Rep said", "Happy Birthday Susan". `isWord`: texts write it, and it is no first name.
 *
 * @example
 * withoutWords('Birthday Susan', { start: 0, end: 14 }, (word) => word === 'Birthday')
 * // → [{ start: 9, end: 14 }]
 */
export function withoutWords(
  text: string,
  { start, end }: NameSpan,
  isWord: (word: string) => boolean,
): NameSpan[] {
  const words = [...text.slice(start, end).matchAll(/[^ \u00A0]+/g)];
  const first = words.find(
    ({ 0: word }) => !isWord(word) || (/\p{Ll}/u.test(word) && loadNameTable().countsOf(word).given > 2),
  );
  return first === undefined ? [] : [{ start: start + first.index, end }];
}
