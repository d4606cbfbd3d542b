import { CUES } from './business-cues.js';
import { sqlText } from './database.js';

/** A machine tells a firm what it tells every customer; who quotes it speaks of themselves too. */
const NOTICE = [
  `^[^.!?]*(votre (colis|commande|envoi|livraison|expedition)|your (parcel|order|package|shipment))[^.!?]*(expedie|en cours de|sera livre|a ete livre|est en route|confirme|out for delivery|(has been|was) (shipped|dispatched|delivered)|on its way|will be delivered)`,
  `(votre|your) ([a-z]+ )?code [^.!?]*[0-9]{4}|(cliquez|click|tap|suivez)[^.!?]*(reinitialis|reset)|(reinitialis|reset)[^.!?]*(cliquez|click|tap|lien ci.dessous|link below)|nouvelle connexion (a|sur) votre compte|new sign.in to your account`,
  `(vous avez|you have|you.ve) (ete |been )?(gagne|remporte|selectionne|tire au sort|won|selected|chosen)\\b[^?]{0,120}\\b(clique|click|confirm|claim|recuperer|lien|link)`,
];
/** What telephones write under a mail. */
const SENT_FROM = sqlText(
  `(envoye|sent|enviado|gesendet|inviato) (depuis|de|a partir de|from|von|desde|da) (mon|my|mi|mein\\w*|il mio) [^\n]{0,40}$`,
);
const SELF = [`\\b(je|j|moi|mon|ma|mes|i|me|my|we|on m|nous)\\b`, `[?]`];

/** What who bought or was let down says, whatever else stands in the text. */
const GRIEVANCE = [
  `rembours|refund|reclamation|plainte|\\bcomplain`,
  `(mon|ma|mes|my|our) (colis|commandes?|livraison|achats?|panier|carte|abonnement|produits?|parcel|orders?|package|delivery|purchase|refund|receipt|bon d.achat|ticket)\\b`,
  `\\bnon (appliquee?s?|conformes?|livree?s?|recue?s?|respectee?s?)\\b|inadmissible|inacceptable|honteu|scandaleu|lamentable|deplorable|unacceptable|disgust|disgrace|appalling`,
  `perime(e|s|es)?\\b|moisi|avarie|pourri(e|s|es|tures?)?\\b|([^x] |[^ ]|^)casse\\b|abime|defectueu|manquant|mould|mold|rotten|broken|damaged|faulty`,
  `(jamais|toujours pas|pas encore|never|not yet|still not|still no|hasn.t|haven.t|didn.t) [^.!?]*(recu|arrive|livre|received|arrived|delivered|come)`,
  `malade|intoxi|allergi|vomi|\\bsick\\b|poison|(trouve|found) [^.!?]*(plastique|metal|verre|cheveu|insecte|plastic|glass|\\bhair|insect)`,
  `catastroph|immangeable|malpoli|impoli|malhonnete|arnaque|\\bscam\\b|en panne\\b|introuvable|(charged|debited|preleve\\w*|facture\\w*|debite\\w*) (twice|deux fois)|crash|(days|weeks|hours) late|late deliver|(arrived|delivered) late`,
  `(does.?n.t|does not|won.t|not|ne|n.) [a-z.]{0,14} ?(work|marche|fonctionne|chauffe|demarre|refroidi|s.allume)|(marche|fonctionne|chauffe|demarre|refroidit|repond|passe) (pas|plus|mal)\\b`,
  `facture d.achat|(ticket|preuve|date) (de caisse|d.achat)|proof of purchase|\\b(ma|mes|my) (factures?|invoices?|bills?)\\b|unsubscribe me|desinscrivez|\\bme (desinscrire|desabonner)`,
  `(j.ai|je viens de|on a|nous avons|i|i.ve) [^.!?]{0,12}(recu|recevoir|eu|received|got|had) (une?|la|cette|votre|vos|an?|the|your) (factures?|invoices?|bills?)`,
];
/** What a customer says of themselves; an applicant may too. */
const BUYS = [
  `(j.ai|je n.ai( pas)?|on a|nous avons|i|we|i.ve|we.ve|i have|we have) (bien |just |juste )?(achete|commande|paye|bought|ordered|paid|purchased)`,
  `clientes? (fidele|depuis|chez|de chez|regulier)|fidele client|loyal customer|(je suis|i am|i.m) (une? |an? )?(client|customer)`,
  `decue?s?\\b|mecontent|disappoint|insatisf|unhappy`,
  `\\b(notre|nos) (commandes?|colis|achats?|panier)\\b|\\b(mon|my) (rib|iban|bic)\\b|(fidelite|loyalty|poste (a souder|de (radio|television|tele|recharge|secours)))\\b|attend\\w* (toujours |encore )?(la|notre|nos|mon|ma|mes|une?|les?|des) [^.!?]{0,12}(livraison|commandes?|colis|avoir|marchandise)`,
  `(corriger|rectifier|refaire|obtenir|recevoir|besoin (de|d)|need|correct|copy of) (la |le |une? |notre |cette |an? |the |our )?(factures?|invoices?|receipts?|purchase order)`,
  `\\bne? ?(nous|m|me) ?.?[a-z]+ (pas|jamais|rien|plus)\\b`,
  `(mon|ma|mes|my|notre) (magasin|supermarche|compte|store|account|points|mari|femme|enfants?|wife|husband)\\b|(mon|ma|my) (fils|fille|son|daughter)([,.;!?]|$| (a|est|etait|ne|n.[a-z]+|s.est|adore|aime|qui|et|de|has|is|was|who|and|loves?)\\b)`,
  `(^|[.!?\n] ?)(commande|order) ?(n[^a-z]|no\\b|num|#|:|\\[)`,
  `(votre|vos|your) (produits?|yaourts?|gateaux?|caisse|rayon|caissiere|livreur|application|appli|app)\\b`,
];

const kinds = Object.values(CUES);
const SURE = kinds.flatMap(({ sure }) => sure);
const HINTS = kinds.flatMap(({ hints }) => hints);

const any = (text: string, patterns: readonly string[]): string =>
  `regexp_matches(${text}, ${sqlText(patterns.join('|'))})`;
const count = (text: string, patterns: readonly string[]): string =>
  `(${patterns.map((pattern) => `CAST(${any(text, [pattern])} AS INTEGER)`).join(' + ')})`;

/** Expressions put together until one more makes each slower than it spares. */
const TOGETHER = 8;
const SIGNS = [...SURE, ...HINTS, ...NOTICE];

/**
 * Whether a folded private text holds any sign of business: without one its `businessScore` is 0 at most. Half of the time that
 * takes, as expressions are looked for some at once.
 *
 * @example
 * mayBeBusiness('words').startsWith('(regexp_matches(words, ')
 * // → true
 */
export const mayBeBusiness = (text: string): string =>
  `(${Array.from({ length: Math.ceil(SIGNS.length / TOGETHER) }, (_, at) =>
    any(text, SIGNS.slice(at * TOGETHER, (at + 1) * TOGETHER)),
  ).join(' OR ')})`;

const LESS = (text: string): string => `2 * ${count(text, GRIEVANCE)} - ${count(text, BUYS)}`;

/**
 * How far a folded private text is none of a customer, in SQL over an expression: an application, an offer of services, what a body of
 * its own affairs, a supplier or a colleague writes, or what is sent to many. A sure sign counts two, a hint one; what a buyer says is taken off alike. From
 * `BUSINESS_FROM` on nobody writes as a customer.
 *
 * @example
 * businessScore('words').includes('candidature')
 * // → true
 */
export const businessScore = (text: string): string =>
  `(2 * ${count(text, SURE)} + ${count(text, HINTS)} + 2 * CAST(${count(text, NOTICE)} > 0 AND NOT ${any(`regexp_replace(${text}, ${SENT_FROM}, '')`, SELF)} AS INTEGER)
    - ${LESS(text)})`;

/**
 * The same of applications alone, in a body without its title: contact forms have titles to choose from, and none for who looks for work.
 *
 * @example
 * applicationScore('words').includes('candidature')
 * // → true
 */
export const applicationScore = (text: string): string =>
  `(2 * ${count(text, CUES.application.sure)} + ${count(text, CUES.application.hints)} - ${LESS(text)})`;

export const BUSINESS_FROM = 2;
