import { expect, it } from 'vitest';
import { DateColumn } from '../../../src/ingest/table/date-column.js';
import { closedAtOf, sentAtOf } from '../../../src/ingest/table/row-times.js';
import type { RowDoubt } from '../../../src/ingest/source.js';

/** A row of these cells, and what is doubted of it. */
function rowOf(cells: Readonly<Record<string, string>>) {
  const doubts: Omit<RowDoubt, 'row'>[] = [];
  return {
    doubts,
    current: { row: 2, cells: [] },
    get: (field: string) => cells[field],
    doubt: (doubt: Omit<RowDoubt, 'row'>) => void doubts.push(doubt),
  };
}
const dates = (): DateColumn => new DateColumn('Date', { zone: 'Europe/Paris', dateOrder: 'dmy' }, {});

it('a row is dated by an epoch, else a date with its time, else a day, month and year', () => {
  const date = { date: '02/03/2026', time: '10:30' };
  const at = (cells: Readonly<Record<string, string>>): number | null | undefined =>
    sentAtOf(rowOf(cells), dates())?.epochMs;
  expect(at({ ...date, epoch: '1772357400' })).toBe(1_772_357_400_000);
  expect(at(date)).toBe(Date.UTC(2026, 2, 2, 9, 30));
  expect(at({ ...date, date: '02/03/2026 08:00' })).toBe(Date.UTC(2026, 2, 2, 7));
  expect(at({ day: '2.0', month: '3', year: '2026', time: '10:30' })).toBe(Date.UTC(2026, 2, 2, 9, 30));
  expect(at({ day: '2', year: '2026' })).toBeUndefined();
});

it('a ticket is closed at a date of its column; any other cell is doubted once, under that column', () => {
  const column = dates();
  const opened = sentAtOf(rowOf({ date: '02/03/2026 10:00' }), column);
  const told = (closedAt: string): readonly unknown[] => {
    const row = rowOf({ closedAt });
    return [closedAtOf(row, column, opened)?.epochMs, row.doubts.map((doubt) => doubt.column)];
  };
  expect(told('03/03/2026 10:00')).toEqual([Date.UTC(2026, 2, 3, 9), []]);
  expect(told('01/03/2026 10:00')).toEqual([undefined, ['closedAt']]);
  expect(told('demain')).toEqual([undefined, ['closedAt']]);
  expect(column.takeDoubts()).toEqual([]);
  expect(closedAtOf(rowOf({}), column, opened)).toBeUndefined();
});
