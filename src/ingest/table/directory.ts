/** Lists of firms, shops and suppliers: nobody says anything in them. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Guess } from './column-map.js';
import { guessColumns } from './guess-columns.js';
import { foldedNames } from './text-names.js';

/** What registers and files of suppliers say of a firm. */
const OF_FIRMS =
  /\b(?:siret|siren|naf|ape|rcs|duns|tva intracommunautaire|n tva|vat number|raison sociale|denomination|forme juridique|effectifs?|chiffre d affaires|activite principale)\b|^(?:fournisseurs?|suppliers?|prestataires?|producteurs?|type d etablissement)$/;
/** What tells where a place is and how to reach it, each of a kind. */
const OF_PLACES: readonly RegExp[] = [
  /\b(?:adresse(?! (?:e ?)?mail)|(?<!e ?mail )address|rue|voie|street)\b/,
  /\b(?:code postal|cp|postal code|postcode|zip(?: code)?|ville|commune|city|town)\b/,
  /\b(?:telephones?|phones?|tel|fax|standard)\b/,
];
/** What only places have. */
const ONLY_PLACES: readonly RegExp[] = [
  /^(?:site(?: (?:web|internet))?|website|web ?site|url du site|domain)$/,
  /\b(?:latitude|longitude|lat|lng|lon|gps|coordonnees)\b/,
  /\b(?:horaires?|opening hours|working hours|hours|heures d ouverture)\b/,
];
/** What customers write is called so. */
const OF_CUSTOMERS =
  /\b(?:avis|reviews?|comments?|commentaires?|verbatims?|messages?|reclamations?|feedback|plaintes?|complaints?|questions?|demandes?|textes?|texts?|temoignages?|litiges?|incidents?)\b/;
/** What only they write, be they firms. */
const COMPLAINED = /\b(?:verbatims?|reclamations?|plaintes?|complaints?|litiges?)\b/;
/** Dates of a firm, not of what is said. */
const OF_A_FIRM = /\b(?:creation|immatriculation|ouverture|opening|opened|mise a jour|updated|maj)\b/;

const countOf = (kinds: readonly RegExp[], names: readonly string[]): number =>
  kinds.filter((kind) => names.some((name) => kind.test(name))).length;

/**
 * Whether the rows of a table are firms or places: what registers write of them, or addresses with sites, hours and coordinates; nothing dates a row
 * and no column is called after what customers write. With what only registers have, a remark about a supplier is no customer's.
 */
export function isDirectory(table: TablePeek, guess: Guess = guessColumns(table) ?? {}): boolean {
  if (guess.threadId !== undefined || guess.parentId !== undefined) return false;
  const names = foldedNames(table);
  if (guess.date !== undefined && !OF_A_FIRM.test(names[guess.date] ?? '')) return false;
  const firms = names.filter((name) => OF_FIRMS.test(name)).length,
    places = countOf(OF_PLACES, names),
    only = countOf(ONLY_PLACES, names);
  const said = guess.text === undefined ? '' : (names[guess.text] ?? '');
  if (firms >= 2 && places >= 1) return !COMPLAINED.test(said);
  return !OF_CUSTOMERS.test(said) && places >= 2 && firms + only >= 1 && firms + only + places >= 3;
}
