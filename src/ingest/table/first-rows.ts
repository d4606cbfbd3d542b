import type { TablePeek } from '../bytes/export-file.js';
import { keepsLongIds } from '../values/ids.js';
import { type DecimalSign, decideDecimal, withoutCurrency } from '../values/numbers.js';
import type { Field, Resolved } from './column-map.js';

/** Fields that hold numbers. */
export const NUMBERS = ['rating', 'likes', 'shares', 'replies', 'views', 'reach', 'orderAmount'] as const;
/** Fields that hold ids. */
const IDS = ['id', 'threadId', 'parentId', 'authorId'] as const;

/** What the first rows of a table say of its columns. */
export interface FirstRows {
  /** Decimal sign of the columns of numbers. */
  readonly decimals: Readonly<Partial<Record<Field, DecimalSign>>>;
  /** Ids of which one is whole and as long as those that a spreadsheet rounds. */
  readonly wholeIds: ReadonlySet<Field>;
}

/** What the first rows of a table say of the columns that hold numbers and ids. */
export function firstRowsOf(table: TablePeek | undefined, { columns }: Resolved): FirstRows {
  const cellsOf = (at: number): string[] => (table?.rows ?? []).map((cells) => cells[at] ?? '');
  const decimals: Partial<Record<Field, DecimalSign>> = {};
  for (const field of NUMBERS) {
    const [at] = columns[field] ?? [];
    const sign = at === undefined ? undefined : decideDecimal(cellsOf(at).map(withoutCurrency));
    if (sign !== undefined) decimals[field] = sign;
  }
  const whole = IDS.filter((field) => columns[field]?.some((at) => keepsLongIds(cellsOf(at))));
  return { decimals, wholeIds: new Set(whole) };
}
