/** What contacts, accounts and numbers look like in French texts, written as people write them. */

/** Up to three characters that people put between groups of digits. */
const GAP = String.raw`[ .\-/_\u00A0\u202F\u2009]{1,3}`;
const pair = (count: number): string => String.raw`(?:${GAP}\d{2}){${count}}`;

/** The digits of a French number after the 0, as they are grouped: together, by two, 4-3-3, 4-2-2-2, 2-4-4, 2-3-3-2, 3-3-4. */
const GROUPS = [
  String.raw`\d{8}`,
  pair(4),
  String.raw`\d{2}${pair(3)}`,
  String.raw`\d{2}${GAP}\d{3}${GAP}\d{3}`,
  String.raw`${GAP}\d{8}`,
  String.raw`${GAP}\d{4}${GAP}\d{4}`,
  String.raw`${GAP}\d{3}${GAP}\d{3}${GAP}\d{2}`,
  String.raw`\d${GAP}\d{3}${GAP}\d{4}`,
].join('|');

const PHONES: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\d\p{L}])(?:\(0[1-9]\)|0[1-9])(?:${GROUPS})(?![\d\p{L}])`, 'gu'),
  new RegExp(
    String.raw`(?<![\d\p{L}])(?:\(?\+ ?33\)?|00 ?33)(?:${GAP})?(?:\(0\)(?:${GAP})?)?0?[1-9](?:${GROUPS})(?![\d\p{L}])`,
    'gu',
  ),
  /(?<![\d\p{L}])33[1-9]\d{8}(?![\d\p{L}])/gu,
  new RegExp(
    String.raw`(?<![\d\p{L}])0${GAP}8\d{2}${GAP}(?:\d{3}${GAP}\d{3}|\d{2}${GAP}\d{2}${GAP}\d{2})(?!\d)`,
    'gu',
  ),
  /(?<![\d\p{L}])\(\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)/gu,
  /(?<![\d\p{L}])(?:\+ ?|00 ?)\d{1,3}(?:[\s.\u00A0\u202F()-]{0,2}\d{1,4}){2,6}(?!\d)/gu,
];

/** A phone number as digits with country code: `0612345678`, `+33 6 12 34 56 78` and `0033612345678` are one. */
export function canonicalPhone(phone: string): string {
  const digits = phone
    .replace('(0)', '')
    .replace(/[^\d+]/g, '')
    .replace(/^\+/, '00')
    .replace(/^00330/, '0033');
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.startsWith('0') ? `33${digits.slice(1)}` : digits;
}

const HOST = String.raw`(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])`;
const EMAIL = new RegExp(String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@${HOST}`, 'gu');
/** `a.b(at)exemple.fr`, `a.b [at] exemple (point) fr`, `a.b arobase exemple.fr`. */
const SPELT_EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?(?:[([{] ?(?:at|arobase|a) ?[)\]}]|(?<= )arobase(?= )) ?(?:[\p{L}\p{N}-]{1,63} ?(?:\.|[([{] ?(?:dot|point) ?[)\]}]|(?<= )point(?= )) ?){1,4}\p{L}{2,24}(?![\p{L}\p{N}])/giu;
const AT = /(?: ?[([{] ?(?:at|arobase|a) ?[)\]}] ?| arobase )/i;
const DOT = / ?[([{] ?(?:dot|point) ?[)\]}] ?| point /gi;

/** Length of an IBAN by country. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MA28 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 TN24 TR26'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);
const IBAN =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ .\-\u00A0\u202F]?[a-z\d]{2,4}){3,9}(?:[ .\-\u00A0\u202F][a-z\d])?/giu;

/** The beginning of a text that holds so many letters and digits. */
function firstCharacters(text: string, count: number): string | undefined {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[a-z\d]/i.test(text[at] ?? '')) seen++;
    if (seen === count) return text.slice(0, at + 1);
  }
  return undefined;
}

const CARD_GAP = String.raw`[ .\-/\u00A0\u202F]`;
const CARD = new RegExp(
  String.raw`(?<![\d+])(?:\d{4}(?:${CARD_GAP}?\d{4}){3}|3[47]\d{2}${CARD_GAP}?\d{6}${CARD_GAP}?\d{5})(?!\d)`,
  'g',
);
/** Number of the French social security: sex, year, month, department, commune, order, key. */
const NIR =
  /(?<![\d\p{L}])[1278][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-4]\d)[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]{0,3}\d{2})(?!\d)/giu;
/** Plates since 2009, in capitals; older or small ones when a word announces them. */
const PLATE = /(?<![\p{L}\p{N}-])[A-HJ-NP-TV-Z]{2}([- ])\d{3}\1[A-HJ-NP-TV-Z]{2}(?![\p{L}\p{N}-])/gu;
const SAID_PLATE =
  /((?:immatricul\p{L}*|plaques?|matricule)[ :\u00A0]{1,3}(?:est |num[ée]ro |n° ?|: ?|sous le )?)(?:[a-z]{2}[- ]?\d{3}[- ]?[a-z]{2}|\d{1,4}[- ]?[a-z]{2,3}[- ]?\d{2})(?![\p{L}\p{N}])/giu;

const PARTICLES = String.raw`(?:de la |de l['’]|de |du |des |d['’]|la |le |les |l['’]|aux? |DE LA |DE |DU |DES |DE L['’]|LA |LES )`;
/** A word in small letters, with a capital, in capitals. */
const cased = (words: string): string =>
  words
    .split(' ')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .join('|')
    .replaceAll('.', String.raw`\.`);
const STREET = new RegExp(
  String.raw`(?<![\d\p{L},.])\d{1,4}(?: ?(?:bis|ter|quater|BIS|TER|[a-dA-D]))?,?[ \u00A0](?:` +
    String.raw`(?:${cased('rue avenue av. av boulevard boul. bd bd. bld blvd impasse imp. chemin ch. allée allées allee ruelle venelle faubourg fbg quai rte')}) ${PARTICLES}{0,2}[\p{L}\d][\p{L}\d'’.-]*` +
    String.raw`|(?:${cased('place pl. pl cours route passage voie résidence residence square villa montée lotissement hameau esplanade promenade sentier traverse lieu-dit')}) ${PARTICLES}{0,2}\p{Lu}[\p{L}'’.-]*)` +
    String.raw`(?: ${PARTICLES}{0,2}\p{Lu}[\p{L}'’.-]*){0,4}(?:,? \d{5}(?: \p{Lu}[\p{L}'’-]*){0,4})?`,
  'gu',
);
const ENGLISH_STREET =
  /(?<![\d\p{L}])\d{1,4}[a-d]?,? (?:\p{Lu}[\p{L}'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Terrace|Gardens|Crescent)\b\.?/gu;

/** Parcels and orders that are known by their form: Colissimo, the postal union, UPS, Amazon. */
const CARRIERS =
  /(?<![\p{L}\p{N}-])(?:\d[A-Z]\d{11}|[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}|1Z ?[A-Z\d]{3} ?[A-Z\d]{3} ?\d{2} ?\d{4} ?\d{4}|[A-Z\d]?\d{2}-\d{7}-\d{7})(?![\p{L}\p{N}-])/gu;
/** A number that a word announces: "commande n° 12345", "order #A-1234", "ma commande est la FR12345", "dossier 2026-1234"; no date. */
const ORDER =
  /(?<![\p{L}\p{N}])(comm?[ae]nde?s?|cmde?|order|ref|réf|référence|reference|dossier|ticket|colis|suivi|facture|sav|client|retour|bon de livraison|r[ée]clamation|contrat|adh[ée]rent|fid[ée]lit[ée]|tracking|num[ée]ro|numero|parcel|invoice)((?:[\s.:#°/-]|n[°oº]\.?|num(?:éro|ero)?|num\.|id|is|est|c['’]est|le|la|de|du|ma|mon|votre|porte|suivi|colis|commande|client|dossier|réf|référence|my|number|no\.?){0,12}?[\s.:#°]{0,4})((?=[A-Z0-9-]*\d{3})(?!\d{1,2}-\d{1,2}-\d{2,4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d))[A-Z0-9][A-Z0-9-]{4,24})(?![\p{L}\p{N}])/giu;
/** An order number on its own: up to three letters, then at least six digits. */
const CODE = /(?<![\p{L}\p{N}@/#._-])[a-z]{1,3}-?\d{6,14}(?![\p{L}\p{N}])/giu;

/** An order number without separators, upper case. */
const canonicalOrder = (order: string): string => order.toUpperCase().replaceAll(/[- ]/g, '');

const LEAST_OF_PHONE = 8;

/** Puts a mask in the place of a value, and remembers it. */
export type Remember = (kind: 'email' | 'phone' | 'order', value: string) => string;

const digitsOf = (text: string): number => {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
};
const holdsBracket = (text: string): boolean =>
  text.includes('(') || text.includes('[') || text.includes('{') || / arobase /i.test(text);

/** Masks one kind after the other; an earlier one takes what a later one would take a part of. A kind is searched where enough digits are left for it. */
export function maskAll(text: string, remember: Remember): string {
  let masked = text;
  if (masked.includes('@')) masked = masked.replace(EMAIL, (email) => remember('email', email.toLowerCase()));
  if (holdsBracket(masked))
    masked = masked.replace(SPELT_EMAIL, (email) =>
      remember('email', email.replace(AT, '@').replaceAll(DOT, '.').replaceAll(' ', '').toLowerCase()),
    );
  const digits = digitsOf(masked);
  if (digits >= 3) masked = maskNumbers(masked, digits, remember);
  return digits === 0
    ? masked
    : masked
        .replace(STREET, (found) => (/\d{1,4}.*\p{L}/u.test(found) ? '[adresse]' : found))
        .replace(ENGLISH_STREET, '[adresse]');
}

/** Masks accounts, cards, parcels, orders, phones and plates in a text of so many digits, three at least. */
function maskNumbers(text: string, digits: number, remember: Remember): string {
  let masked = text.replace(IBAN, (found) => {
    const length = IBAN_LENGTHS[found.slice(0, 2).toUpperCase()];
    const whole = length === undefined ? undefined : firstCharacters(found, length);
    if (whole === undefined || /[a-z\d]/i.test(found.charAt(whole.length))) return found;
    return `[IBAN]${found.slice(whole.length)}`;
  });
  if (digits >= 13) masked = masked.replace(CARD, '[carte]').replace(NIR, '[NIR]');
  if (digits >= 9) masked = masked.replace(CARRIERS, (parcel) => remember('order', canonicalOrder(parcel)));
  masked = masked.replace(
    ORDER,
    (_, word: string, between: string, order: string) =>
      `${word}${between}${remember('order', canonicalOrder(order))}`,
  );
  if (digits >= 6) masked = masked.replace(CODE, (code) => remember('order', canonicalOrder(code)));
  if (digits >= LEAST_OF_PHONE)
    for (const phone of PHONES)
      masked = masked.replace(phone, (found) => {
        const own = digitsOf(found);
        return own < LEAST_OF_PHONE || own > 16 ? found : remember('phone', canonicalPhone(found));
      });
  return masked.replace(PLATE, '[plaque]').replace(SAID_PLATE, '$1[plaque]');
}
