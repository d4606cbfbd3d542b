import type { TablePeek } from '../bytes/export-file.js';
import { readNumber } from '../values/numbers.js';

/** Top of the scale that the ratings of a column use. */
export function ratingTop(table: TablePeek, column: number): number | undefined {
  const values = table.rows
    .map((cells) => readNumber(cells[column] ?? ''))
    .filter((value) => value !== undefined);
  const top = Math.max(0, ...values);
  return values.length === 0 ? undefined : [5, 10, 20, 100].find((scale) => top <= scale);
}

/** The scale of a table whose ratings go beyond that of its format: reviews of ten points written for a shop of five. */
export function scaleBeyond(
  table: TablePeek | undefined,
  names: readonly string[],
  given: number | undefined,
): { readonly ratingMax?: number } {
  const at = names.map((name) => table?.names.indexOf(name) ?? -1).find((one) => one >= 0);
  const top = table && at !== undefined ? ratingTop(table, at) : undefined;
  return given !== undefined && top !== undefined && top > given ? { ratingMax: top } : {};
}
