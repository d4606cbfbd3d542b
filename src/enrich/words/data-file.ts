import { readFileSync } from 'node:fs';
import { DeversoirError } from '../../util/errors.js';

/**
 * Text of a data file shipped with the package, by its path under `enrich/data`.
 *
 * @example
 * readDataFile('taxonomies/retail.json').slice(0, 1)
 * // → '{'
 */
export function readDataFile(path: string): string {
  return readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8');
}

/**
 * Rows of a tab-separated data file: no header, `#` starts a comment line, empty lines are skipped.
 * Every row has at least `columns` cells. Errors: `data-invalid` with the row, from 1.
 *
 * @example
 * parseTsv('# term, weight\nbon\t1\n', 2)
 * // → [['bon', '1']]
 */
export function parseTsv(text: string, columns: number, file = 'data'): string[][] {
  const rows: string[][] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (cells.length < columns) {
      throw new DeversoirError('data-invalid', `${cells.length} cells`, {
        hint: `${columns} cells separated by tabs`,
        place: { file, row: index + 1 },
      });
    }
    rows.push(cells);
  }
  return rows;
}
