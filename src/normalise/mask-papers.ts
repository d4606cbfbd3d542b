/** Numbers of papers, dates of birth and machines: what tells a person and is neither contact nor order. */

/** Months in French and English. */
export const MONTHS =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december';
const BIRTH = new RegExp(
  String.raw`(?<!\p{L})((?:n[ée]\(?e?\)?[ \u00A0]le|date de naissance|naissance|born(?: on)?|date of birth|birthday|dob)[ \u00A0]?:?[ \u00A0]?(?:le[ \u00A0])?)(?:\d{1,2}[ ./-]\d{1,2}[ ./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:er)? (?:${MONTHS}) \d{4}|(?:${MONTHS}) \d{1,2},? \d{4})(?!\d)`,
  'giu',
);
/** Announced, and of five digits at least. */
const PAPERS =
  /(?<!\p{L})((?:passe-?port|carte (?:nationale )?d['’]identit[ée]|cni|permis(?: de conduire)?|driving licen[cs]e|titre de s[ée]jour|num[ée]ro fiscal|guichet|compte(?: bancaire)?|sort code|assur[ée]e?|allocataire|imei|navigo|(?:num[ée]ro|n[°º]) de s[ée]rie)(?:[ \u00A0:#°]|n[°º]|num[ée]ro|perso(?:nnel)?|est|no\.?){1,6})((?=(?:[A-Z -]{0,3}\d){5})[A-Z\d]{0,4}\d[A-Z\d]*(?:[ -]\d[A-Z\d]*){0,5})(?![\p{L}\p{N}])/giu;
/** What opens a door, of three digits at least. */
const DOOR =
  /(?<!\p{L})((?:digicode|interphone|code (?:de la |d['’]|du |de l['’])?(?:porte|entr[ée]e|acc[eè]s|portail|immeuble|bo[iî]te [àa] cl[ée]s?))(?: (?:est|c['’]est|le))?[ :=]{1,3}(?:n[°º] ?)?)([A-Z#*]{0,2}\d{3,6}[A-Z#*]{0,2})(?![\p{L}\p{N}])/giu;
/** A firm, and so whoever runs it alone: SIREN, SIRET, VAT of France. */
const FIRM =
  /(?<!\p{L})((?:siret|siren|tva(?: intra\p{L}*)?|n[°º] de tva)(?:[ \u00A0:#°]|n[°º]|num[ée]ro|est){1,4})((?:FR[ \u00A0]?\d{2}[ \u00A0]?)?\d{3}(?:[ .\u00A0]?\d{3}){2}(?:[ .\u00A0]?\d{5})?)(?![\p{L}\p{N}])/giu;
/** A count of followers is no account. */
const LEAST_OF_ACCOUNT = 7;
/** A card of which a till or a bank hid a part. */
const HIDDEN_CARD = /(?<![\d*])\d{4}[ -]?(?:[\d*xX•]{2,4}[ -]?){2}\d{4}(?![\d*])/g;
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
/** Those of a house or a shop are everywhere the same. */
const MACHINE = new RegExp(
  String.raw`(?<![\d.,])(?!(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.)(?:${OCTET}\.){3}${OCTET}(?!\.?\d)`,
  'g',
);
/** A version of a program has fewer, unless a word announces an address. */
const LEAST_OF_MACHINE = 9;
const SAID_MACHINE = /(?<!\p{L})(?:adresse )?ip(?: (?:est|is|publique|address))?[ :]{1,3}$/iu;

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** Masks codes of doors that a word announces. */
export const maskDoors = (text: string): string => text.replace(DOOR, '$1[code]');

/** Masks dates of birth, numbers of papers and accounts that a word announces, cards partly hidden, and addresses of machines. */
export const maskPapers = (text: string): string =>
  text
    .replace(BIRTH, '$1[naissance]')
    .replace(PAPERS, (found, word: string, number: string) =>
      /^compte[ \u00A0]/i.test(word) && count(number, /\d/g) < LEAST_OF_ACCOUNT ? found : `${word}[numéro]`,
    )
    .replace(FIRM, '$1[numéro]')
    .replace(HIDDEN_CARD, (found) => (count(found, /[*xX•]/g) < 4 ? found : '[carte]'))
    .replace(MACHINE, (found, at: number, whole: string) =>
      count(found, /\d/g) < LEAST_OF_MACHINE && !SAID_MACHINE.test(whole.slice(Math.max(0, at - 30), at))
        ? found
        : '[IP]',
    );
