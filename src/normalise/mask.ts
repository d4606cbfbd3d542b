import { mayHoldLetters } from './mask-letters.js';
import { MAILBOXES } from '../util/mailbox-hosts.js';
import { maskAll } from './mask-rules.js';
import type { Pseudonymiser } from './pseudonym.js';

/** What may be masked in a text. */
export type MaskKind = 'email' | 'phone' | 'order';

const LABEL: Readonly<Record<MaskKind, string>> = {
  email: '[e-mail]',
  phone: '[téléphone]',
  order: '[commande]',
};

export { canonicalPhone } from './mask-rules.js';

export interface Masked {
  readonly text: string;
  /** Keyed hashes `email:…`, `phone:…`, `order:…` of what was masked, in order of appearance, without repeats. */
  readonly contactKeys: readonly string[];
}

/** `@`, its wide form, and the brackets in which people spell it. */
const MARKS = ['@', '(', '[', '{', '<'];
const WIDE_AT = 0xff20;
/** 1 for digits and marks. */
const TELLING = new Uint8Array(128);
for (const sign of [...'0123456789', ...MARKS]) TELLING[sign.charCodeAt(0)] = 1;
/** Words that spell it, or that a place without a number begins with; `edge` is what stands before a number in words. */
const words = (edge: string): string =>
  String.raw` arobase |_at_| at [^ ]+ (?:dot|point) | (?:at|chez|à) (?:${MAILBOXES})[. ]|lieu[- ]?dit|r[ée]sidence|${edge}(?:z[ée]ro|oh|trente[- ]trois)[ ,.-]|${edge}(?:one|two|three|four|five|seven|eight|nine)[ ,-]{1,2}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)[ ,-]`;
const WORDS = new RegExp(words(String.raw`(?<!\p{L})`), 'iu');
/** The same inside longer words too: a third of the time, and enough for most texts. */
const LETTERS = new RegExp(words(''), 'i');

/** True when the text can hold nothing to mask: no digit, no @ and none spelt out, no place without a number. */
function holdsNothingToMask(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 ? TELLING[code] === 1 : code === WIDE_AT) return false;
  }
  return (!LETTERS.test(text) || !WORDS.test(text)) && !mayHoldLetters(text);
}

/** Long numbers in the digits of Arabic, of Persian or of wide letters. */
const OTHER_DIGITS = /[٠-٩۰-۹０-９](?:[ .\-/]?[٠-٩۰-۹０-９]){7,}/gu;
const WESTERN = /[٠-٩۰-۹０-９]/gu;
/** A text whose long numbers are in the digits that masks know; each digit stays one character. */
const withWesternDigits = (text: string): string =>
  text.replace(OTHER_DIGITS, (number) =>
    number.replace(WESTERN, (digit) =>
      String(((digit.codePointAt(0) ?? 0) - (digit >= '０' ? 0xff10 : digit >= '۰' ? 0x6f0 : 0x660)) % 10),
    ),
  );

/** Longest text that is searched at once; longer texts are masked piece by piece, cut at a space where there is one. */
const PIECE = 20_000;

/** Where a piece of a long text ends: at a space between words, never inside a number. */
function cutAfter(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  for (let at = from + PIECE; at > from + PIECE / 2; at--)
    if (text[at] === ' ' && !/[\d@.(]/.test((text[at - 1] ?? '') + (text[at + 1] ?? ''))) return at;
  return from + PIECE;
}

/**
 * Masks e-mail addresses (spelt ones too), IBANs, cards, numbers of social security, of papers, dates of birth, plates, street addresses, phone numbers, parcels and
 * orders (announced by a word, of a known form, letters and six digits, or, announced by a sign, letters that no word has), and gives keyed hashes of contacts and orders so that the same
 * person or order can be linked without being known. Idempotent: a masked text stays as it is.
 *
 * Limits: a number that no word announces and that is not a phone, card or IBAN stays; names in the text stay. A table of cases with precision and recall: `test/normalise`.
 *
 * @example
 * maskText('Commande n° 45879632, écrivez à a.b@exemple.fr', () => '0011').text
 * // → 'Commande n° [commande], écrivez à [e-mail]'
 */
export function maskText(given: string, pseudonym: Pseudonymiser): Masked {
  const text = withWesternDigits(given);
  if (holdsNothingToMask(text)) return { text, contactKeys: [] };
  if (text.length > PIECE) {
    const pieces: string[] = [];
    const keys = new Set<string>();
    for (let from = 0; from < text.length;) {
      const to = cutAfter(text, from);
      const piece = maskText(text.slice(from, to), pseudonym);
      pieces.push(piece.text);
      for (const key of piece.contactKeys) keys.add(key);
      from = to;
    }
    return { text: pieces.join(''), contactKeys: [...keys] };
  }
  const keys = new Set<string>();
  const remember = (kind: MaskKind, value: string): string => {
    keys.add(`${kind}:${pseudonym(kind, value)}`);
    return LABEL[kind];
  };
  const masked = maskAll(text, remember);
  return { text: masked, contactKeys: [...keys] };
}
