import { describe, expect, it } from 'vitest';
import { columnName, findHeader } from '../../../src/ingest/table/find-header.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { tableRows } from '../../../src/ingest/table/table.js';
import { type Cell, makeWorkbook } from '../bytes/make-archive.js';

const open = (text: string, name = 'x.csv'): ReturnType<typeof openBytes> =>
  openBytes(Buffer.from(text), name);

async function rowsOf(
  content: string | Uint8Array,
): Promise<{ row: number; cells: readonly string[]; aside?: string }[]> {
  const file = typeof content === 'string' ? await open(content) : await openBytes(content, 'x.xlsx');
  const rows: { row: number; cells: readonly string[]; aside?: string }[] = [];
  for await (const batch of tableRows(file))
    rows.push(...batch.map(({ row, cells, aside }) => (aside ? { row, cells, aside } : { row, cells })));
  return rows;
}

it('reads the rows of a file whose lines stand in quotes as a whole', async () => {
  expect(await rowsOf('"date;texte"\n"1;Bon"\n"2;""Trop ; salé"""\n')).toEqual([
    { row: 2, cells: ['1', 'Bon'] },
    { row: 3, cells: ['2', 'Trop ; salé'] },
  ]);
});

describe('peek of a table', () => {
  it('finds the delimiter by constant columns, not by name', async () => {
    const peek = async (text: string): Promise<unknown> => {
      const { table } = await open(text);
      return [table?.delimiter, table?.names];
    };
    expect(await peek('date;texte\n1;"a, b; c"\n2;d, e, f\n')).toEqual([';', ['date', 'texte']]);
    expect(await peek('text\trating\na, b\t1\nc, d\t2\n')).toEqual(['\t', ['text', 'rating']]);
    expect(await peek('text|note\na|1\nb|2\n')).toEqual(['|', ['text', 'note']]);
    expect(await peek('sep=;\ntext;note\na;1\n')).toEqual([';', ['text', 'note']]);
  });
  it('finds a header under a preamble', async () => {
    const { table } = await open(
      'Rapport,,\n"Du 1 mars 2024",,\n,,\nDate,Message,Likes\n2024-03-01,Bonjour,"1,2"\n',
    );
    expect(table).toMatchObject({ headerRow: 4, names: ['date', 'message', 'likes'] });
    expect(table?.preamble.length).toBe(3);
  });
  it('knows a table without header', async () => {
    expect((await open('1,2024-01-01,abc\n2,2024-01-02,def\n')).table?.headerRow).toBe(0);
    expect(
      findHeader([
        ['a b c d e. f', '12'],
        ['x', '13'],
      ]),
    ).toBe(-1);
  });
  it('folds names', () => {
    expect([columnName('\ufeffID '), columnName('"Page  Name"'), columnName('Ｄate')]).toEqual([
      'id',
      'page name',
      'date',
    ]);
  });
});

describe('rows of a table', () => {
  it('marks the preamble and repeated headers, leaves out blank rows, and removes NUL bytes', async () => {
    expect(
      await rowsOf(
        'titre,,\nText,Date,Likes\nBon\0jour,2024-01-01,1\n,,\nText,Date,Likes\nSalut,2024-01-02,2\n',
      ),
    ).toEqual([
      { row: 1, cells: ['titre', '', ''], aside: 'above' },
      { row: 3, cells: ['Bonjour', '2024-01-01', '1'] },
      { row: 5, cells: ['Text', 'Date', 'Likes'], aside: 'again' },
      { row: 6, cells: ['Salut', '2024-01-02', '2'] },
    ]);
  });
  it('reads UTF-16, with and without BOM, and Windows-1252', async () => {
    const text = 'text;note\nété;1\nçà;2\n';
    const utf16 = Buffer.from(text, 'utf16le');
    for (const [bytes, encoding] of [
      [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
      [utf16, 'utf-16le'],
      [Buffer.from(utf16).swap16(), 'utf-16be'],
      [Buffer.from(text, 'latin1'), 'windows-1252'],
    ] as const) {
      const file = await openBytes(bytes, 'x.csv');
      expect([file.encoding, file.table?.rows[0]?.[0]]).toEqual([encoding, 'été']);
    }
  });
});

describe('workbooks', () => {
  const header: Cell[] = ['Date', 'Comment', '(view source)'];
  it('gives dates, formulas as their text, and links', async () => {
    const bytes = makeWorkbook([
      [
        ['Export'],
        [],
        header,
        [
          { date: 44196.5 },
          { formula: 'HYPERLINK("x")', value: '=1+1' },
          { text: 'voir', link: 'https://example.org/?comment_id=7' },
        ],
      ],
    ]);
    const file = await openBytes(bytes, 'x.xlsx');
    expect([file.container, file.table?.headerRow, file.table?.names]).toEqual([
      'xlsx',
      3,
      ['date', 'comment', '(view source)'],
    ]);
    const rows = [];
    for await (const batch of tableRows(file)) rows.push(...batch);
    expect(rows[0]).toMatchObject({ row: 1, aside: 'above' });
    expect(rows[1]).toMatchObject({ row: 4, cells: ['2020-12-31 12:00:00', '=1+1', 'voir'] });
    expect(rows[1]?.links?.get(2)).toBe('https://example.org/?comment_id=7');
  });
  it('takes the sheet with the table, and goes on over sheets with the same header', async () => {
    const rows = await rowsOf(
      makeWorkbook([
        [['Bienvenue']],
        [header, ['2024-01-01', 'un', '']],
        [header, ['2024-01-02', 'deux', '']],
        [
          ['Total', 'x'],
          [2, 'y'],
        ],
      ]),
    );
    expect(rows.map(({ cells }) => cells[1])).toEqual(['un', 'deux']);
  });
});
