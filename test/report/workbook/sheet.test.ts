import { expect, it } from 'vitest';
import { sheet } from '../../../src/report/workbook/sheet.js';

interface Laid {
  readonly columns: readonly { readonly width: number; readonly style: { readonly alignment: object } }[];
  readonly rowDefs: ReadonlyMap<number, { readonly height: number }>;
}
const laid = (wrapped: boolean): Laid =>
  sheet(
    'spillRate',
    ['Motif', 'n', 'Part vue, borne basse', 'Note'],
    [['Prix', 90, 0.0081, 'x'.repeat(130)]],
    [],
    new Map(),
    wrapped,
  ) as Laid;

it('stands numbers to the right and texts to the left, off the numbers before them', () => {
  expect(laid(false).columns.map(({ style }) => style.alignment)).toEqual([
    { vertical: 'top', horizontal: 'left' },
    { vertical: 'top', horizontal: 'right' },
    { vertical: 'top', horizontal: 'right' },
    { vertical: 'top', horizontal: 'left', indent: 1 },
  ]);
});

it('puts a head of several words on two lines, and makes rows as high as their texts where these are wrapped', () => {
  // 21 letters at 60 % and a margin
  expect(laid(false).columns[2]?.width).toBe(16);
  expect([...laid(false).rowDefs]).toEqual([[0, { height: 30 }]]);
  // 130 letters on columns of 60
  expect([...laid(true).rowDefs]).toEqual([
    [0, { height: 30 }],
    [1, { height: 45 }],
  ]);
});

it('prints at its edge no longer title than a spreadsheet takes, its ampersands kept', () => {
  const headerOf = (title: string): string =>
    (
      sheet('spillRate', ['n'], [], [], new Map(), false, { title, scope: '' }) as {
        readonly headerFooter: { readonly oddHeader: string };
      }
    ).headerFooter.oddHeader;
  expect(headerOf('Brel & Fils')).toBe('&LBrel && Fils&R&A');
  expect(headerOf('&'.repeat(300)).length).toBeLessThanOrEqual(255);
});

it('holds as many rows as a spreadsheet may', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => [at === 199_999 ? 'x'.repeat(30) : 'x']);
  const { columns } = sheet('rejectReasons', ['Raison'], rows) as Laid;
  expect(columns[0]?.width).toBe(33);
});
