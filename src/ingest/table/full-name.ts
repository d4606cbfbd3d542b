/** First names that stand in a column of their own, beside that of last names. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Guess } from './column-map.js';
import { foldName } from './text-names.js';

const FIRST_NAMES =
  /^(?:(?:(?:customer|consumer|client|author|reviewer|recipient|respondent|contact) )?(?:first ?name|given ?name)|prenom(?: (?:du |de l )?(?:client|auteur|acheteur))?)$/;
const LAST_NAMES =
  /^(?:(?:(?:customer|consumer|client|author|reviewer|recipient|respondent|contact) )?(?:last ?name|family ?name|surname)|nom(?: de famille)?(?: (?:du |de l )?(?:client|auteur|acheteur))?)$/;

/** How the name of who writes a row is read of two cells; `undefined` where one column tells it, or first names stand alone: every Marie would be one person. */
export function fullNames(
  table: TablePeek | undefined,
  { authorName }: Guess,
): ((cells: readonly string[]) => string | undefined) | undefined {
  const names = table?.names.map(foldName) ?? [];
  const first = names.findIndex((name) => FIRST_NAMES.test(name)),
    last = names.findIndex((name) => LAST_NAMES.test(name));
  if (first < 0 || last < 0 || (authorName !== undefined && authorName !== first && authorName !== last))
    return undefined;
  return (cells) =>
    [cells[first], cells[last]]
      .map((cell) => (cell ?? '').trim())
      .filter((cell) => cell !== '')
      .join(' ') || undefined;
}
