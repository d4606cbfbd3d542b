/** Whether a table of unknown origin lists articles. */
import type { TablePeek } from '../bytes/export-file.js';
import { isSocialKind, platformOf } from '../values/networks.js';
import type { Facts } from './column-facts.js';
import type { Guess } from './column-map.js';
import { foldName, foldedNames } from './text-names.js';

const PRESS_SOURCE =
  /^(?:medias?|support|titre de presse|journal|journaux|newspaper|newspapers|publication|outlet|outlet name|media outlet|nom du (?:media|journal))$/;
/** Columns of press reviews alone: two of them beside titles and sources are one. */
const OF_ARTICLES =
  /^(?:date de parution|parution|ojd|acpm|periodicite|tirage|diffusion|famille de media|equivalents? publicitaires?(?: .*)?|valeur publicitaire(?: .*)?|eae(?: .*)?|uvpm|publicity value|advertising value(?: .*)?|ave(?: .*)?|outlet (?:name|state|country)|nom du (?:media|support|journal)|nombre de mots|word count|rubrique|audience reach|seen ?date|source ?country|social image|url to image|source name|evergreen score|num linking domains|news (?:date|headline|text)|(?:titre|texte|resume|chapo|auteur|lien|url) de l article)$/;
/** Who signs articles: comments, reviews and tickets have no such column. */
export const JOURNALIST = /^(?:nom (?:du |de la |de l )?)?(?:journalistes?|journalists?|byline)$/;
/** What articles have not, and posts or reviews have. */
const SOCIAL = ['rating', 'likes', 'shares', 'replies', 'threadId'] as const;

/** Titles with date, source and address, and no counts of an account: a list of articles. */
export function isPressList(guess: Guess, facts: readonly Facts[]): boolean {
  const title = guess.title === undefined ? undefined : facts[guess.title];
  if (!title || title.words < 0.6 || title.meanLength < 15) return false;
  const dated = guess.date !== undefined || facts.some((one) => one.dates >= 0.9 && one.meanLength >= 8);
  const placed = guess.network !== undefined || guess.sourceName !== undefined;
  return (
    dated &&
    placed &&
    facts.some((one) => one.urls >= 0.8) &&
    guess.views === undefined &&
    guess.likes === undefined
  );
}

/** Rows that a journalist signs and nobody else writes. */
export function isSigned(table: TablePeek, guess: Guess): boolean {
  const signs = (name: string): boolean => JOURNALIST.test(foldName(name));
  return (
    table.names.some(signs) && (guess.authorName === undefined || signs(table.names[guess.authorName] ?? ''))
  );
}

/** Columns that only press reviews have, two of them or more. */
export const hasClippings = (table: TablePeek): boolean =>
  foldedNames(table).filter((name) => OF_ARTICLES.test(name)).length >= 2;

/**
 * A column called « Média » or "Newspaper" whose cells name newspapers, beside titles and addresses, or titles with their source that
 * journalists sign: articles, whatever the names.
 */
export function isPressReview(table: TablePeek, guess: Guess): boolean {
  const source = guess.network ?? guess.sourceName;
  if (source === undefined || guess.title === undefined) return false;
  const names = table.names.map(foldName);
  const placed = (guess.url !== undefined && PRESS_SOURCE.test(names[source] ?? '')) || hasClippings(table);
  if (!placed && !isSigned(table, guess)) return false;
  if (SOCIAL.some((field) => guess[field] !== undefined)) return false;
  const cells = table.rows.map((row) => (row[source] ?? '').trim()).filter((cell) => cell !== '');
  const others = cells.filter((cell) => platformOf(undefined, cell) !== undefined || isSocialKind(cell));
  return cells.length > 0 && others.length <= cells.length * 0.1;
}
