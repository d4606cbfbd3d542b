import type { ExportFile } from '../bytes/export-file.js';
import { CsvReader } from './csv.js';
import { mainSheet, workbookSheets } from './xlsx.js';
import { columnName } from './header.js';
import { asObject, jsonItems, jsonValues } from '../json/json.js';
import { flatCells } from './json-table.js';

/** A row of a table below its header. */
export interface TableRow {
  /** Record of the file, or row of the sheet, from 1, header and preamble counted. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Addresses of hyperlinks by column index; workbooks only. */
  readonly links?: ReadonlyMap<number, string> | undefined;
  /** What was wrong with the row, when something was. */
  readonly flaw?: 'unclosed-quote' | 'too-wide' | 'too-long' | 'unreadable' | undefined;
}

const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || cell.trim() === '' || cell === '\ufeff');

/** The same header again, as in files that were joined. */
function isHeader(cells: readonly string[], names: readonly string[]): boolean {
  return (
    cells.length >= names.length &&
    names.length > 1 &&
    names.every((name, i) => columnName(cells[i] ?? '') === name)
  );
}

async function* textRows(file: ExportFile, quotes: boolean): AsyncGenerator<readonly TableRow[]> {
  const { table } = file;
  if (!table) return;
  const reader = new CsvReader({ delimiter: table.delimiter, quotes });
  const keep = (rows: readonly TableRow[]): readonly TableRow[] => {
    const first = rows[0]?.row ?? 0;
    const below = first > table.headerRow ? rows : rows.slice(table.headerRow + 1 - first);
    return below.filter(
      ({ cells }) =>
        !isBlank(cells) &&
        !(cells[0] !== undefined && columnName(cells[0]) === table.names[0] && isHeader(cells, table.names)),
    );
  };
  for await (const chunk of file.text()) {
    const rows = reader.push(chunk.includes('\0') ? chunk.replaceAll('\0', '') : chunk);
    if (rows.length > 0) yield keep(rows);
  }
  yield keep(reader.push('', true));
}

const BATCH = 1000;

/** Rows of the sheet that holds the table, and of the following sheets with the same header (long exports are cut into sheets). */
async function* workbookRows(file: ExportFile): AsyncGenerator<readonly TableRow[]> {
  const sheets = await workbookSheets(file);
  const main = await mainSheet(sheets);
  if (!main) return;
  const { names, headerRow } = main.peek;
  let batch: TableRow[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (index < main.index) continue;
    let matches = index === main.index;
    for await (const { row, cells, links, tooWide } of sheet.rows()) {
      if (index === main.index && row <= headerRow) continue;
      if (!matches) {
        if (isHeader(cells, names)) matches = true;
        else if (row > 30) break;
        continue;
      }
      if (isBlank(cells) || isHeader(cells, names)) continue;
      batch.push({ row, cells, links, ...(tooWide ? { flaw: 'too-wide' as const } : {}) });
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
  let batch: TableRow[] = [];
  for await (const item of path === 'lines' ? jsonValues(file) : jsonItems(file, path)) {
    const readable = 'value' in item && asObject(item.value) !== undefined;
    const cells = readable ? flatCells(item.value) : new Map<string, string>();
    batch.push({
      row: item.row,
      cells: header.map((name) => cells.get(name) ?? ''),
      ...(readable ? {} : { flaw: 'unreadable' as const }),
    });
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

/**
 * Streams the rows of a table below its header, several at a time: delimited text, workbook or JSON. Blank rows and repeated headers
 * are left out; NUL bytes are removed.
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
