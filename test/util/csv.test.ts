import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, MAX_CELLS, csvRecords } from '../../src/util/csv.js';

const cells = (text: string, delimiter = ','): string[][] =>
  csvRecords(text, { delimiter }).map((record) => record.cells);

describe('delimited text', () => {
  it('keeps line ends and delimiters inside quotes', () => {
    expect(cells('a,"b\r\nc,d",e\r\nf,,\r\n')).toEqual([
      ['a', 'b\r\nc,d', 'e'],
      ['f', '', ''],
    ]);
  });
  it('takes the semicolon of an entity of HTML as text, where semicolons part cells', () => {
    expect(
      cells('Date;Avis;Note\n1;Le caf&eacute; froid &amp; cher&nbsp;!;2\n2;Rien &#224; dire;R&D;3\n', ';'),
    ).toEqual([
      ['Date', 'Avis', 'Note'],
      ['1', 'Le caf&eacute; froid &amp; cher&nbsp;!', '2'],
      ['2', 'Rien &#224; dire', 'R&D', '3'],
    ]);
    expect(cells('"a &amp";b\n', ';')).toEqual([['a &amp', 'b']]);
    expect(cells('a &eacute;,b\n')).toEqual([['a &eacute;', 'b']]);
  });
  it('reads tripled quotes as quotes of the value', () => {
    expect(cells('"""1955""",x')).toEqual([['"1955"', 'x']]);
  });
  it('reads inner quotes that are not doubled', () => {
    expect(cells('c1,"{"text":"hello, you"}",z\n')).toEqual([['c1', '{"text":"hello, you"}', 'z']]);
  });
  it('reads quotes after a backslash, in a file that writes them so', () => {
    const text = 'a,b\n1,"dit \\"oui\\", puis \\"non\\"\nfin \\""\n2,"x \\", y"\n';
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', 'dit "oui", puis "non"\nfin "'],
      ['2', 'x ", y'],
    ]);
    expect(cells('a,b\n1,"C:\\"\n2,"D:\\"\n')).toEqual([
      ['a', 'b'],
      ['1', 'C:\\'],
      ['2', 'D:\\'],
    ]);
  });
  it('ends a cell at a quote whose backslash is text itself, in a file that writes quotes so', () => {
    expect(cells('1,"un \\"mot\\" et \\\\",b\n2,"c","d"\n')).toEqual([
      ['1', 'un "mot" et \\\\', 'b'],
      ['2', 'c', 'd'],
    ]);
  });
  it('takes quotes inside an unquoted cell as text', () => {
    expect(cells('il dit "non",oui\n5" de neige,x')).toEqual([
      ['il dit "non"', 'oui'],
      ['5" de neige', 'x'],
    ]);
  });
  it('ends a record at its line when a quote never closes, and goes on', () => {
    const records = csvRecords('a,b\n"jamais fermé,1\nc,d\n', { delimiter: ',' });
    expect(records.map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['"jamais fermé', '1'],
      ['c', 'd'],
    ]);
    expect(records[1]?.flaw).toBe('unclosed-quote');
  });
  it('keeps the line after a quote that never closes, whose own quotes would close it', () => {
    const file =
      'id,text,date\n1,"Jamais reçu, 2025-01-01\n2,"Bien, merci",2025-01-02\n3,"Oui, ""bon"".",2025-01-03\n';
    for (const size of [file.length, 7, 1]) {
      const reader = new CsvReader({ delimiter: ',' });
      const records = [];
      for (let at = 0; at < file.length; at += size) records.push(...reader.push(file.slice(at, at + size)));
      records.push(...reader.push('', true));
      expect(records.map((record) => [record.cells.length, record.flaw])).toEqual([
        [3, undefined],
        [3, 'unclosed-quote'],
        [3, undefined],
        [3, undefined],
      ]);
      expect(records[2]?.cells[1]).toBe('Bien, merci');
    }
  });
  it('drops what is over the limit of cells and says so', () => {
    const [record] = csvRecords(`${'x,'.repeat(100_000)}x\n`, { delimiter: ',' });
    expect([record?.cells.length, record?.flaw]).toEqual([MAX_CELLS, 'too-wide']);
  });
  it('counts blank lines, so that rows are those an editor shows', () => {
    expect(csvRecords('a\n\nb\n', { delimiter: ',' }).map((record) => record.row)).toEqual([1, 2, 3]);
  });
  it('takes a quoted word at the beginning of a cell as text in a file that never quotes', () => {
    const file =
      'date\ttexte\tnote\n1\t"Bon" dit-il\t5\n2\tTrès bon\t4\n3\t"Non" merci\t1\n4\tet "parfait"\t5\n';
    expect(cells(file, '\t')).toEqual([
      ['date', 'texte', 'note'],
      ['1', '"Bon" dit-il', '5'],
      ['2', 'Très bon', '4'],
      ['3', '"Non" merci', '1'],
      ['4', 'et "parfait"', '5'],
    ]);
    expect(cells('a;b\n1;"Bon" oui', ';')).toEqual([
      ['a', 'b'],
      ['1', '"Bon" oui'],
    ]);
  });
  it('reads a cell of several lines whose inner quotes are not doubled, where the file quotes or columns are missing', () => {
    expect(cells('"a";"b"\n"1";"il dit "oui" puis\nnon; et s’en va"\n', ';')).toEqual([
      ['a', 'b'],
      ['1', 'il dit "oui" puis\nnon; et s’en va'],
    ]);
    expect(cells('a;b\n1;"x;y"\n2;"il dit "oui" puis\nnon; oui"\n', ';')).toEqual([
      ['a', 'b'],
      ['1', 'x;y'],
      ['2', 'il dit "oui" puis\nnon; oui'],
    ]);
    expect(cells('a;b;c\n1;2;"il dit "oui" puis\ns’en va"\n', ';')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', 'il dit "oui" puis\ns’en va'],
    ]);
  });
  it('ends with lone carriage returns too', () => {
    expect(cells('a,b\rc,d\r')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '\t'),
    maxLength: 8,
  });
  const written = (rows: readonly (readonly string[])[]): string =>
    rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');

  it('law: a well-formed file gives what csv-parse gives, cut anywhere into pieces', () => {
    const random = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(random, fc.array(fc.nat(40), { maxLength: 12 }), (rows, cuts) => {
        const text = written(rows);
        const expected = parse(text, { relax_column_count: true, record_delimiter: ['\r\n'] }) as string[][];
        expect(cells(text)).toEqual(expected);
        const reader = new CsvReader({ delimiter: ',' });
        const out: string[][] = [];
        let from = 0;
        for (const cut of cuts) {
          out.push(...reader.push(text.slice(from, from + cut)).map((record) => record.cells));
          from += cut;
        }
        out.push(...reader.push(text.slice(from), true).map((record) => record.cells));
        expect(out).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('law: any text, cut anywhere, gives the same records and loses no line', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\\', '\\"', 'a,"a" a\n'),
          maxLength: 60,
        }),
        fc.nat(60),
        (text, cut) => {
          const reader = new CsvReader({ delimiter: ',' });
          const pieces = [...reader.push(text.slice(0, cut)), ...reader.push(text.slice(cut), true)];
          expect(pieces).toEqual(csvRecords(text, { delimiter: ',' }));
          const letters = (one: string): number => one.split('a').length - 1;
          expect(letters(pieces.flatMap((record) => record.cells).join(''))).toBe(letters(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
