import type { ExportFile } from './export-file.js';
import { CsvReader } from './csv.js';
import { mainSheet, workbookSheets } from './xlsx.js';
import { columnName } from './header.js';

/** A row of a table below its header. */
export interface TableRow {
  /** Record of the file, or row of the sheet, from 1, header and preamble counted. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Addresses of hyperlinks by column index; workbooks only. */
  readonly links?: ReadonlyMap<number, string> | undefined;
  /** What was wrong with the row, when something was. */
  readonly flaw?: 'unclosed-quote' | 'too-wide' | 'too-long' | undefined;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '' || cell === '\ufeff');

/** The same header again, as in files that were joined. */
function isHeader(cells: readonly string[], names: readonly string[]): boolean {
  return cells.length >= names.length && names.length > 1 && names.every((name, i) => columnName(cells[i] ?? '') === name);
}

async function* textRows(file: ExportFile, quotes: boolean): AsyncGenerator<readonly TableRow[]> {
  const { table } = file;
  if (!table) return;
  const reader = new CsvReader({ delimiter: table.delimiter, quotes });
  const keep = (rows: readonly TableRow[]): readonly TableRow[] => {
    const first = rows[0]?.row ?? 0;
    const below = first > table.headerRow ? rows : rows.slice(table.headerRow + 1 - first);
    return below.filter(({ cells }) => !isBlank(cells) && !(cells[0] !== undefined && columnName(cells[0]) === table.names[0] && isHeader(cells, table.names)));
  };
  for await (const chunk of file.text()) {
    const rows = reader.push(chunk.includes('\0') ? chunk.replaceAll('\0', '') : chunk);
    if (rows.length > 0) yield keep(rows);
  }
  yield keep(reader.push('', true));
}

const SHEET_BATCH = 1000;

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
      if (batch.length >= SHEET_BATCH) { yield batch; batch = []; }
    }
  }
  yield batch;
}

/**
 * Streams the rows of a table below its header, several at a time: delimited text or workbook. Blank rows and repeated headers
 * are left out; NUL bytes are removed.
 *
 * @param options.quotes `false` for tools that never quote, so that a quote is text
 */
export function tableRows(file: ExportFile, options: { readonly quotes?: boolean } = {}): AsyncGenerator<readonly TableRow[]> {
  return file.container === 'xlsx' ? workbookRows(file) : textRows(file, options.quotes !== false);
}
