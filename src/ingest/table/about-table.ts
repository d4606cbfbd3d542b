import type { ExportFile } from '../bytes/export-file.js';
import type { Parsed } from '../source.js';
import type { Resolved } from './column-map.js';
import type { TableRow } from './table.js';
import { undatedDoubt } from './undated.js';

/** What is to be told of a table before its rows. */
export function aboutTable(
  { table }: ExportFile,
  { columns: { date, epoch, year } }: Pick<Resolved, 'columns'>,
): readonly Parsed[] {
  if (!table) return [];
  const told: Parsed[] = (table.notes ?? []).map((note) => ({ note }));
  if (table.headerRow > 1) told.push({ note: `header on row ${table.headerRow}` });
  if (table.headerRow === 0)
    told.push({
      doubt: {
        reason: 'guessed-mapping',
        hint: 'no header: every row is read, columns are "column 1", "column 2", ...; settle it with headerRow',
      },
    });
  if (table.hidden)
    told.push({
      doubt: { reason: 'other', hint: 'the sheet is hidden in the workbook: its rows are read too' },
    });
  if (table.lists) told.push(unreadDoubt(table.lists));
  if (!date && !epoch && !year) told.push(undatedDoubt(table));
  return told;
}

/** The doubt on lists of messages inside of items that nothing reads; `row`: of the item that shows them first. */
const unreadDoubt = (keys: readonly string[], row?: number): Parsed => ({
  doubt: {
    ...(row !== undefined && { row }),
    reason: 'other',
    hint: `lists inside its items are not read: ${keys.join(', ')}; save each as a file of its own`,
  },
});

/** Doubts on lists that only later items show. */
export const unreadDoubts = (rows: readonly TableRow[]): Parsed[] =>
  rows.flatMap(({ row, unread }) => (unread ? [unreadDoubt(unread, row)] : []));
