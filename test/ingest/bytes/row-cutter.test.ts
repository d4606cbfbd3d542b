import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilePart } from '../../../src/ingest/bytes/export-file.js';
import { RowCutter } from '../../../src/ingest/bytes/row-cutter.js';
import { CsvReader, csvRecords } from '../../../src/util/csv.js';

const cut = (
  bytes: Uint8Array,
  delimiter: string | undefined,
  least: number,
  piece = 7,
): readonly FilePart[] => {
  const cutter = new RowCutter({
    ...(delimiter === undefined ? {} : { delimiter }),
    quotes: true,
    utf8: true,
    bom: 0,
    bytes: least,
  });
  for (let at = 0; at < bytes.length; at += piece) cutter.push(bytes.subarray(at, at + piece));
  return cutter.end();
};

describe('RowCutter', () => {
  it('cuts where rows end, not in cells that hold line ends', () => {
    const bytes = Buffer.from('a;b\r\n"x\n;y";1\n"say ""no""\n";2\rlast;3');
    expect(cut(bytes, ';', 1).map(({ from, to, rowsBefore, last }) => [from, to, rowsBefore, last])).toEqual([
      [0, 5, 0, false],
      [5, 14, 1, false],
      [14, 30, 2, false],
      [30, 36, 3, true],
    ]);
  });

  it('gives up on what the reader mends over several rows', () => {
    expect(cut(Buffer.from('a;b\n"open;1\nc;2\n'), ';', 1)).toEqual([]);
    expect(cut(Buffer.from('a;b\nc\0;1\nd;2\n'), ';', 1)).toEqual([]);
    expect(cut(Buffer.from([97, 59, 10, 0xe9, 59, 10, 98, 59, 10]), ';', 1)).toEqual([]);
    expect(cut(Buffer.from('one line'), ';', 1)).toEqual([]);
    expect(cut(Buffer.from('a;b\n1;"Bon" oui\n2;et "non"\n'), ';', 1)).toEqual([]);
  });

  it('cuts lines at their ends', () => {
    const bytes = Buffer.from('{"a":"\\n"}\n\n{"b":1}');
    expect(cut(bytes, undefined, 1).map(({ from, rowsBefore }) => [from, rowsBefore])).toEqual([
      [0, 0],
      [11, 1],
      [12, 2],
    ]);
  });

  it('gives parts that read as the whole does, whatever the text and the pieces', () => {
    const text = array(
      constantFrom('a', 'é', '😀', ';', '"', '""', '\n', '\r\n', '\r', ' ', '";', '"\n', 'a;"a" a\n'),
      { maxLength: 60 },
    ).map((pieces) => pieces.join(''));
    assert(
      property(text, integer({ min: 1, max: 12 }), integer({ min: 1, max: 9 }), (all, least, piece) => {
        const bytes = Buffer.from(all);
        const parts = cut(bytes, ';', least, piece);
        if (parts.length === 0) return;
        const read = parts.flatMap(({ from, to, rowsBefore }) =>
          new CsvReader({ delimiter: ';', rowsBefore }).push(bytes.subarray(from, to).toString(), true),
        );
        expect(read).toEqual(csvRecords(all, { delimiter: ';' }));
      }),
      { numRuns: 3000 },
    );
  });
});
