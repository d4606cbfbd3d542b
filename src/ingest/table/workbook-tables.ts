import type { TablePeek } from '../bytes/export-file.js';
import type { ZipListing } from '../bytes/zip.js';
import { type HeaderOptions, modalWidth } from './find-header.js';
import { tablePeek } from './header.js';
import { columnsOfTables } from './second-table.js';
import { openSheets } from './open-sheets.js';
import type { Sheet } from './xlsx.js';

/** First rows of a sheet, blank rows in between kept as empty, so that positions are row numbers. */
async function firstRows(sheet: Sheet, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { row, cells } of sheet.rows()) {
    while (rows.length < row - 1 && rows.length < count) rows.push([]);
    if (rows.length >= count) break;
    rows.push(cells);
  }
  return rows;
}

/** Sheets of a workbook that are looked at; the others are told. */
const MAX_SHEETS = 100;

/** A table of a workbook; `sheet` names it where it is not the main one. */
export interface SheetTable {
  readonly sheet?: string;
  readonly peek: TablePeek;
}

/** A table found in a sheet, in its columns `[from, to)`. */
interface Found {
  readonly index: number;
  readonly sheet: Sheet;
  readonly peek: TablePeek;
  readonly from: number;
  readonly to?: number;
}

/** Width of the header; nothing where there is none. */
const widthOf = ({ headerRow, names }: TablePeek): number => (headerRow === 0 ? 0 : names.length);

const sameTable = (a: TablePeek, b: TablePeek): boolean =>
  a.names.length === b.names.length &&
  a.names.every((name, at) => name === b.names[at]) &&
  (a.headerRow > 0 || modalWidth(a.rows) === modalWidth(b.rows));

/**
 * The tables of a workbook. The main one has the widest header of the visible sheets, and goes on over visible sheets with the same
 * header (long exports are cut into sheets); every other sheet with rows, and every table beside another, is a table of its own; sheets
 * without are notes.
 */
export async function peekWorkbook(
  listing: ZipListing,
  options: HeaderOptions = {},
): Promise<readonly SheetTable[]> {
  const sheets = await openSheets(listing);
  const found: Found[] = [];
  const notes: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    // by its number: sheets of private exports are named after people
    const tell = (why: string): number => notes.push(`sheet ${index + 1}: no messages, because ${why}`);
    if (index >= MAX_SHEETS) {
      tell(`only ${MAX_SHEETS} sheets are read: split the workbook`);
      continue;
    }
    const rows = await firstRows(sheet, 200);
    const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    const peek = tablePeek(rows, '', options);
    const beside = options.headerRow === undefined && filled.length > 1 ? columnsOfTables(rows) : [0];
    if (filled.length === 0) tell('it is empty or holds no cells');
    else if (
      sheets.length > 1 &&
      filled.every((cells) => cells.filter((cell) => cell.trim() !== '').length < 2)
    )
      tell(`no row has two cells (${filled.length} ${filled.length === 1 ? 'row' : 'rows'} of text)`);
    else if (peek.rows.length === 0) tell('it has a header and no row');
    else if (beside.length === 1) found.push({ index, sheet, peek, from: 0 });
    else
      for (const [at, from] of beside.entries()) {
        const to = beside[at + 1];
        const own = tablePeek(
          rows.map((cells) => cells.slice(from, to)),
          '',
          options,
        );
        found.push({ index, sheet, peek: own, from, ...(to !== undefined && { to }) });
      }
  }
  const visible = found.filter(({ sheet }) => !sheet.hidden);
  const main = (visible.length > 0 ? visible : found).reduce<Found | undefined>(
    (best, one) => (best === undefined || widthOf(one.peek) > widthOf(best.peek) ? one : best),
    undefined,
  );
  if (!main) return [{ peek: { ...tablePeek([], ''), notes, sheets: [] } }];
  const rest = found.filter((one) => one !== main);
  const tables: SheetTable[] = [];
  for (let lead: Found | undefined = main; lead !== undefined; lead = rest.shift()) {
    const { sheet, peek, index, from } = lead;
    const group = [lead];
    for (let at = 0; at < rest.length;) {
      const other = rest[at];
      if (
        other &&
        !sheet.hidden &&
        !other.sheet.hidden &&
        other.index !== index &&
        sameTable(peek, other.peek)
      )
        group.push(...rest.splice(at, 1));
      else at++;
    }
    const parts = group
      .toSorted((a, b) => a.index - b.index || a.from - b.from)
      .map((one) => ({
        index: one.index,
        headerRow: one.peek.headerRow,
        otherRow: one.peek.otherRow,
        from: one.from,
        to: one.to,
      }));
    tables.push({
      ...(lead === main ? {} : { sheet: from === 0 ? sheet.name : `${sheet.name} [${from + 1}]` }),
      peek: { ...peek, sheets: parts, hidden: sheet.hidden, ...(lead === main ? { notes } : {}) },
    });
  }
  return tables;
}
