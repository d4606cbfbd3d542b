import { csvRecords } from '../../util/csv.js';

export type Cells = Readonly<Record<string, string>>;

/** Rows of a delimited text as cells by column name; without a header the columns are named `0`, `1`, … */
export function readCells(
  text: string,
  options: { readonly delimiter: string; readonly header: boolean; readonly quoted: boolean },
): Cells[] {
  const rows = csvRecords(text.replace(/^\ufeff/, ''), {
    delimiter: options.delimiter,
    quotes: options.quoted,
  })
    .map(({ cells }) => cells)
    .filter((cells) => cells.length > 1 || cells[0] !== '');
  const names = options.header ? (rows.shift() ?? []) : (rows[0] ?? []).map((_, i) => String(i));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

/** Delimiter of a text by its first line, quoted cells left out: a tab, else of semicolon and comma the more frequent. */
export function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  if (first.includes('\t')) return '\t';
  return first.split(';').length > first.split(',').length ? ';' : ',';
}
