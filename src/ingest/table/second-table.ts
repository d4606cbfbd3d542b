/** Tables that share a sheet or a file: one under the other after a blank row, or side by side. */
import { headerShare } from './find-header.js';
import { RULES } from './guess-rules.js';
import { TEXT_NAMES, foldName } from './text-names.js';

/** Characters that a name of a column has at most. */
const LONG = 40;

const isName = (cell: string): boolean => {
  const name = foldName(cell.toLowerCase());
  return RULES.some(([, names]) => names.test(name)) || headerShare([cell]) > 0;
};

const filledOf = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell.trim() !== '');

/** Names of columns and nothing else, one of them that of a text. */
function isOtherHeader(cells: readonly string[], header: readonly string[]): boolean {
  const filled = filledOf(cells).map((cell) => cell.trim());
  if (filled.length < 2 || filled.some((cell) => cell.length > LONG || !isName(cell))) return false;
  if (filled.every((cell) => header.some((name) => name.toLowerCase() === cell.toLowerCase()))) return false;
  return filled.some((cell) => TEXT_NAMES.test(foldName(cell.toLowerCase())));
}

/**
 * Row, from 1, of the header of another table under the first one: a row of names, after a blank row and with a row below it. `undefined`
 * where there is none among these records.
 *
 * @param records first records, blank ones kept
 * @param headerRow that of the first table, from 1
 */
export function rowOfSecondTable(
  records: readonly (readonly string[])[],
  headerRow: number,
): number | undefined {
  const header = records[headerRow - 1] ?? [];
  if (headerRow === 0 || header.length < 2) return undefined;
  for (let at = headerRow + 2; at + 1 < records.length; at++)
    if (
      filledOf(records[at - 1] ?? []).length === 0 &&
      filledOf(records[at + 1] ?? []).length > 1 &&
      isOtherHeader(records[at] ?? [], header)
    )
      return at + 1;
  return undefined;
}

/**
 * First columns of the tables that stand side by side, an empty column between them; one number for a single table. They are told by
 * what they share: at least half of the names of the smaller one.
 *
 * @param records first records, title and header among them
 */
export function columnsOfTables(records: readonly (readonly string[])[]): readonly number[] {
  const width = Math.max(0, ...records.map((cells) => cells.length));
  const isEmpty = Array.from({ length: width }, (_, at) =>
    records.every((cells) => (cells[at] ?? '').trim() === ''),
  );
  const starts = isEmpty.flatMap((empty, at) => (!empty && (at === 0 || isEmpty[at - 1]) ? [at] : []));
  const [first = 0, ...others] = starts;
  if (others.length === 0) return [0];
  const named = (row: readonly string[], at: number): readonly string[] => {
    const next = starts.find((start) => start > at) ?? width;
    return filledOf(row.slice(at, next)).map((cell) => cell.trim().toLowerCase());
  };
  for (const row of records) {
    const left = named(row, first);
    if (left.length < 2 || !left.every(isName)) continue;
    const beside = others.filter((at) => {
      const right = named(row, at);
      const shared = right.filter((name) => left.includes(name)).length;
      return right.length > 1 && right.every(isName) && shared * 2 >= Math.min(left.length, right.length);
    });
    return [0, ...beside];
  }
  return [0];
}
