import { expect, it } from 'vitest';
import { cellOf, dateFormat, dayOf } from '../../../src/report/workbook/cell.js';
import { written } from '../written.js';

it('takes a day for a date, but for no day of the calendar and the first of a quarter', async () => {
  const metric = await written('driverShift', 'ratio', {});
  expect(dayOf('2026-03-05', 'day', metric)).toEqual(new Date('2026-03-05T00:00:00Z'));
  expect(['2026-13-45', '2026-03', 'un texte', 3].map((value) => dayOf(value, 'day', metric))).toEqual([
    '2026-13-45',
    '2026-03',
    'un texte',
    3,
  ]);
  expect(dayOf('2026-01-01', 'previousQuarter', metric)).toBe('2026-01-01');
});

it('prints hours where one date has some', () => {
  const [day, instant] = [new Date('2026-03-05T00:00:00Z'), new Date('2026-03-05T08:10:00Z')];
  expect([dateFormat([day, null], 'fr'), dateFormat([day, instant], 'fr'), dateFormat([day], 'en')]).toEqual([
    'dd/mm/yyyy',
    'dd/mm/yyyy hh:mm',
    'yyyy-mm-dd',
  ]);
});

it('says codes in words, one of a list after the other', () => {
  const name = (code: string): string => code.toUpperCase();
  expect([cellOf(['a', 'b'], name), cellOf('a', name), cellOf(null, name), cellOf(2, name)]).toEqual([
    'A, B',
    'A',
    null,
    2,
  ]);
});
