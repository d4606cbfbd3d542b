import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLabelledCsv, type LabelledCsvOptions } from '../../src/learn/labelled-csv.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deversoir-labelled-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const read = (text: string, options?: LabelledCsvOptions) => {
  writeFileSync(join(folder, 'a.csv'), text);
  return readLabelledCsv(join(folder, 'a.csv'), options);
};

describe('readLabelledCsv', () => {
  it('reads text and label, and leaves out rows without one', () => {
    expect(read('text,label\nbon,pos\n,neg\n  ,neg\nfade,\n"a, b",neg\n')).toEqual([
      { text: 'bon', label: 'pos' },
      { text: 'a, b', label: 'neg' },
    ]);
  });
  it('reads other columns, and stars as tones', () => {
    expect(
      read('avis;note\nbon;4,5\nmoyen;3\nnul;1\nvide;\nfaux;9\n', { text: 'avis', stars: 'note' }),
    ).toEqual([
      { text: 'bon', label: 'positive' },
      { text: 'moyen', label: 'neutral' },
      { text: 'nul', label: 'negative' },
    ]);
  });
  it('names the columns there are, and a file that is not there', () => {
    expect(() => read('text,etiquette\nbon,pos\n')).toThrow(/no column "label".*columns: text, etiquette/s);
    expect(() => readLabelledCsv(join(folder, 'nope.csv'))).toThrow(/nope\.csv/);
  });
});
