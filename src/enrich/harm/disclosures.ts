/** What masks put in the place of a number that opens an account or tells who somebody is, and such numbers as they are written. */
const SECRET =
  /\[(?:IBAN|carte|NIR)\]|(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){4,7}(?: ?[A-Z\d]{1,3})?|\d{4}(?:[ .-]?\d{4}){3}|[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3}(?: ?\d{2})?)(?![\p{L}\p{N}])/u;
/** The same of what reaches somebody: a mail address, a phone, a street, a plate. */
const CONTACT =
  /\[(?:e-mail|téléphone|adresse|plaque)\]|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,24}|(?<![\d\p{L}])(?:0|\+ ?33 ?|00 ?33 ?)[1-9](?:[ .-]?\d{2}){4}(?!\d)|(?<![\d\p{L},.])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|impasse|chemin|allée|place|quai|route) \p{L}/iu;
const STREET = /\d(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|impasse|chemin|allée|place|quai|route) /i;
/** Whose it is: the writer's, or a third person's who lives or is reached there; not a firm's. */
const OF_SOMEBODY =
  /(?<!\p{L})(?:mon|ma|mes|moi|m['’]appeler|me (?:joindre|contacter|rappeler)|je|j['’]habite|chez nous|notre adresse|nous (?:joindre|rappeler)|son (?:numéro|adresse|mail|num|tel|tél)|il habite|elle habite|ils habitent|my|mine|me at|i live|his (?:number|address)|her (?:number|address)|she lives|he lives)(?!\p{L})/iu;
/** Words that give the contact of a firm, before it. */
const OF_A_FIRM =
  /(?:votre|vos|leur|leurs|le service|service client\w*|au magasin|du magasin|la boutique|hotline|standard|numéro vert|your|their|customer service)[^.!?\n]{0,40}$/iu;

/** Digits that the shortest phone number has. */
const PHONE_DIGITS = 10;

/** Whether a text can hold a value: a mask, an address, as many digits as a phone number. */
function holdsValue(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 64 || code === 91 || (code >= 48 && code <= 57 && ++digits === PHONE_DIGITS)) return true;
  }
  return digits > 0 && STREET.test(text);
}

/**
 * Whether a person's data is given away in a text: the value itself, as written or as a mask shows it, and not a number that is asked for or
 * spoken of. An account, a card, a number of social security always; what reaches somebody where it is said to be a person's.
 *
 * @example
 * [disclosesData('Je suis joignable au [téléphone]'), disclosesData('Donnez-moi votre numéro de commande')]
 * // → [true, false]
 */
export function disclosesData(text: string): boolean {
  if (!holdsValue(text)) return false;
  if (SECRET.test(text)) return true;
  const contact = CONTACT.exec(text);
  return contact !== null && OF_SOMEBODY.test(text) && !OF_A_FIRM.test(text.slice(0, contact.index));
}
