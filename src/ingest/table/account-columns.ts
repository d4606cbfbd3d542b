import type { TablePeek } from '../bytes/export-file.js';
import type { Field } from './column-map.js';
import { foldName } from './text-names.js';

type Columns = Readonly<Partial<Record<Field, number>>>;

const SHOWN_NAME =
  /^(?:nom|name|(?:full|display|displayed|shown|author|user|profile|account) ?name|nom (?:affiche|complet|public|d affichage|de l auteur|du compte|du profil)|author full name|author display name)$/;
const ACCOUNT = /^@?[\w.-]{2,60}$/,
  /** What first names have not. */
  OF_ACCOUNTS = /[@\d_.]/;
const NAME = /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)+$/u;
/** Shares of the filled cells: accounts, those that no first name could be, and names of two words beside them. */
const ACCOUNTS = 0.95,
  SIGNS = 0.1,
  NAMES = 0.3;

/**
 * Networks show a name beside an account, "Marie Example" beside `@marie57`: where the author is an account and another column holds names, mostly
 * one for each account, the name is the author's and the account stands beside it.
 */
export function accountColumns(table: TablePeek, guess: Columns, taken: Set<number>): Columns {
  const { authorName: account, authorHandle } = guess;
  if (account === undefined || authorHandle !== undefined) return {};
  const rows = table.rows.map((row) => row.map((cell) => cell.trim()));
  const filled = rows.filter((row) => (row[account] ?? '') !== '');
  const share = (test: (row: readonly string[]) => boolean): number =>
    filled.filter(test).length / Math.max(1, filled.length);
  if (share((row) => ACCOUNT.test(row[account] ?? '')) < ACCOUNTS) return {};
  if (share((row) => OF_ACCOUNTS.test(row[account] ?? '')) < SIGNS) return {};
  const shown = table.names.findIndex(
    (name, at) =>
      !taken.has(at) &&
      SHOWN_NAME.test(foldName(name)) &&
      share((row) => NAME.test(row[at] ?? '')) >= NAMES &&
      isOneFor(filled, account, at) &&
      // else it is what they all wrote of: a shop, a page
      isOneFor(filled, at, account),
  );
  if (shown < 0) return {};
  taken.add(shown);
  return { authorName: shown, authorHandle: account };
}

/** Whether the values of a column mostly go with one value of another, where they come again. */
function isOneFor(rows: readonly (readonly string[])[], column: number, other: number): boolean {
  const seen = new Map<string, string>();
  let same = 0,
    again = 0;
  for (const row of rows) {
    const [value = '', beside = ''] = [row[column], row[other]];
    const before = seen.get(value);
    seen.set(value, beside);
    if (before === undefined) continue;
    again++;
    if (before === beside) same++;
  }
  return same >= again / 2;
}
