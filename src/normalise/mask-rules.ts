import { MAILBOXES } from '../util/mailbox-hosts.js';
import { digitsOf, maskOrders, type Remember } from './mask-orders.js';
import { maskLetters } from './mask-letters.js';
import { isInstant } from './mask-instants.js';
import { maskDoors, maskPapers } from './mask-papers.js';
import { maskHomes, maskStreets } from './mask-places.js';
import { maskSpoken } from './mask-spoken.js';

/** What contacts, accounts and numbers look like in French texts, written as people write them. */

/** Up to three characters that people put between groups of digits. */
const GAP = String.raw`(?:[ .:*\-/_•·|\u00A0\u202F\u2009\u2010-\u2015\n]{1,3}|,)`;
const pair = (count: number): string => String.raw`(?:${GAP}\d{2}){${count}}`;

/** The digits of a French number after the 0, as they are grouped: together, by two, 4-3-3, 4-2-2-2, 2-4-4, 6-4, 2-3-3-2, 3-3-4. */
const GROUPS = [
  String.raw`\d{8}`,
  pair(4),
  String.raw`\d{2}${pair(3)}`,
  String.raw`\d{2}${GAP}\d{3}${GAP}\d{3}`,
  String.raw`\d{4}${GAP}\d{4}`,
  String.raw`${GAP}\d{8}`,
  String.raw`${GAP}\d{4}${GAP}\d{4}`,
  String.raw`${GAP}\d{3}${GAP}\d{3}${GAP}\d{2}`,
  String.raw`\d${GAP}\d{3}${GAP}\d{4}`,
].join('|');

/** "09:00-18:00 06 12 34 56 78", "le 05/11/26 06 12 34 56 78": hours or a day do not lend a number its first digits. */
const BEFORE_PHONE = String.raw`\d{2}(?:(?:[./:\u2010-\u2015-]| [\u2010-\u2015-] )\d{2}){1,3}[ \u00A0\u202F\n]{1,2}(?:[:\u2010-\u2015-] )?0[1-9](?:${GAP}?\d{2}){4}(?![\d\p{L}])`;

const PHONES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\d\p{L}])(?!${BEFORE_PHONE})(?:\([0oOΟО][1-9]\)|[0oOΟО][1-9])(?:${GROUPS})(?![\d\p{L}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\d\p{L}])(?:\(?\+ ?33\)?|00 ?33)(?:${GAP})?(?:\(0\)(?:${GAP})?)?0?[1-9](?:${GROUPS})(?![\d\p{L}])`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\d\p{L}])33${GAP}?[1-9](?:${GROUPS})(?![\d\p{L}])`, 'gu'),
  /(?<![\d\p{L}])0[ .-]?[1-9](?:[ .-]\d){8}(?![ .-]?\d)/gu,
  // stuck to the word before: "tél0612345678"
  /(?<=\p{Ll})0[1-79]\d{8}(?![\d\p{L}])/gu,
  new RegExp(
    String.raw`(?<![\d\p{L}])0${GAP}8\d{2}${GAP}(?:\d{3}${GAP}\d{3}|\d{2}${GAP}\d{2}${GAP}\d{2})(?!\d)`,
    'gu',
  ),
  /(?<![\d\p{L}])\(\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)/gu,
  /(?<![\d\p{L}])(?:\+ ?|00 ?)(?!0)\d{1,3}(?:[\s.\u00A0\u202F()-]{0,2}\d{1,4}){2,6}(?!\d)/gu,
  // of Switzerland, the United Kingdom and others, or grouped as nobody else does; a date is none
  /(?<![\d\p{L}.,\-/:])(?!\d\d([.-])\d\d\1(?:19|20)\d\d)(?=(?:[ .\u00A0\u202F-]?\d){10,11}(?![ .\u00A0\u202F-]?\d))0[1-9]\d{0,3}([ .\u00A0\u202F-])\d{2,6}(?:\2\d{2,6}){0,3}(?![\d\p{L}])/gu,
  /(?<![\d\p{L}.,\-/:])0[127]\d{9}(?![\d\p{L}])/gu,
  /(?<![\d\p{L}.\-/])(?:1[-. ])?[2-9]\d{2}([-.])[2-9]\d{2}\1\d{4}(?![\d\p{L}])/gu,
];

/** Without its 0, as a spreadsheet leaves it, when a word announces it. */
const BARE_PHONE =
  /(?<![\p{L}\p{N}])((?:t[ée]l(?:[ée]phone)?|portable|mobile|gsm|phone|joignable)(?: (?:est|au|is))?[ .:]{1,3})([1-9]\d{8})(?![\p{L}\p{N}])/giu;

/** A phone number as digits with country code: `0612345678`, `+33 6 12 34 56 78` and `0033612345678` are one. */
export function canonicalPhone(phone: string): string {
  const digits = phone
    .replace(/^\(?[oOΟО]/, '0')
    .replace('(0)', '')
    .replace(/[^\d+]/g, '')
    .replace(/^\+/, '00')
    .replace(/^00330/, '0033');
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.startsWith('0') ? `33${digits.slice(1)}` : digits;
}

const HOST = String.raw`(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])`;
const EMAIL = new RegExp(String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}[@＠]${HOST}`, 'gu');
/** With spaces, a comma or no dot that a keyboard put in: a mailbox of a known provider, a name with a digit or sign in it, a known ending. */
const SPACED_EMAIL = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])(?:[\p{L}\p{N}._%+-]{1,64} ?@ ?(?:${MAILBOXES}) ?[.,] ?\p{L}{2,6}|[\p{L}\p{N}._%+-]{1,64}(?:@[\p{L}\p{N}-]{2,63}(?: \. ?|, ?)| @ [\p{L}\p{N}-]{2,63} ?\. |@ [\p{L}\p{N}-]{2,63}\.)(?:fr|com|net|org|be|ch|eu|lu|ca)|[\p{L}\p{N}._%+-]{1,64}@(?:gmail|googlemail|wanadoo|laposte|hotmail|outlook|yahoo|icloud)(?:fr|com|net)?|(?=[\p{L}._%+-]{0,63}[\d._])[\p{L}\p{N}._%+-]{2,64} ?@ ?[\p{L}\p{N}-]{2,63}(?: ?\.[\p{L}\p{N}-]{2,63}){1,4})(?![\p{L}\p{N}])`,
  'giu',
);
/** `a.b(at)exemple.fr`, `a.b [at] exemple (point) fr`, `a.b arobase exemple.fr`. */
const SPELT_EMAIL =
  /(?<![\p{L}\p{N}._%+-])(?:[\p{L}\p{N}_-]{1,30} ?[([{] ?(?:dot|point) ?[)\]}] ?){0,3}[\p{L}\p{N}._%+-]{1,64} ?(?:[([{] ?(?:at|arobase|a|@) ?[)\]}]|(?<= )arobase(?= )) ?(?:[\p{L}\p{N}-]{1,63} ?(?:\.|[([{] ?(?:dot|point) ?[)\]}]|(?<= )point(?= )) ?){1,4}\p{L}{2,24}(?![\p{L}\p{N}])/giu;
/** `a.b AT exemple DOT fr`, `a.b_at_exemple.fr`, `a.b<at>exemple.fr`; at a provider, a name with a digit or sign in it: `a.b chez orange.fr`. */
const WORDED_EMAIL = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])(?:[\p{L}\p{N}._%+-]{1,64} at [\p{L}\p{N}-]{1,63} (?:dot|point) \p{L}{2,24}|[\p{L}\p{N}.%+-]{1,64}(?:_at_| ?< ?at ?> ?)(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}|(?=[^ ]{0,63}\p{L})(?=[^ ]{0,63}[\d._])[\p{L}\p{N}._%+-]{3,64} (?:at|chez|à) (?:${MAILBOXES})(?:\.| point | dot )(?:fr|com|net|org|be|ch))(?![\p{L}\p{N}])`,
  'giu',
);
/** What the text must hold for it. */
const WORDED = new RegExp(
  `_at_|< ?at ?>| at [^ ]+ (?:dot|point) | (?:at|chez|à) (?:${MAILBOXES})(?:[.]| point | dot )`,
  'i',
);
const AT = /(?: ?[([{<] ?(?:at|arobase|a|@) ?[)\]}>] ?| arobase | at | chez | à |_at_)/i;
const DOT = / ?[([{] ?(?:dot|point) ?[)\]}] ?| point | dot /gi;

/** Length of an IBAN by country. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MA28 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 TN24 TR26'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);
const IBAN =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ .\-\u00A0\u202F]?[a-z\d]{2,4}){3,9}(?:[ .\-\u00A0\u202F][a-z\d])?/giu;

/** An IBAN grouped in another way: its check digits tell it from anything else. */
const LOOSE_IBAN = /(?<![\p{L}\p{N}])[a-z]{2}[ .-]?\d{2}(?:[ .-]?[a-z\d]){11,27}(?![\p{L}\p{N}])/giu;
/** A French account as the bank writes it: bank, branch, account, key. */
const RIB = /(?<![\p{L}\p{N}])\d{5}[ .-]\d{5}[ .-](?=[a-z]{0,10}\d)[a-z\d]{11}[ .-]\d{2}(?![\p{L}\p{N}])/giu;

/** ISO 13616: the number that an IBAN stands for leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const bare = text.replaceAll(/[^a-z\d]/gi, '').toUpperCase();
  if (bare.length !== IBAN_LENGTHS[bare.slice(0, 2)]) return false;
  let rest = 0;
  for (const letter of bare.slice(4) + bare.slice(0, 4))
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** The beginning of a text that holds so many letters and digits. */
function firstCharacters(text: string, count: number): string | undefined {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[a-z\d]/i.test(text[at] ?? '')) seen++;
    if (seen === count) return text.slice(0, at + 1);
  }
  return undefined;
}

const CARD_GAP = String.raw`[ .\-/_\u00A0\u202F]{0,2}`;
const CARD = new RegExp(
  String.raw`(?<![\d+])(?:\d{4}(?:${CARD_GAP}\d{4}){3}|3[47]\d{2}${CARD_GAP}\d{6}${CARD_GAP}\d{5})(?!\d)`,
  'g',
);
/** The same with any other sign between its groups, where its check digit holds. */
const SIGNED_CARD = /(?<!\d)\d{4}([^\p{L}\p{N}\s]{1,3})\d{4}\1\d{4}\1\d{4}(?!\d)/gu;

/** ISO/IEC 7812-1, annex B (Luhn): every second digit doubled, the sum of digits is a multiple of ten. */
const isCard = (text: string): boolean =>
  [...text.replaceAll(/\D/g, '')]
    .toReversed()
    .reduce(
      (sum, digit, at) => sum + (at % 2 === 0 ? +digit : ((2 * +digit) % 10) + (+digit >= 5 ? 1 : 0)),
      0,
    ) %
    10 ===
  0;
/** Number of the French social security: sex, year, month, department, commune, order, key. */
const NIR =
  /(?<![\d\p{L}])[1278][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-4]\d)[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]{0,3}\d{2})(?!\d)/giu;
/** The same without its key, in groups. */
const SHORT_NIR =
  /(?<![\d\p{L}])[12][ .-]\d{2}[ .-](?:0[1-9]|1[0-2])[ .-](?:\d{2}|2[AB])[ .-]\d{3}[ .-]\d{3}(?![\d])/giu;
/** The same in one piece when a word announces it; alone it may be a bar code. */
const SAID_NIR =
  /(?<![\p{L}\p{N}])((?:nir|s[ée]cu(?:rit[ée] sociale)?|num[ée]ro de ss|ss)(?: est)?[ :]{1,3}(?:n[°º] ?)?)[12]\d{2}(?:0[1-9]|1[0-2])(?:\d{2}|2[AB])\d{6}(?!\d)/giu;
/** Plates of France since 2009 and of Belgium, in capitals, or small with hyphens; others when a word announces them. */
const PLATE =
  /(?<![\p{L}\p{N}-])(?:[A-HJ-NP-TV-Z]{2}([- ])\d{3}\1[A-HJ-NP-TV-Z]{2}|[a-hj-np-tv-z]{2}-\d{3}-[a-hj-np-tv-z]{2}|[1-9]-[A-Z]{3}-\d{3})(?![\p{L}\p{N}-])/gu;
const SAID_PLATE =
  /((?:immatricul\p{L}*|plaques?|matricule|voiture|v[ée]hicule|camion|camionnette|fourgon(?:nette)?|utilitaire|moto|scooter|auto)[ :,(\u00A0]{1,3}(?:est |num[ée]ro |n° ?|: ?|sous le )?)(?:[a-z]{2}[- ]?\d{3}[- ]?[a-z]{2}|\d{1,4}[- ]?[a-z]{2,3}[- ]?\d{2})(?![\p{L}\p{N}])/giu;

/** Plates of France before 2009, in capitals, where the text speaks of what bears them; a quantity ("250 ML 12") is none. */
const OLD_PLATE =
  /(?<![\p{L}\p{N}-])[1-9]\d{1,3}([ -])(?!(?:ML|CL|DL|GR|KG|MG|MM|CM|KM|HT|MN|MAX|MIN|SEC|PCS|EUR)\b)[A-HJ-NP-TV-Z]{2,3}\1(?:\d{2}|2[AB]|97[1-8])(?![\p{L}\p{N}-]| ?(?:m[²23]|%|€|[ck]m|kg))/gu;
const BEARS_PLATE =
  /immatricul|plaque|voiture|v[ée]hicule|camion|fourgon|utilitaire|moto\b|scooter|chauffeur|conducteur|livreur|gar[ée]|stationn|parking/i;

const LEAST_OF_PHONE = 8;
const LEAST_OF_PAPERS = 5;

const holdsBracket = (text: string): boolean =>
  text.includes('(') || text.includes('[') || text.includes('{') || / arobase /i.test(text);

/** Masks one kind after the other; an earlier one takes what a later one would take a part of. A kind is searched where enough digits are left for it. */
export function maskAll(text: string, remember: Remember): string {
  let masked = text;
  const spelt = (email: string): string =>
    remember(
      'email',
      email.replace(AT, '@').replaceAll(DOT, '.').replaceAll(' ', '').replaceAll(',', '.').toLowerCase(),
    );
  if (masked.includes('@') || masked.includes('＠'))
    masked = masked
      .replace(EMAIL, (email) => remember('email', email.replace('＠', '@').toLowerCase()))
      .replace(SPACED_EMAIL, spelt);
  if (holdsBracket(masked)) masked = masked.replace(SPELT_EMAIL, spelt);
  if (WORDED.test(masked)) masked = masked.replace(WORDED_EMAIL, spelt);
  masked = maskSpoken(masked, (phone) => remember('phone', canonicalPhone(phone)));
  masked = maskLetters(maskHomes(masked), remember);
  const digits = digitsOf(masked);
  if (digits >= 3) masked = maskNumbers(masked, digits, remember);
  return digits === 0 ? masked : maskStreets(masked);
}

/** Masks accounts, cards, parcels, orders, phones and plates in a text of so many digits, three at least. */
function maskNumbers(text: string, digits: number, remember: Remember): string {
  let masked = text.replace(IBAN, (found) => {
    const length = IBAN_LENGTHS[found.slice(0, 2).toUpperCase()];
    const whole = length === undefined ? undefined : firstCharacters(found, length);
    if (whole === undefined || /[a-z\d]/i.test(found.charAt(whole.length))) return found;
    return `[IBAN]${found.slice(whole.length)}`;
  });
  if (digits >= 13)
    masked = masked
      .replace(LOOSE_IBAN, (found) => (isIban(found) ? '[IBAN]' : found))
      .replace(RIB, '[IBAN]')
      .replace(CARD, '[carte]')
      .replace(SIGNED_CARD, (found) => (isCard(found) ? '[carte]' : found))
      .replace(NIR, '[NIR]');
  masked = maskDoors(masked);
  if (digits >= LEAST_OF_PAPERS) masked = maskPapers(masked);
  if (digits >= 12) masked = masked.replace(SHORT_NIR, '[NIR]').replace(SAID_NIR, '$1[NIR]');
  masked = maskOrders(masked, digits, remember);
  if (digits >= LEAST_OF_PHONE)
    for (const phone of PHONES)
      masked = masked.replace(phone, (found: string, ...rest: unknown[]) => {
        const own = digitsOf(found),
          [at, whole] = rest.slice(-2) as [number, string];
        return own < LEAST_OF_PHONE || own > 16 || isInstant(found, at, whole)
          ? found
          : remember('phone', canonicalPhone(found));
      });
  if (digits >= 9)
    masked = masked.replace(
      BARE_PHONE,
      (_, word: string, phone: string) => word + remember('phone', canonicalPhone(`0${phone}`)),
    );
  masked = masked.replace(PLATE, '[plaque]').replace(SAID_PLATE, '$1[plaque]');
  return BEARS_PLATE.test(masked) ? masked.replace(OLD_PLATE, '[plaque]') : masked;
}
