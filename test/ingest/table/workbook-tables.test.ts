import { describe, expect, it } from 'vitest';
import { readExports } from '../../../src/ingest/reader.js';
import { type Cell, makeWorkbook } from '../bytes/make-archive.js';
import { inFolder } from '../in-folder.js';

type Rows = readonly (readonly Cell[])[];

interface Told {
  readonly path: string;
  readonly format: string | null;
  readonly read: number;
  readonly rejected: number;
  readonly notes: readonly string[];
  readonly texts: readonly (string | undefined)[];
  readonly said: readonly string[];
}

async function read(sheets: readonly Rows[], hidden: readonly number[] = []): Promise<readonly Told[]> {
  return inFolder({ 'enquete.xlsx': makeWorkbook(sheets, hidden) }, async (folder) => {
    const files: Told[] = [];
    let texts: (string | undefined)[] = [],
      said: string[] = [];
    for await (const event of readExports(folder)) {
      if (event.type === 'batch') {
        texts.push(...event.records.map((one) => one.text));
        said.push(
          ...event.rejects.map((one) => `${one.row}: ${one.hint}`),
          ...event.doubts.filter((one) => one.reason === 'other').map((one) => one.hint),
        );
      } else if (event.type === 'fileEnd') {
        const { path, format, read: count, rejected, notes } = event;
        files.push({ path, format, read: count, rejected, notes, texts, said });
        texts = [];
        said = [];
      }
    }
    return files;
  });
}

const shops: Rows = [
  ['Date', 'Avis', 'Note'],
  ['2026-01-01', 'Le beurre était rance ce matin', 1],
  ['2026-01-02', 'Très bon accueil au rayon frais', 5],
];

describe('the sheets of a workbook', () => {
  it('are all read or told', async () => {
    const files = await read([
      [['Synthèse de l’enquête']],
      shops,
      [
        ['Date', 'Avis', 'Note'],
        ['2026-02-01', 'Trop de plastique sur les légumes', 2],
      ],
      [
        ['Jour', 'Commentaire', 'Auteur', 'Magasin'],
        ['2026-03-01', 'La livraison a pris deux heures', 'Zoé', 'Brest'],
      ],
      [],
      [['Mois', 'Nombre']],
    ]);
    expect(files.map(({ path, format, read: count, rejected }) => [path, format, count, rejected])).toEqual([
      ['enquete.xlsx', 'table', 1, 0],
      ['enquete.xlsx!Feuille 2', 'table', 3, 0],
    ]);
    expect(files[1]?.texts).toEqual([
      'Le beurre était rance ce matin',
      'Très bon accueil au rayon frais',
      'Trop de plastique sur les légumes',
    ]);
    expect(files[0]?.notes.slice(1)).toEqual([
      'sheet "Feuille 1": no messages, because no row has two cells (1 row of text)',
      'sheet "Feuille 5": no messages, because it is empty or holds no cells',
      'sheet "Feuille 6": no messages, because it has a header and no row',
    ]);
  });
  it('are not preferred when hidden, but read and told', async () => {
    const wide: Rows = [
      ['Date', 'Avis', 'Note', 'Ville', 'Rayon'],
      ['2025-01-01', 'Un ancien avis assez long', 3, 'Brest', 'frais'],
    ];
    const files = await read([wide, shops], [0]);
    expect(files.map(({ path, read: count }) => [path, count])).toEqual([
      ['enquete.xlsx', 2],
      ['enquete.xlsx!Feuille 1', 1],
    ]);
    expect(files[1]?.said).toEqual(['the sheet is hidden in the workbook: its rows are read too']);
  });
  it('say that totals and notes are no messages', async () => {
    const [file] = await read([
      [
        ['Date', 'Magasin', 'Avis', 'Note'],
        ['2026-01-01', 'Brest', 'Le beurre était rance ce matin', 1],
        ['2026-01-02', 'Nantes', 'Total : une belle surprise, merci', 5],
        ['Total général', null, null, 6],
        ['Moyenne', null, null, 3],
        ['Source : enquête de janvier'],
        ['(1) réponses filtrées'],
      ],
    ]);
    expect(file?.texts).toEqual(['Le beurre était rance ce matin', 'Total : une belle surprise, merci']);
    expect([file?.read, file?.rejected]).toEqual([6, 4]);
    expect(file?.said).toEqual([
      '4: a total',
      '5: a total',
      '6: a note under or between the rows',
      '7: one cell that is no text: a note under or between the rows',
    ]);
  });
});
