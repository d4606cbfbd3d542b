import type { Metric } from '../../model/index.js';
import type { Language } from '../../util/language.js';
import { isQuarter } from '../story/code-text.js';

export type Cell = string | number | boolean | Date | null;

/** A cell holds so many characters; what looks like a formula stays a text cell, which no spreadsheet runs. */
export const safe = (text: string): string => text.slice(0, 32_000);

/** A value as a cell, its codes in words. */
export function cellOf(value: unknown, name: (text: string) => string): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return safe(Array.isArray(value) ? value.map((one) => name(String(one))).join(', ') : name(String(value)));
}

/** Dates as the language of the report writes them. */
const INSTANTS: Readonly<Record<Language, string>> = { fr: 'dd/mm/yyyy hh:mm', en: 'yyyy-mm-dd hh:mm' };

const DAYS: Readonly<Record<Language, string>> = { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' };

/** A day written as text is a date of the spreadsheet, but for the first day of a quarter, which is told as the quarter. */
export function dayOf(value: unknown, column: string, metric: Metric): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || isQuarter(column, metric))
    return value;
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? value : day;
}

/** How a column of dates prints: without hours where none has any. */
export const dateFormat = (values: readonly unknown[], language: Language): string =>
  (values.every((value) => !(value instanceof Date) || value.getTime() % 86_400_000 === 0) ? DAYS : INSTANTS)[
    language
  ];

/** Characters of a cell as it prints: what a date reads as text depends on the clock of the machine. */
export const widthOf = (cell: string | number | boolean | Date): number =>
  cell instanceof Date ? INSTANTS.fr.length : typeof cell === 'number' ? 8 : String(cell).length;

/** Whole numbers: an optional decimal would leave its point behind them. */
export const WHOLE = '#,##0';

/** As many decimals in a whole column, so that they stand under each other: more where a value would read as zero. */
export function decimalFormat(values: readonly unknown[]): string {
  const sizes = values.flatMap((value) =>
    typeof value === 'number' && value !== 0 ? [Math.abs(value)] : [],
  );
  if (sizes.every((size) => Number.isInteger(size))) return WHOLE;
  const least = Math.min(...sizes);
  return `${WHOLE}.${'0'.repeat(least >= 10 ? 1 : least >= 0.05 ? 2 : 3)}`;
}
