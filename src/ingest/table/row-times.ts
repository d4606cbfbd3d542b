/** When the message of a row was sent, and when its ticket was closed. */
import type { MessageRecord } from '../../model/index.js';
import type { RowDoubt } from '../source.js';
import { closingOf } from '../values/closing.js';
import { readEpoch } from '../values/dates.js';
import type { Field } from './column-map.js';
import type { DateColumn } from './date-column.js';
import type { TableRow } from './table.js';

interface Row {
  readonly current: TableRow;
  get(field: Field): string | undefined;
  doubt(doubt: Omit<RowDoubt, 'row'>): void;
}

/** From an epoch, a date with its time, or a day, month and year that stand apart. */
export function sentAtOf(row: Row, dates: DateColumn | undefined): MessageRecord['sentAt'] {
  const epoch = row.get('epoch');
  const instant = epoch === undefined ? undefined : readEpoch(epoch);
  if (instant) return { ...instant, raw: row.get('date') ?? instant.raw };
  const date = row.get('date'),
    time = row.get('time');
  if (date !== undefined)
    return dates?.read(
      time === undefined || /\d\d?:\d\d/.test(date) ? date : `${date} ${time}`,
      row.current.row,
    );
  const [day, month, year] = (['day', 'month', 'year'] as const).map((field) => row.get(field));
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const text = [day, month, year]
    .map((part) => part.replace(/\.0$/, ''))
    .join(/^\d+(?:\.0)?$/.test(month) ? '/' : ' ');
  return dates?.read(time === undefined ? text : `${text} ${time}`, row.current.row);
}

/** `opened`: when the ticket was opened, where a row is a ticket. What is no closing is told. */
export function closedAtOf(
  row: Row,
  dates: DateColumn | undefined,
  opened: MessageRecord['sentAt'],
): MessageRecord['closedAt'] {
  const value = row.get('closedAt');
  if (value === undefined || !dates) return undefined;
  const { closedAt, flaw } = closingOf(dates.read(value, row.current.row, true), opened);
  if (flaw !== undefined) row.doubt({ reason: 'other', column: 'closedAt', value, hint: flaw });
  return closedAt;
}
