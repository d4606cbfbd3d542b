import type { TablePeek } from '../bytes/export-file.js';
import type { ZipListing } from '../bytes/zip.js';
import { type HeaderOptions, modalWidth } from './find-header.js';
import { tablePeek } from './header.js';
import { type Sheet, openWorkbook } from './xlsx.js';

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

/** Width of the header; nothing where there is none. */
const widthOf = ({ headerRow, names }: TablePeek): number => (headerRow === 0 ? 0 : names.length);

const sameTable = (a: TablePeek, b: TablePeek): boolean =>
  a.names.length === b.names.length &&
  a.names.every((name, at) => name === b.names[at]) &&
  (a.headerRow > 0 || modalWidth(a.rows) === modalWidth(b.rows));

/**
 * The tables of a workbook. The main one has the widest header of the visible sheets, and goes on over visible sheets with the same
 * header (long exports are cut into sheets); every other sheet with rows is a table of its own; sheets without are notes.
 */
export async function peekWorkbook(
  listing: ZipListing,
  options: HeaderOptions = {},
): Promise<readonly SheetTable[]> {
  const sheets = await openWorkbook(listing);
  const found: { index: number; sheet: Sheet; peek: TablePeek }[] = [];
  const notes: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const tell = (why: string): number => notes.push(`sheet "${sheet.name}": no messages, because ${why}`);
    if (index >= MAX_SHEETS) {
      tell(`only ${MAX_SHEETS} sheets are read: split the workbook`);
      continue;
    }
    const rows = await firstRows(sheet, 200);
    const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    const peek = tablePeek(rows, '', options);
    if (filled.length === 0) tell('it is empty or holds no cells');
    else if (
      sheets.length > 1 &&
      filled.every((cells) => cells.filter((cell) => cell.trim() !== '').length < 2)
    )
      tell(`no row has two cells (${filled.length} ${filled.length === 1 ? 'row' : 'rows'} of text)`);
    else if (peek.rows.length === 0) tell('it has a header and no row');
    else found.push({ index, sheet, peek });
  }
  const visible = found.filter(({ sheet }) => !sheet.hidden);
  const main = (visible.length > 0 ? visible : found).reduce<(typeof found)[number] | undefined>(
    (best, one) => (best === undefined || widthOf(one.peek) > widthOf(best.peek) ? one : best),
    undefined,
  );
  if (!main) return [{ peek: { ...tablePeek([], ''), notes, sheets: [] } }];
  const rest = found.filter((one) => one !== main);
  const tables: SheetTable[] = [];
  for (let lead: (typeof found)[number] | undefined = main; lead !== undefined; lead = rest.shift()) {
    const { sheet, peek } = lead;
    const group = [lead];
    for (let at = 0; at < rest.length;) {
      const other = rest[at];
      if (other && !sheet.hidden && !other.sheet.hidden && sameTable(peek, other.peek))
        group.push(...rest.splice(at, 1));
      else at++;
    }
    const parts = group
      .toSorted((a, b) => a.index - b.index)
      .map((one) => ({ index: one.index, headerRow: one.peek.headerRow }));
    tables.push({
      ...(lead === main ? {} : { sheet: sheet.name }),
      peek: { ...peek, sheets: parts, hidden: sheet.hidden, ...(lead === main ? { notes } : {}) },
    });
  }
  return tables;
}
