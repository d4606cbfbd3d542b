import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowCounter } from '../../../src/ingest/count/row-counter.js';

const count = (
  text: string,
  { delimiter = ';', quotes = true, skip = 0, header = 0 } = {},
  cut = text.length,
) => {
  const counter = new RowCounter(delimiter.charCodeAt(0), quotes, skip, header);
  const bytes = Buffer.from(text);
  counter.push(bytes.subarray(0, cut));
  counter.push(bytes.subarray(cut));
  return counter.end();
};

describe('RowCounter', () => {
  it('counts filled records, a quoted line end inside one, without the header', () => {
    expect(count('a;b\n1;2\n3;4', { header: 1 })).toBe(2);
    expect(count('a;b\n"1\n2";3\n\n ; \n')).toBe(2);
    expect(count('a\r\nb\rc')).toBe(3);
  });
  it('opens a quote at the beginning of a cell only, and not where the tool never quotes', () => {
    expect(count('il dit "oui\nnon"\n')).toBe(2);
    expect(count('"a\nb"\n', { quotes: false })).toBe(2);
    expect(count('"a ""b""\nc";d\n')).toBe(1);
  });
  it('counts line by line after a quote that never closes', () => {
    expect(count('a;b\n"jamais;1\nc;d\n')).toBe(3);
  });
  it('counts the lines of cells that only begin with a quoted word, until a cell was quoted with reason', () => {
    const rows = '1;"Bon" dit-il;5\n2;Très bon;4\n3;et "non";1\n';
    expect(count(`a;b;c\n${rows}`, { header: 1 })).toBe(3);
    expect(count(`a;"b;b";c\n${rows}`, { header: 1 })).toBe(1);
  });
  it('leaves out the bytes of a mark', () => {
    expect(count('\ufeff\na\n', { skip: 3 })).toBe(1);
  });
  it('law: cut anywhere, the same count', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r'), maxLength: 40 }),
        fc.nat(40),
        (text, cut) => {
          expect(count(text, {}, cut)).toBe(count(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
