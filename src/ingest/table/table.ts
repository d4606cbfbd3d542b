import type { ExportFile, TablePeek } from '../bytes/export-file.js';
import { CsvReader, csvRecords } from '../../util/csv.js';
import { workbookSheets } from './open-sheets.js';
import type { Draft } from './column-map.js';
import { columnName } from './find-header.js';
import { NO_DELIMITER } from './header.js';
import { asObject, jsonItems, jsonValues } from '../json/json.js';
import { REPLIES, withReplies } from './json-table.js';
import { type ItemRow, nestedRows, unreadLists } from './nested-rows.js';
import { UNITS_ROWS, isUnits } from './units-row.js';

export type Aside = 'above' | 'again' | 'units' | 'other';

/** A row of a table below its header. */
export interface TableRow {
  /** Record of the file, or row of the sheet, from 1, header and preamble counted. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Addresses of hyperlinks by column index; workbooks only. */
  readonly links?: ReadonlyMap<number, string> | undefined;
  /** What was wrong with the row, when something was. */
  readonly flaw?: 'unclosed-quote' | 'too-wide' | 'too-long' | 'unreadable' | 'unvalued' | undefined;
  /** Index of the cell that has it, where one has. */
  readonly flawAt?: number | undefined;
  /** The row is no data of this table: it stands above the header, repeats it, tells units, or belongs to another table below. */
  readonly aside?: Aside | undefined;
  /** Id of the row that holds this one among its replies. */
  readonly answers?: string | undefined;
  /** Id of the outermost of those that hold it. */
  readonly thread?: string | undefined;
  /** Keys of lists of messages inside of its item that are met for the first time, and not read. */
  readonly unread?: readonly string[] | undefined;
  /** Its own, where no column may tell it. */
  readonly id?: string | undefined;
}

/** Gives a record what its place inside an item tells, where no column does. */
export function underItem(draft: Draft, { answers, thread, id }: TableRow): void {
  if (answers !== undefined) draft.parentId ??= answers;
  if (thread !== undefined) draft.threadId ??= thread;
  if (id !== undefined) draft.id ??= id;
}

const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || cell.trim() === '' || cell === '\ufeff');

/** Looked at first, as it costs little. */
const mayBeHeader = (cell: string, name = ''): boolean =>
  cell.length <= 2 * name.length + 4 &&
  cell.trim().slice(0, 1).toLowerCase() === name.slice(0, 1).toLowerCase();

/** The same header again, as in files that were joined. */
function isHeader(cells: readonly string[], names: readonly string[]): boolean {
  return (
    cells.length >= names.length &&
    names.length > 1 &&
    (names.every((name, i) => columnName(cells[i] ?? '') === name) || isSpeltOut(cells, names))
  );
}

/** The names of the columns in words, as Qualtrics writes them under those of its fields: "StartDate" and "Start Date". */
function isSpeltOut(cells: readonly string[], names: readonly string[]): boolean {
  const bare = (text: string): string => columnName(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (bare(cells[0] ?? '') !== bare(names[0] ?? '')) return false;
  return names.filter((name, i) => name.length > 4 && bare(cells[i] ?? '') === bare(name)).length >= 3;
}

/** What a row is, if it is no data of the table. */
function asideOf(
  row: number,
  cells: readonly string[],
  names: readonly string[],
  { headerRow, otherRow }: Pick<TablePeek, 'headerRow' | 'otherRow'>,
): Aside | undefined {
  if (row < headerRow) return 'above';
  if (otherRow !== undefined && row >= otherRow) return 'other';
  if (cells[0] !== undefined && mayBeHeader(cells[0], names[0]) && isHeader(cells, names)) return 'again';
  return headerRow > 0 && row <= headerRow + UNITS_ROWS && names.length > 1 && isUnits(cells)
    ? 'units'
    : undefined;
}

/** Line by which spreadsheets are told the delimiter. */
const EXCEL_HINT = /^sep=.$/i;

/** The cells of a record that stands in quotes as one cell. */
const unwrapped = (cells: readonly string[], delimiter: string): readonly string[] =>
  csvRecords(cells[0] ?? '', { delimiter })[0]?.cells ?? [];

async function* textRows(file: ExportFile, quotes: boolean): AsyncGenerator<readonly TableRow[]> {
  const { table } = file;
  if (!table) return;
  const reader = new CsvReader({
    delimiter: table.wrapped ? NO_DELIMITER : table.delimiter,
    quotes,
    rowsBefore: file.part?.rowsBefore ?? 0,
  });
  const { names, headerRow } = table;
  const keep = (rows: readonly TableRow[]): readonly TableRow[] =>
    rows.flatMap((given): readonly TableRow[] => {
      const row = table.wrapped ? { ...given, cells: unwrapped(given.cells, table.delimiter) } : given;
      const { cells } = row;
      if (row.row === headerRow || isBlank(cells)) return [];
      const aside = asideOf(row.row, cells, names, table);
      if (aside === 'above' && row.row === 1 && EXCEL_HINT.test(cells.join(table.delimiter).trim()))
        return [];
      return aside ? [{ ...row, aside }] : [row];
    });
  for await (const chunk of file.text()) {
    const rows = reader.push(chunk.includes('\0') ? chunk.replaceAll('\0', '') : chunk);
    if (rows.length > 0) yield keep(rows);
  }
  yield keep(reader.push('', true));
}

const BATCH = 1000;

/** Rows of the sheets that make the table: long exports are cut into sheets with the same header. */
async function* workbookRows(file: ExportFile): AsyncGenerator<readonly TableRow[]> {
  const { table } = file;
  if (!table) return;
  const sheets = await workbookSheets(file);
  let batch: TableRow[] = [];
  for (const place of table.sheets ?? []) {
    for await (const { row, cells: all, links: linked, flaw, flawAt } of sheets[place.index]?.rows() ?? []) {
      const { from, to } = place;
      const cells = from === 0 && to === undefined ? all : all.slice(from, to);
      // a row of formulas that nobody computed is not one that is not there
      if (row === place.headerRow || (isBlank(cells) && flaw !== 'unvalued')) continue;
      const links =
        from === 0 || linked === undefined
          ? linked
          : new Map([...linked].map(([at, address]) => [at - from, address]));
      batch.push({
        row,
        cells,
        links,
        aside: asideOf(row, cells, table.names, place),
        flaw,
        flawAt: flawAt === undefined ? undefined : flawAt - from,
      });
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
    }
  }
  yield batch;
}

/** The objects of a list of JSON as rows; what is no object is a row that can't be read. */
async function* jsonRows(
  file: ExportFile,
  path: readonly string[] | 'lines',
): AsyncGenerator<readonly TableRow[]> {
  const header = file.table?.header ?? [];
  const nested = file.table?.nested;
  const rowsOf = (item: unknown): readonly ItemRow[] =>
    nested ? nestedRows(item, nested) : withReplies(item);
  const told = new Set(file.table?.lists);
  const unreadIn = (item: unknown, rows: number): readonly string[] =>
    [...new Set(unreadLists(item, nested))].filter((key) => {
      if (told.has(key) || (!nested && rows > 1 && REPLIES.test(key))) return false;
      told.add(key);
      return true;
    });
  let batch: TableRow[] = [];
  for await (const item of path === 'lines' ? jsonValues(file) : jsonItems(file, path)) {
    const rows = 'value' in item && asObject(item.value) !== undefined ? rowsOf(item.value) : [undefined];
    const unread = 'value' in item ? unreadIn(item.value, rows.length) : [];
    for (const [at, one] of rows.entries())
      batch.push({
        row: item.row,
        cells: header.map((name) => one?.cells.get(name) ?? ''),
        ...(at === 0 && unread.length > 0 && { unread }),
        ...(one === undefined
          ? { flaw: 'unreadable' as const }
          : { answers: one.answers, id: one.id, thread: one.thread }),
      });
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

/**
 * Streams the rows of a table, several at a time: delimited text, workbook or JSON. Blank rows and the header are left out; what
 * stands above the header or repeats it is marked; NUL bytes are removed.
 *
 * @param options.quotes `false` for tools that never quote, so that a quote is text
 */
export function tableRows(
  file: ExportFile,
  options: { readonly quotes?: boolean } = {},
): AsyncGenerator<readonly TableRow[]> {
  if (file.table?.json) return jsonRows(file, file.table.json);
  return file.container === 'xlsx' ? workbookRows(file) : textRows(file, options.quotes !== false);
}
