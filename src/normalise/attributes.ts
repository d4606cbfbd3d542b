import { fold } from '../util/fold.js';
import { maskText } from './mask.js';
import { NOBODY, type Persons, pseudonymOf } from './persons.js';
import type { Pseudonymiser } from './pseudonym.js';
import { tellValue } from './tell.js';

/** Columns that name a person, an account or a contact. */
const PERSONAL =
  /\b(?:prenoms?|first ?name|last ?name|full ?name|surname|patronymes?|family ?names?|surnoms?|nick ?names?|nicks?|alias|apellidos?|vorname|nachname|cognome|pseudos?|pseudonyme|users?|username|utilisateurs?|login|handles?|screen|auteurs?|authors?|contacts?|agents?|assign(?:e|ee|es|ed)|conseill\w+|owner|requester|demandeur|destinataires?|recipients?|sender|expediteurs?|from|to|cc|e ?mails?|courriels?|mails?|phones?|telephones?|tel|mobiles?|portable|ip|birth\w*|naissance|bio|avatar|iban|salutation|civilite|personne|person|titulaire|par|by|vendeu(?:r|se)|parrains?|marraines?|filleule?s?|conjointe?s?|epou(?:x|se)|spouse|intervenante?s?|repondante?s?|respondents?|interlocut\w+|representante?s?|beneficiaires?|signatures?|signataires?|responsable|temoin|qui|who|appel\w+|immatriculation|matricule|nir|passeport|passport)\b/;
/** Columns that often do: names, numbers and addresses of something. */
const OFTEN_PERSONAL =
  /\b(?:noms?|names?|nombre|clients?|customers?|consumers?|address|adresses?|street|rue|profiles?|profils?|membres?|members?|adherente?s?|abonnee?s?|foyers?|patiente?s?|eleves?|passagers?|voyageurs?|salariee?s?|employee?s?|collaborat\w+|livreurs?|chauffeurs?|caissiere?s?|raison sociale|denomination|facture|invoice|carte|compte|account|siret|lat|lng|latitude|longitude|gps|geoloc\w*|id|identifiant|uuid|ref|reference|numero|number|no)\b/;
/** What the something is when it is no person: "nom du produit", "type de client", "statut du compte". */
const IMPERSONAL =
  /\b(?:produit|product|magasin|store|shop|boutique|marque|brand|campagne|campaign|article|region|categorie|category|segment|type|statut|status|enseigne|fichier|file|sheet|feuille|site|page|theme|motif|canal|channel|nombre de|number of|nb|count|total)\b/;

/** What is never a person, though it is written like one: "Centre Ville", "Saint Brieuc". */
const THING =
  /\b(?:villes?|city|town|communes?|pays|country|departements?|lieux?|places?|locations?|localite|rayons?|gammes?|modeles?|models?|marques?|services?|langues?|language|devices?|appareil|navigateur|browser|system|os|app|plan|offres?|forfait|abonnement|pipeline|origine|origin|groupes?|group|equipes?|team|tags?|etiquettes?|labels?|mots|nature|disposition|raisons?|reasons?|sujets?|subject|objet|topic|priorite|priority|niveau|level|tonalite|sentiment|emotion|outlet|media|medium|source|reseau|network|query|requete|project|projet|dossier|folder|titre|title|headline)\b/;

/** A surname, or a family of products. */
const FAMILY = /^(?:famil(?:le|y)|familles? (?:du |de la |de l )?(?:client|cliente|demandeur|contact))$/;
/** Columns beside which a family is one of products. */
const OF_GOODS =
  /\b(?:sous familles?|rayons?|produits?|products?|articles?|gammes?|univers|categories|categorie|category|ean|sku|gtin)\b/;
const FIRST_NAMES = /\b(?:prenoms?|first ?name|given ?name)\b/;

/** Columns of lots: their numbers name none of those who bought of them. Who won a lot, or noted it, is a person. */
const OF_LOTS = /\b(?:lots?|batch(?:es)?)\b/,
  LOT_NUMBER = /^[\p{L}\d](?=.*\d)(?!.*\p{L}{4})/u;

/** Columns of dates and times: what is none may be anything. */
const DATED = /\b(?:dates?|datetime|timestamp|horodatage|created|updated)\b/;

/** The words of a column's name. */
const wordsOf = (column: string): string =>
  fold(column.replaceAll(/(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$3 $2'))
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** What a column holds by its name: what tells of people, things, dates, a surname or a family of products, or anything else. */
function kindOf(column: string): 'personal' | 'thing' | 'dated' | 'family' | 'other' {
  const words = wordsOf(column);
  if (FAMILY.test(words)) return 'family';
  if (PERSONAL.test(words) || (OFTEN_PERSONAL.test(words) && !IMPERSONAL.test(words))) return 'personal';
  if (DATED.test(words)) return 'dated';
  return IMPERSONAL.test(words) || THING.test(words) ? 'thing' : 'other';
}

/** A value that is a person's, whatever its column: a handle, a title and a name. */
const PERSON =
  /^(?:@\S+|(?:m|mr|mrs|ms|mme|mmes|mlle|dr|pr|me|monsieur|madame|mademoiselle)\.? \p{Lu}\S*(?: \S+){0,3})$/iu;

/** The address of a device. */
const OF_DEVICE = /^(?:(?:\d{1,3}\.){3}\d{1,3}|(?=.*[\da-f])[\da-f]{0,4}(?::[\da-f]{0,4}){3,7})$/i;

/** Written like first and last names: two to four words with capitals, particles between. */
const LIKE_A_NAME =
  /^\p{Lu}(?:\p{L}+(?:[-'’]\p{L}+)*|\.)(?: (?:d[eu]s?|la|le|van|von|der|den|el|ben|bin|da|dos|di))*(?: (?:d['’])?\p{Lu}(?:\p{L}*(?:[-'’]\p{L}+)*|\.)){1,3}$/u;

/** A column of a table without a header: nothing tells what it holds. */
const UNNAMED = /^column \d+$/;
/** A word with a digit or a sign in it: an account, or a number of something. */
const LIKE_AN_ACCOUNT = /^(?=.*\p{L})(?=.*[\d._-])[\p{L}\d._-]{3,40}$/u;

/** Addresses of pages name accounts: their host stays. */
const ADDRESS = /\bhttps?:\/\/(?:[^\s/@]*@)?([^\s/?#:]+)[^\s]*/gi;

/** Whether a value may be a person under a column of which nothing is known; quotes around it are those of a dump. */
const isSomebody = (column: string, value: string): boolean =>
  LIKE_A_NAME.test(value.replace(/^(["'])(.*)\1$/, '$2')) ||
  (UNNAMED.test(column) && LIKE_AN_ACCOUNT.test(value));

/** A short value, masked like a text; `null` where there is none. */
export function maskedValue(
  value: string | undefined,
  pseudonym: Pseudonymiser,
  persons: Persons = NOBODY,
): string | null {
  return value === undefined || value.trim() === '' ? null : maskText(persons.label(value), pseudonym).text;
}

/** Numbers of lots as texts tell them, behind the word. */
const maskedLots = (value: string, pseudonym: Pseudonymiser): string =>
  value
    .split(/(\s*[,;/|]\s*)/)
    .map((part) => maskText(`lot ${part}`, pseudonym).text.slice('lot '.length))
    .join('');

/** Attributes of a record as a JSON object; `null` where there are none. */
export type AttributeWriter = (
  attributes: Readonly<Record<string, string>> | undefined,
  /** Takes what only the record tells to be its author's out of a value. */
  withoutAuthor?: (value: string) => string,
) => string | null;

/**
 * Makes the writer of attributes. Their order stays. Values are masked like texts, addresses of pages cut to their host; in columns that name a person, and where the
 * value is a handle, the address of a device or a person's name after a title, or under a column that is not known to name things is written like a name, a keyed pseudonym stands, so that equal values stay equal; in columns of dates, the
 * shape of what is none. A column that is called after a person has a pseudonym for its name; under « Famille » a word that texts know stays where columns of products stand beside.
 *
 * @example
 * createAttributeWriter(() => '0011')({ Rayon: 'frais', Agent: 'Jo Ex' })
 * // → '{"Rayon":"frais","Agent":"[0011]"}'
 */
export function createAttributeWriter(pseudonym: Pseudonymiser, persons: Persons = NOBODY): AttributeWriter {
  interface Column {
    readonly name: string;
    readonly kind: ReturnType<typeof kindOf>;
    readonly ofLots: boolean;
  }
  const columns = new Map<string, Column>();
  const columnOf = (name: string): Column => {
    let column = columns.get(name);
    if (column === undefined) {
      column = {
        name: persons.isPerson(name) ? pseudonymOf(name, pseudonym) : maskText(name, pseudonym).text,
        kind: kindOf(name),
        ofLots: OF_LOTS.test(wordsOf(name)) && !PERSONAL.test(wordsOf(name)),
      };
      if (columns.size < 10_000) columns.set(name, column);
    }
    return column;
  };
  return (attributes, withoutAuthor = (value) => value) => {
    if (attributes === undefined) return null;
    const isGoods = (value: string): boolean => {
      const beside = Object.keys(attributes).map(wordsOf);
      return (
        beside.some((words) => OF_GOODS.test(words)) &&
        !beside.some((words) => FIRST_NAMES.test(words)) &&
        (value.match(/\p{L}{3,}/gu) ?? []).every(persons.isWord)
      );
    };
    const masked = Object.entries(attributes).map(([given, value]) => {
      const { name, kind, ofLots } = columnOf(given);
      if (ofLots && LOT_NUMBER.test(value.trim())) return [name, maskedLots(value, pseudonym)];
      if (
        kind === 'personal' ||
        (kind === 'family' && !isGoods(value)) ||
        PERSON.test(value) ||
        OF_DEVICE.test(value.trim()) ||
        (kind === 'other' && isSomebody(given, value.trim()))
      )
        return [name, pseudonymOf(value, pseudonym)];
      if (kind === 'dated') return [name, tellValue(value, pseudonym)];
      return [name, maskText(persons.label(withoutAuthor(value.replace(ADDRESS, '$1'))), pseudonym).text];
    });
    return masked.length === 0 ? null : JSON.stringify(Object.fromEntries(masked));
  };
}
