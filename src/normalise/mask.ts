import type { Pseudonymiser } from './pseudonym.js';

/** What may be masked in a text. */
export type MaskKind = 'email' | 'iban' | 'card' | 'phone' | 'order';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?:[ \u00A0\u202F]?[A-Z0-9]{4}){3,7}(?:[ \u00A0\u202F]?[A-Z0-9]{1,3})?\b/g;
const CARD = /(?<![\d+])\d{4}(?:[ -]?\d{4}){3}(?!\d)/g;
/** A number that a word announces: "commande n° 12345", "order #A-1234", "réf. : FR12345", "dossier 2026-1234". */
const ORDER =
  /(?<![\p{L}\p{N}])(comm?[ae]nde?s?|cmde?|order|ref|réf|référence|reference|dossier|ticket|colis|suivi|facture|sav|client|retour)((?:[\s.:#°-]|n[°o]\.?|num(?:éro|ero)?|num\.|id|is|est|le|:){0,6}?[\s.:#°]{0,4})((?=[A-Z0-9-]*\d{3})[A-Z0-9][A-Z0-9-]{4,24})(?![\p{L}\p{N}])/giu;
/** An order number on its own: up to three letters, then at least six digits. */
const CODE = /(?<![\p{L}\p{N}@/#._-])[a-z]{1,3}-?\d{6,14}(?![\p{L}\p{N}])/giu;
const PHONE_FR =
  /(?<![\d\p{L}])(?:(?:\+|00)33[\s.\u00A0\u202F-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.\u00A0\u202F-]?\d{2}){4}(?!\d)/gu;
const PHONE_INTERNATIONAL = /(?<![\d\p{L}])(?:\+|00)\d{1,3}(?:[\s.\u00A0\u202F()-]{0,2}\d{1,4}){2,6}(?!\d)/gu;

const LABEL: Readonly<Record<MaskKind, string>> = {
  email: '[e-mail]',
  iban: '[IBAN]',
  card: '[carte]',
  phone: '[téléphone]',
  order: '[commande]',
};

export interface Masked {
  readonly text: string;
  /** Keyed hashes `email:…`, `phone:…`, `order:…` of what was masked, in order of appearance, without repeats. */
  readonly contactKeys: readonly string[];
}

/** A phone number as digits with country code: `0612345678`, `+33 6 12 34 56 78` and `0033612345678` are one. */
export function canonicalPhone(phone: string): string {
  const digits = phone
    .replace('(0)', '')
    .replace(/[^\d+]/g, '')
    .replace(/^\+/, '00');
  return digits.startsWith('00') ? digits.slice(2) : digits.startsWith('0') ? `33${digits.slice(1)}` : digits;
}

/** An order number without separators, upper case. */
const canonicalOrder = (order: string): string => order.toUpperCase().replaceAll('-', '');

/** True when the text can hold nothing to mask: no digit and no @. One pass, no allocation. */
function holdsNothingToMask(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || code === 64) return false;
  }
  return true;
}

/** Longest text that is searched at once; longer texts are masked piece by piece, cut at a space where there is one. */
const PIECE = 20_000;

/**
 * Masks e-mail addresses, IBANs, card numbers, phone numbers and order numbers (announced by a word, or letters and six digits), and gives their keyed hashes so
 * that the same person or order can be linked without being known. Idempotent: a masked text stays as it is.
 *
 * Limits: a number that no word announces and that is not a phone, card or IBAN stays; names in the text stay.
 *
 * @example
 * maskText('Commande n° 45879632, écrivez à a.b@exemple.fr', () => '0011').text
 * // → 'Commande n° [commande], écrivez à [e-mail]'
 */
export function maskText(text: string, pseudonym: Pseudonymiser): Masked {
  if (holdsNothingToMask(text)) return { text, contactKeys: [] };
  if (text.length > PIECE) {
    const cut = text.lastIndexOf(' ', PIECE);
    const at = cut > PIECE / 2 ? cut : PIECE;
    const pieces: string[] = [];
    const keys = new Set<string>();
    for (let from = 0; from < text.length; from += at) {
      const piece = maskText(text.slice(from, from + at), pseudonym);
      pieces.push(piece.text);
      for (const key of piece.contactKeys) keys.add(key);
    }
    return { text: pieces.join(''), contactKeys: [...keys] };
  }
  const keys = new Set<string>();
  const remember = (kind: MaskKind, value: string): string => {
    keys.add(`${kind}:${pseudonym(kind, value)}`);
    return LABEL[kind];
  };
  let masked = text;
  if (masked.includes('@')) masked = masked.replace(EMAIL, (email) => remember('email', email.toLowerCase()));
  masked = masked
    .replace(IBAN, () => LABEL.iban)
    .replace(CARD, () => LABEL.card)
    .replace(ORDER, (whole, word: string, between: string, order: string) =>
      order.startsWith('[') ? whole : `${word}${between}${remember('order', canonicalOrder(order))}`,
    )
    .replace(CODE, (code) => remember('order', canonicalOrder(code)))
    .replace(PHONE_FR, (phone) => remember('phone', canonicalPhone(phone)))
    .replace(PHONE_INTERNATIONAL, (phone) => remember('phone', canonicalPhone(phone)));
  return { text: masked, contactKeys: [...keys] };
}
