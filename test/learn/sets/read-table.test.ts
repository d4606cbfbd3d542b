import { expect, it } from 'vitest';
import { delimiterOf, readCells } from '../../../src/learn/sets/read-table.js';

it('tells the delimiter by the first line', () => {
  expect(['a\tb,c', 'a,b;c', 'a;b\n1,2;3', 'a', ''].map(delimiterOf)).toEqual(['\t', ',', ';', ',', ',']);
});

it('gives cells by column name, absent ones empty; without header the columns are numbered', () => {
  const read = (text: string, header = true, quoted = true) =>
    readCells(text, { delimiter: '\t', header, quoted });
  expect(read('\ufefftext\tlabel\n"a\tb"\t1\nc\n')).toEqual([
    { text: 'a\tb', label: '1' },
    { text: 'c', label: '' },
  ]);
  expect(read('x\t1\n\ny\t2', false)).toEqual([
    { 0: 'x', 1: '1' },
    { 0: 'y', 1: '2' },
  ]);
});

it('takes quotes as text where the file never quotes, and in a cell that only begins with a quoted word', () => {
  expect(readCells('a\tb\n"x\ty', { delimiter: '\t', header: true, quoted: false })).toEqual([
    { a: '"x', b: 'y' },
  ]);
  expect(
    readCells('text\tlabel\n"Bon" dit-il\t1\nmais "cher"\t0', {
      delimiter: '\t',
      header: true,
      quoted: true,
    }),
  ).toEqual([
    { text: '"Bon" dit-il', label: '1' },
    { text: 'mais "cher"', label: '0' },
  ]);
});
