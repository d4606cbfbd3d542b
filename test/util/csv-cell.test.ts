import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/util/csv-cell.js';
import { csvRecords } from '../../src/util/csv.js';

const HOSTILE = [
  '=HYPERLINK("http://a.example";"oui")',
  '+33 6',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1+1',
  '"=1+1',
  '＝1+1',
  'Alerte ;=cmd|’/c calc’!A1',
  'Alerte ; "=1+1',
  'ligne\n=1+1',
  'deux\tcellules\t@A1',
];

describe('csvCell', () => {
  it.each(HOSTILE)('no spreadsheet runs %j, whatever separates its cells', (text) => {
    const line = `id,${csvCell(text)}`;
    for (const separator of [',', ';', '\t', '|'])
      for (const part of line.slice(3).split(new RegExp(`[${separator}\r\n]`)))
        expect(part.replace(/^["' ]*$/, '')).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/);
  });

  it('leaves texts, and what any reader of CSV reads', () => {
    const texts = ['Alerte : 40 messages', 'dit « oui », "non"', 'de 3 à 5 - 2 %', 'a;b', ''];
    expect(csvRecords(texts.map(csvCell).join(','), { delimiter: ',' })[0]?.cells).toEqual(texts);
    expect(csvCell('a\u0000b\u202Ec')).toBe('"abc"');
  });
});
