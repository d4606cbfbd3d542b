import { local, table } from '../cells.js';
import { windows1252 } from '../fourth/workbook.js';

/** “12/11/2025 14h05”. */
export const clock = (at: number): string => {
  const { y, m, d, h, min } = local(at);
  return `${d}/${m}/${y} ${h}h${min}`;
};
/** “2025-11-12 14:05:09”, on the clocks of Paris. */
export const stamp = (at: number): string => {
  const { y, m, d, h, min, s } = local(at);
  return `${y}-${m}-${d} ${h}:${min}:${s}`;
};

/** A table as a French Excel saves it: semicolons, Windows-1252. */
export const frenchTable = (rows: readonly (readonly (string | number | undefined)[])[]): Uint8Array =>
  windows1252(table(rows, ';').replaceAll('\n', '\r\n'));
