import { describe, expect, it } from 'vitest';
import { columnsOfTables, rowOfSecondTable } from '../../../src/ingest/table/second-table.js';

const HEADER = ['Date', 'Auteur', 'Avis', 'Note'];
const ROW = ['01/03/2026', 'Zoé', 'Le beurre était rance', '1'];

describe('a table under another', () => {
  it('begins at a row of other names after a blank row', () => {
    const below = [
      ['Jour', 'Commentaire', 'Magasin'],
      ['02/03/2026', 'Caisse fermée', 'Brest'],
    ];
    expect(rowOfSecondTable([HEADER, ROW, [], ...below], 1)).toBe(4);
    expect(rowOfSecondTable([['Bilan'], HEADER, ROW, ROW, ['', ''], ...below], 2)).toBe(6);
  });
  it.each([
    ['the same names again', [HEADER, ROW, [], HEADER, ROW], 1],
    ['a message of the words of headers', [HEADER, ROW, [], ['', 'Auteur', 'Message reçu', '5'], ROW], 1],
    ['no blank row', [HEADER, ROW, ['Jour', 'Commentaire', 'Magasin'], ROW], 1],
    ['no row below', [HEADER, ROW, [], ['Jour', 'Commentaire', 'Magasin']], 1],
    ['values', [HEADER, ROW, [], ROW, ROW], 1],
    ['no header', [ROW, ROW, [], ['Jour', 'Commentaire'], ROW], 0],
  ])('is not seen in %s', (_, records, headerRow) => {
    expect(rowOfSecondTable(records, headerRow)).toBeUndefined();
  });
});

describe('tables side by side', () => {
  it('begin after an empty column, at names that the first one has too', () => {
    expect(
      columnsOfTables([
        [...HEADER, '', ...HEADER],
        [...ROW, '', ...ROW],
      ]),
    ).toEqual([0, 5]);
    expect(
      columnsOfTables([
        ['Bilan'],
        [...HEADER, '', 'Date', 'Avis', '', 'Date', 'Avis', 'Note'],
        [...ROW, '', '', '', '', ...ROW.slice(0, 3)],
      ]),
    ).toEqual([0, 5, 8]);
  });
  it('are one where an empty column parts questions of one form', () => {
    expect(
      columnsOfTables([
        [...HEADER, '', 'Magasin', 'Produit'],
        [...ROW, '', 'Brest', 'pain'],
      ]),
    ).toEqual([0]);
    expect(columnsOfTables([HEADER, ROW])).toEqual([0]);
    expect(columnsOfTables([[]])).toEqual([0]);
  });
});
