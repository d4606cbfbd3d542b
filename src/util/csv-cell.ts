import { printable } from './printable.js';

/** What begins a formula, as spreadsheets of East Asia write it too. */
const FORMULA = '=+\\-@＝＋－＠';
const AT_START = new RegExp(`^[ "']*[${FORMULA}]|^[\\t\\r]`);
/** Where a spreadsheet that separates by another sign than ours, or does not see a quote that stands inside its cell, begins a cell. */
const AFTER_SEPARATOR = new RegExp(`([;\\t\\r\\n|]["' ]*)(?=[${FORMULA}])`, 'g');

/**
 * A cell of CSV, quoted, that no spreadsheet runs and no terminal obeys: what begins as a formula has an apostrophe before it, at the
 * start of the cell and behind what might separate cells (OWASP, CSV injection).
 *
 * @example
 * [csvCell('=1+1'), csvCell('vu ;=1+1'), csvCell('dit "oui"')]
 * // → ['"\'=1+1"', '"vu ;\'=1+1"', '"dit ""oui"""']
 */
export function csvCell(text: string): string {
  const shown = printable(text).replace(AFTER_SEPARATOR, "$1'");
  return `"${(AT_START.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}
