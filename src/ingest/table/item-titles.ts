/** Lists of work (Monday, Asana, Notion, SharePoint) call the title of an item its name. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Facts } from './column-facts.js';

const NAME = /^(?:names?|noms?|nom de (?:l element|la tache)|(?:item|task) name)$/;
/** Whose work an item is, or how far. */
const OF_WORK =
  /^(?:assignees?|assigned to|assigne a|affecte a|attribue a|personnes?|person|people|responsables?|owner|proprietaire|section column|statuts?|status|etat|etapes?|stage)$/;
const TITLE = /^(?:titles?|titres?|subjects?|sujets?|objets?)$/;
/** First and last names, of at most four words, with capitals and no sign. */
const LIKE_A_NAME = /^(?:\p{Lu}[\p{L}.'’-]*)(?: (?:d[eu]s? |la |le |van |von )?\p{Lu}[\p{L}.'’-]*){0,3}$/u;
/** Share of the cells that may be names all the same: « Retard Colissimo ». */
const FEW = 0.3;
const LONG = 12;

/** The column of such titles: called a name beside the columns of a list of work, and its cells are none. */
export function itemTitles(table: TablePeek, facts: readonly Facts[]): { readonly title?: number } {
  if (!facts.some(({ name }) => OF_WORK.test(name)) || facts.some(({ name }) => TITLE.test(name))) return {};
  const title = facts.findIndex(
    ({ name, words, meanLength }) => NAME.test(name) && words >= 0.6 && meanLength >= LONG,
  );
  const cells = table.rows.map((row) => (row[title] ?? '').trim()).filter((cell) => cell !== '');
  return title < 0 || cells.filter((cell) => LIKE_A_NAME.test(cell)).length > cells.length * FEW
    ? {}
    : { title };
}
