/** Numbers of orders, parcels, tickets, contracts and customers, as French and English texts write them. */
import { MONTHS } from './mask-papers.js';

/** Puts a mask in the place of a value, and remembers it. */
export type Remember = (kind: 'email' | 'phone' | 'order', value: string) => string;

/** How many digits a text has. */
export const digitsOf = (text: string): number => {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
};

/** Parcels and orders that are known by their form: Colissimo, the postal union, UPS, DHL, Amazon, Cdiscount (its day first). */
const CARRIERS =
  /(?<![\p{L}\p{N}-])(?:\d[A-Z](?:\d{11}| ?\d{3} ?\d{3} ?\d{4} ?\d)|[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}|1Z ?[A-Z\d]{3} ?[A-Z\d]{3} ?\d{2} ?\d{4} ?\d{4}|JJ?D\d{16,20}|[A-Z\d]?\d{2}-\d{7}-\d{7}|2\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[A-Z\d]{0,3}[A-Z]{2})(?![\p{L}\p{N}-])/gu;
/** A number that a word announces: "commande n° 12345", "order #A-1234", "ma commande est la FR12345", "dossier 2026-1234"; no date. One more may follow: "commandes 12345 et 12346". */
const ORDER =
  /(?<![\p{L}\p{N}])(comm?[ae]nde?s?|cmde?|cde|order|ref|réf|référence|reference|dossier|ticket|colis|suivi|facture|sav|client|retour|bon de livraison|r[ée]clamation|contrat|exp[ée]dition|shipment|adh[ée]rent|fid[ée]lit[ée]|tracking|(?<!lots? |batch )num[ée]ro|parcel|invoice|dpd|gls|ups|dhl|fedex|colissimo|chronopost|mondial relay|relais colis|bon d['’]achat|rma|transaction|abonn[ée]e?|(?:avoir|bon)(?= n[°º])|(?:carte|ch[èe]que)[ -]cadeau)((?:[\s.:#°(/-]|n[°oº]\.?|n\.|bien|pass[ée]e|caisse|web|internet|en ligne|drive|amazon|cdiscount|fnac|darty|boulanger|rakuten|veepee|zalando|shein|temu|vinted|ebay|leclerc|carrefour|auchan|num(?:éro|ero)?|num\.|id|is|est|c['’]est|le|la|de|du|ma|mon|votre|porte|suivi|colis|commande|client|dossier|réf|référence|my|number|no\.?|dpd|gls|ups|dhl|colissimo|chronopost|mondial relay|relais colis){0,12}?[\s.:#°]{0,4})((?:(?=[A-Z0-9-]*\d{3})|(?=[A-Z0-9-]{8})(?=(?:[A-Z-]{0,4}\d){4}))(?!\d{1,2}-\d{1,2}-\d{2,4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d))[A-Z0-9][A-Z0-9-]{4,24}(?:\/\d{1,10})?|(?!20\d\d\/20\d\d(?!\d))(?:(?:19|20)\d\d|[A-Z]{1,5}\d{0,4})\/\d{3,10})(?![\p{L}\p{N}])(?:( ?[,/&] ?| et | ou | and | or )(?!0\d{9}(?!\d)|33\d{9}(?!\d)|\d{5} \p{Lu})([A-Z]{0,4}-?\d{5,15})(?![\p{L}\p{N}]))?/giu;
/** The same behind its day: "commande du 12 mars, 98765432", "commande passée le 12/03/2026 n° 88210". */
const DATED_ORDER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:comm?[ae]nde|cmde?|cde|colis|order)(?: pass[ée]e| faite| effectu[ée]e| en date| placed)? (?:du|de|le|of|from|on) \d{1,2}(?:er)?(?:[/.-]\d{1,2}(?:[/.-](?:20)?\d{2})?| (?:${MONTHS})(?: 20\d{2})?)[ ,:;(-]{1,3}(?:(?:n[°oº]|num[ée]ro|r[ée]f(?:[ée]rence)?|no|#)[. :]{0,2})?)(?!0\d{9}(?!\d))((?=[A-Z0-9-]*\d{5})[A-Z0-9][A-Z0-9-]{4,19})(?![\p{L}\p{N}]|[,.]\d| ?€)`,
  'giu',
);
/** The same in groups of digits, for what is followed or paid: "n° de suivi : 250 123 456 789 01". */
const GROUPED_ORDER =
  /(?<![\p{L}\p{N}])(suivi|colis|tracking|commande|parcel|order|fid[ée]lit[ée]|client|dossier|facture|contrat|adh[ée]rent|exp[ée]dition)((?:[ :#°n]|dpd|gls|ups|dhl|colissimo|chronopost){0,6})(\d{1,4}(?: \d{2,4}){2,5})(?![\p{L}\p{N}])/giu;
/** Not behind "lot" or "batch": all who bought of a lot quote its number, which names none of them. */
const OF_NO_LOT = String.raw`(?<!(?<![\p{L}\p{N}])(?:lots?|batch)[\s:.]{1,3}(?:n[°º.] ?|num[ée]ro |number |no\.? |#)?)`;
/** A long number behind its sign alone; a year or a district (#75011) is a tag. */
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}&])${OF_NO_LOT}(n[°º] ?(?=\d{7})|#(?!(?:750[012]\d|6900\d|130[01]\d)(?!\d)))(\d{5,15})(?![\p{L}\p{N}_])`,
  'giu',
);
/** An order number on its own: up to three letters, then at least six digits, perhaps two letters more. */
const CODE = new RegExp(
  String.raw`(?<![\p{L}\p{N}@/#._-])${OF_NO_LOT}[a-z]{1,3}-?\d{6,14}(?:[a-z]{2})?(?![\p{L}\p{N}])`,
  'giu',
);

/** An order number without separators, upper case. */
const canonicalOrder = (order: string): string => order.toUpperCase().replaceAll(/[- ]/g, '');

/** Masks parcels and orders in a text of so many digits, three at least. */
export function maskOrders(text: string, digits: number, remember: Remember): string {
  let masked = text;
  if (digits >= 9) masked = masked.replace(CARRIERS, (parcel) => remember('order', canonicalOrder(parcel)));
  masked = masked.replace(
    ORDER,
    (_, word: string, between: string, order: string, and?: string, other?: string) =>
      word +
      between +
      remember('order', canonicalOrder(order)) +
      (other === undefined ? '' : `${and}${remember('order', canonicalOrder(other))}`),
  );
  if (digits >= 7)
    masked = masked.replace(
      DATED_ORDER,
      (_, before: string, order: string) => before + remember('order', canonicalOrder(order)),
    );
  if (digits >= 9)
    masked = masked.replace(GROUPED_ORDER, (found, word: string, between: string, order: string) =>
      digitsOf(order) < 9 || (digitsOf(order) === 10 && order.startsWith('0'))
        ? found
        : `${word}${between}${remember('order', canonicalOrder(order))}`,
    );
  if (digits >= 5)
    masked = masked.replace(BARE, (_, sign: string, order: string) => sign + remember('order', order));
  if (digits >= 6) masked = masked.replace(CODE, (code) => remember('order', canonicalOrder(code)));
  return masked;
}
