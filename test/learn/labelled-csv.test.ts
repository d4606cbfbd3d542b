import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readLabelledCsv, type LabelledCsvOptions } from '../../src/learn/labelled-csv.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const read = (text: string, options?: LabelledCsvOptions) => {
  writeFileSync(join(folder, 'a.csv'), text);
  return readLabelledCsv(join(folder, 'a.csv'), options);
};

describe('readLabelledCsv', () => {
  it('reads text and label, and leaves out rows without one', () => {
    expect(read('text,label\nbon,pos\n,neg\n  ,neg\nfade,\n"a, b",neg\n')).toEqual({
      rows: [
        { text: 'bon', label: 'pos', row: 2 },
        { text: 'a, b', label: 'neg', row: 6 },
      ],
      dropped: 3,
    });
  });
  it('reads other columns, and stars as tones', () => {
    expect(
      read('avis;note\nbon;4,5\nmoyen;3\nnul;1\nvide;\nfaux;9\n', { text: 'avis', stars: 'note' }),
    ).toEqual({
      rows: [
        { text: 'bon', label: 'positive', row: 2 },
        { text: 'moyen', label: 'neutral', row: 3 },
        { text: 'nul', label: 'negative', row: 4 },
      ],
      dropped: 2,
    });
  });
  it('reads what a French spreadsheet saves: Windows-1252, semicolons, commas in the header', () => {
    writeFileSync(join(folder, 'a.csv'), Buffer.from('avis;"note, sur 5"\nDéçue;1\n', 'latin1'));
    expect(readLabelledCsv(join(folder, 'a.csv'), { text: 'avis', stars: 'note, sur 5' }).rows).toEqual([
      { text: 'Déçue', label: 'negative', row: 2 },
    ]);
  });
  it('refuses a file that teaches nothing, and says which and why', () => {
    expect(() => read('')).toThrow('a.csv, column "text": empty: expected a header and rows');
    expect(() => read('text,label\nbon,\n')).toThrow(
      'a.csv, column "label": none of 1 rows has a text and a label: expected a label in each row to learn from',
    );
    expect(() => read('text,label\nbon,dix\n', { stars: 'label' })).toThrow('expected stars from 0.5 to 5');
  });
  it('tells no sentence of a customer in place of the name of a column', () => {
    expect(() => read('Je suis Zoé Exemple et le yaourt était périmé,zoe@exemple.fr,note\n')).toThrow(
      'no column "text": columns: column 1, column 2, note',
    );
  });
  it('names the columns there are, and a file that is not there', () => {
    expect(() => read('text,etiquette\nbon,pos\n')).toThrow(/no column "label".*columns: text, etiquette/s);
    expect(() => readLabelledCsv(join(folder, 'nope.csv'))).toThrow(/nope\.csv/);
  });
});
