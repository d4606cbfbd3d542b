/** Names that end a text without a closing formula, those whose age is told, and surnames in small letters: "merci. rachid amrani", "Paul et Ti-Jo". */
import { fold } from '../../util/fold.js';
import { NOT_NAMES } from './name-patterns.js';
import { loadNameTable } from './name-table.js';
import type { NameSpan } from './told-names.js';
import type { WordKnowledge } from './word-knowledge.js';

/** The last words of a text; a sentence ends before them. */
const TAIL = 100;
const BEHIND_SENTENCE = String.raw`[.!?…\r\n\p{Extended_Pictographic}\uFE0F][ \u00A0]{0,2}`;
/** Two who sign behind the last sentence: "Votre avis encourage l’équipe. Ti-Jo et Marie-Laure". */
const PAIR = new RegExp(
  String.raw`${BEHIND_SENTENCE}(?<name>\p{Lu}[\p{L}-]+)[ \u00A0](?:et|and|&)[ \u00A0](?<other>\p{Lu}[\p{L}-]+)[ \u00A0]*[.!]?\s*$`,
  'u',
);
/** Who signs with a first name alone, a word besides or not: « … ma réponse au ticket. Marine »; not an answer to a question. */
const ALONE =
  /\p{L}[^.!?…\r\n]{10,}(?:[.!…]|[\r\n]|[\p{Extended_Pictographic}\uFE0F])[ \u00A0]{0,2}(?<name>\p{Lu}\p{Ll}[\p{L}-]{1,20})[ \u00A0]*\.?\s*$/u;
/** First names by which a judgement, a wish, a month, a taste, a colour or a place ends a text oftener than a signature. */
const VERDICTS = new Set(
  'aime ange angel avril blanche bill bliss cerise charme chivas clemence constance desire fleur florence france grace ivory jameson joie mercedes merveille mirabelle modeste noel olive prudence ravi rich rose sunny victoire violette will'.split(
    ' ',
  ),
);
/** Whose age is told: « Jade, 7 ans »; no time since. */
const AGED =
  /(?<![\p{L}\p{N}’'-])(?<name>\p{Lu}\p{Ll}[\p{L}-]{1,20}),? \(?\d{1,2}[ \u00A0](?:ans|mois|years old)(?![ \u00A0](?:après|plus|que|déjà|de|d[’']|et|sans|pour|chez|avec|à|au)(?!\p{L})|\p{L})/gu;
/** "merci. yuki tanabe" */
const SMALL =
  /[.!?…\r\n][ \u00A0]{0,2}(?<name>(?<first>\p{Ll}[\p{L}-]{2,30})[ \u00A0](?<last>\p{Ll}[\p{L}’'-]{2,30}))[ \u00A0.]*$/u;
const SMALL_SURNAME =
  /^[ \u00A0](?:(?:le|la|de|da|el|ben|van)[ \u00A0])?(?<last>\p{Ll}[\p{L}’'-]{2,30})(?![\p{L}\p{N}’'@-])(?<ends>[ \u00A0]*(?:[.,!\r\n]|$))?/u;

/**
 * Who signs without a formula.
 *
 * @example
 * namesSigned('Merci ! Ti-Jo et Marie-Laure', { isGiven: (w) => w === 'Marie-Laure', mayBeGiven: () => false, isWord: () => false })
 *   .map(({ start, end }) => [start, end])
 * // → [[8, 13]]
 */
export function namesSigned(text: string, { isGiven, mayBeGiven, isWord }: WordKnowledge): NameSpan[] {
  const from = Math.max(0, text.length - TAIL),
    tail = text.slice(from);
  const spanOf = ({ 0: whole, index, groups: { name = '' } = {} }: RegExpExecArray): NameSpan => {
    const start = from + index + whole.indexOf(name);
    return { start, end: start + name.length };
  };
  const pair = PAIR.exec(tail),
    small = SMALL.exec(tail);
  const { name = '', other = '' } = pair?.groups ?? {};
  const { first = '', last = '' } = small?.groups ?? {};
  const alone = ALONE.exec(tail);
  const signer = alone?.groups?.['name'] ?? '';
  const isSigner = mayBeGiven(signer) && !VERDICTS.has(fold(signer));
  const known = mayBeGiven(name) || (!isWord(name) && !NOT_NAMES.has(fold(name)));
  return [
    ...(alone !== null && isSigner
      ? [{ start: text.lastIndexOf(signer), end: text.lastIndexOf(signer) + signer.length }]
      : []),
    ...[...text.matchAll(AGED)]
      .filter(
        ({ groups }) => mayBeGiven(groups?.['name'] ?? '') && !VERDICTS.has(fold(groups?.['name'] ?? '')),
      )
      .map(({ index, groups }) => ({ start: index, end: index + (groups?.['name'] ?? '').length })),
    ...(pair !== null && known && isGiven(other) && !/^\p{Lu}+$/u.test(name) ? [spanOf(pair)] : []),
    ...(small !== null &&
    !isWord(first) &&
    loadNameTable().countsOf(first).given > 0 &&
    isSurname(last, isWord)
      ? [spanOf(small)]
      : []),
  ];
}

const isSurname = (word: string, isWord: (word: string) => boolean): boolean => {
  const { surname, small } = loadNameTable().countsOf(word);
  return surname > 0 && small < 2 && !isWord(word) && !NOT_NAMES.has(fold(word));
};

/** A first name in small letters with the surname behind it, which registers count, or with an initial that ends the text: "hugo figueira", "karim b". */
export function withSurname(text: string, { start, end }: NameSpan, { isWord }: WordKnowledge): NameSpan {
  const said = text.slice(start, end);
  if (!/^\p{Ll}[\p{L}-]+$/u.test(said)) return { start, end };
  const after = text.slice(end, end + 50);
  const initial = /^[ \u00A0][a-z][ \u00A0.]*$/.exec(after)?.[0].trimEnd().length ?? 0;
  if (initial > 0 && end + after.length === text.length) return { start, end: end + initial };
  const { 0: whole = '', groups: { last = '', ends } = {} } = SMALL_SURNAME.exec(after) ?? {};
  const holds =
    isSurname(last, isWord) ||
    (ends !== undefined && end + whole.length === text.length && isRare(last, isWord));
  return { start, end: holds ? end + whole.length - (ends?.length ?? 0) : end };
}

/** "Merci. Alain Brossard": alone behind the last sentence, with a surname that is a brand besides. */
export const isSignedAsBrand = (text: string, { start, end }: NameSpan): boolean =>
  /^\p{Lu}[\p{L}-]+[ \u00A0]\p{Lu}[\p{L}-]+$/u.test(text.slice(start, end)) &&
  /[.!?,\r\n][ \u00A0]*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  /^[ \u00A0]*\.?[ \u00A0]*$/u.test(text.slice(end, end + 4)) &&
  loadNameTable().countsOf(/[^ \u00A0]+$/u.exec(text.slice(start, end))?.[0] ?? '').surname > 2;

/** No word that texts know, nor one of its forms. */
const isRare = (word: string, isWord: (word: string) => boolean): boolean =>
  word.length > 4 &&
  !isWord(word) &&
  !NOT_NAMES.has(fold(word)) &&
  !/(?:[eéè]e?s?|ez|ait|aient|ant|ment|ion|s)$/u.test(word);
