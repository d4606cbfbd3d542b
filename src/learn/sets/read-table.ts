import { parse } from 'csv-parse/sync';

export type Cells = Readonly<Record<string, string>>;

/** Rows of a delimited text as cells by column name; without a header the columns are named `0`, `1`, … */
export function readCells(
  text: string,
  options: { readonly delimiter: string; readonly header: boolean; readonly quoted: boolean },
): Cells[] {
  const rows = parse(text, {
    delimiter: options.delimiter,
    quote: options.quoted ? '"' : false,
    relax_quotes: true,
    relax_column_count: true,
    bom: true,
    skip_empty_lines: true,
  }) as string[][];
  const names = options.header ? (rows.shift() ?? []) : (rows[0] ?? []).map((_, i) => String(i));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

/** Delimiter of a text by its first line: a tab, else a comma, else a semicolon. */
export function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  if (/\t/.test(first)) return '\t';
  return /;/.test(first) && !/,/.test(first) ? ';' : ',';
}
