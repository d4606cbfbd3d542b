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

/** True when the text can hold nothing to mask: no digit, no @ and none spelt out. One pass, no allocation. */
function holdsNothingToMask(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || code === 64 || code === 40 || code === 91) return false;
  }
  return !text.includes(' arobase ');
}

/** Longest text that is searched at once; longer texts are masked piece by piece, cut at a space where there is one. */
const PIECE = 20_000;

/**
 * Masks e-mail addresses (spelt ones too), IBANs, cards, numbers of social security, plates, street addresses, phone numbers, parcels and
 * orders (announced by a word, of a known form, or letters and six digits), and gives keyed hashes of contacts and orders so that the same
 * person or order can be linked without being known. Idempotent: a masked text stays as it is.
 *
 * Limits: a number that no word announces and that is not a phone, card or IBAN stays; names in the text stay. A table of cases with precision and recall: `test/normalise`.
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
  const masked = maskAll(text, remember);
  return { text: masked, contactKeys: [...keys] };
}
