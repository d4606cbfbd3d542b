/** Numbers of orders, bookings and parcels that are made of letters alone: "commande n° XKJDQW". */
import type { Remember } from './mask-orders.js';

/**
 * Capitals that a word for an order and a sign for a number announce: no word alone does, as what stands behind "commande" is mostly what was
 * ordered.
 */
const WORD = String.raw`[Cc]omm?ande|[Cc]de|[Cc]md|[Oo]rder|[Bb]ooking|[Rr][ée]servation|[Dd]ossier|[Bb]illet|[Cc]olis|[Ss]uivi|[Rr]etour|[Tt]icket|[Cc]ontrat|[Ff]acture|[Pp]arcel|[Tt]racking|[Cc]onfirmation|PNR|[Rr][ée]f(?:[ée]rence)?`,
  BETWEEN = String.raw`(?:[ \u00A0](?:de|of|du|d['’]|ma|mon|my|votre|your|client|commande|order|dossier|r[ée]servation|booking|colis|suivi|retour|ticket|billet|parcel|confirmation))`,
  SIGN = String.raw`(?:[ \u00A0]?(?:n[°º]\.?|no(?!\p{L})\.?|N[°º]|num[ée]ro|number|r[ée]f(?:[ée]rence|\.)?|code|est|is|[:#=(]))`;
const ANNOUNCED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:(?:${WORD})\.?${BETWEEN}{0,3}${SIGN}{1,3}|[Nn](?:um[ée]ro|[°º])${BETWEEN}{1,3}${SIGN}{0,3})[ \u00A0]?)((?=[A-Z-]{5,20}(?![\p{L}\p{N}-]))[A-Z]{2,12}(?:-[A-Z]{2,12}){0,2})(?![\p{L}\p{N}-])`,
  'gu',
);

/** Pairs of letters that hardly a French or English word holds: at most 2 of 21,612 of the commonest do. */
const STRANGE =
  /B[CFGKNPQWXZ]|C[FGJMNPVWXZ]|D[KPQXZ]|F[BCDHJKMNPQVWXZ]|G[CDFJKPQVWXZ]|H[FGHJKPQVWXZ]|I[WY]|J[BCDFGHJKLMNQRSTWXYZ]|K[BCDGJPQVXZ]|L[JXZ]|M[DGHJKQVXZ]|P[BGJKQVWXZ]|Q[^U]|R[XZ]|S[DVX]|T[GJKQVXZ]|U[UW]|V[BCDFGHJKLMNPQSTVWXYZ]|W[BCGJMPQUVWXZ]|X[BDFGJKLMNRSVWXZ]|Y[HJKQVXYZ]|Z[BCDFGHJKLMNPQRSTUVWX]/u;
/** What nobody can say: four consonants in a row, or none but consonants. */
const UNSAID = /[^AEIOUY-]{4}|^[^AEIOUY]+$/u;

const isCode = (letters: string): boolean => STRANGE.test(letters) || UNSAID.test(letters);

const CAPITALS = /[A-Z][A-Z-]{4}/;
/** The same in small letters, behind a word for a number alone: they must read less like a word. */
const SMALL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${WORD})${BETWEEN}{0,2}[ \u00A0](?:n[°º]|num[ée]ro|number)[ \u00A0]?:?[ \u00A0]?|[Nn](?:um[ée]ro|[°º])${BETWEEN}{1,3}[ \u00A0]?:?[ \u00A0])([a-z]{6,12})(?![\p{L}\p{N}-])`,
  'gu',
);
const SMALL_NEAR = /(?:°|º|um[ée]ro|umber)[^.!?]{0,30} [a-z]{6}/;

/** Two such pairs of letters, or one and nothing to say: “cdiscount” or a word mistyped once is none. */
function isSmallCode(letters: string): boolean {
  const upper = letters.toUpperCase();
  const [first] = STRANGE.exec(upper) ?? [];
  if (first === undefined) return false;
  return UNSAID.test(upper) || STRANGE.test(upper.slice(upper.indexOf(first) + 1));
}

/** Whether a text may hold such a number. */
export const mayHoldLetters = (text: string): boolean =>
  (CAPITALS.test(text) && text.search(ANNOUNCED) >= 0) || (SMALL_NEAR.test(text) && text.search(SMALL) >= 0);

/**
 * Masks such numbers where no word reads like them: of random letters 85 in 100 codes of six are told, 93 of eight; the others look like words.
 *
 * @example
 * maskLetters('Commande n° XKJDQW, réf. VELOURS', () => '[commande]')
 * // → 'Commande n° [commande], réf. VELOURS'
 */
export function maskLetters(text: string, remember: Remember): string {
  const masked = CAPITALS.test(text)
    ? text.replace(ANNOUNCED, (found: string, before: string, letters: string) =>
        isCode(letters) ? before + remember('order', letters.replaceAll('-', '')) : found,
      )
    : text;
  return SMALL_NEAR.test(masked)
    ? masked.replace(SMALL, (found: string, before: string, letters: string) =>
        isSmallCode(letters) ? before + remember('order', letters.toUpperCase()) : found,
      )
    : masked;
}
