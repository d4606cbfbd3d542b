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
  readonly days: readonly (string | undefined)[];
  readonly said: readonly string[];
}

async function read(
  sheets: readonly Rows[],
  hidden: readonly number[] = [],
  merges: readonly string[] = [],
): Promise<readonly Told[]> {
  return inFolder({ 'enquete.xlsx': makeWorkbook(sheets, hidden, merges) }, async (folder) => {
    const files: Told[] = [];
    let texts: (string | undefined)[] = [],
      days: (string | undefined)[] = [],
      said: string[] = [];
    for await (const event of readExports(folder)) {
      if (event.type === 'batch') {
        texts.push(...event.records.map((one) => one.text));
        days.push(...event.records.map((one) => one.sentAt?.raw));
        said.push(
          ...event.rejects.map((one) => `${one.row}: ${one.hint}`),
          ...event.doubts
            .filter((one) => one.reason === 'other' || one.reason === 'truncated')
            .map((one) => one.hint),
        );
      } else if (event.type === 'fileEnd') {
        const { path, format, read: count, rejected, notes } = event;
        files.push({ path, format, read: count, rejected, notes, texts, days, said });
        texts = [];
        days = [];
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
      'sheet 1: no messages, because no row has two cells (1 row of text)',
      'sheet 5: no messages, because it is empty or holds no cells',
      'sheet 6: no messages, because it has a header and no row',
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
  it('lose nothing to a row of units, a merged cell or a formula that was never computed', async () => {
    const [file] = await read(
      [
        [
          ['Enquête de janvier'],
          ['Date', 'Magasin', 'Avis', 'Note'],
          ['jj/mm/aaaa', 'texte', 'texte libre', '1 à 5'],
          ['2026-01-01', 'Brest', 'Le beurre était rance ce matin', 1],
          [null, null, 'Très bon accueil au rayon frais', 5],
          ['2026-01-03', 'Nantes', { formula: 'CONCAT(A1)' }, 3],
          ['Total général', null, '3 avis', 9],
        ],
      ],
      [],
      ['A1:D1', 'A4:A5', 'B4:B5'],
    );
    expect([file?.read, file?.rejected]).toEqual([6, 3]);
    expect(file?.texts).toEqual([
      'Le beurre était rance ce matin',
      'Très bon accueil au rayon frais',
      undefined,
    ]);
    expect(file?.days).toEqual(['2026-01-01', '2026-01-01', '2026-01-03']);
    expect(file?.said.toSorted()).toEqual([
      '1: stands above the header',
      '3: says in what the columns are written',
      '7: a total',
      'a formula whose value the workbook does not hold: open it in a spreadsheet, save it and read it again',
    ]);
  });
  it('tell the column of what was never computed, and a row that is nothing else', async () => {
    const formula = { formula: 'CONCAT(A1)' };
    const sheet = [
      ['Date', 'Avis', 'Note'],
      ['2026-01-01', 'Le beurre était rance ce matin', 1],
      ['2026-01-02', 'Très bon accueil au rayon frais', formula],
      [formula, formula, formula],
    ];
    await inFolder({ 'avis.xlsx': makeWorkbook([sheet]) }, async (folder) => {
      const told: unknown[] = [];
      for await (const event of readExports(folder))
        if (event.type === 'batch')
          told.push(
            ...event.rejects.map(({ row, reason }) => [row, reason]),
            ...event.doubts
              .filter(({ reason }) => reason === 'truncated')
              .map(({ row, column }) => [row, column]),
          );
        else if (event.type === 'fileEnd') told.push([event.read, event.rejected]);
      expect(told).toEqual([
        [4, 'missing-text'],
        [3, 'Note'],
        [4, 'Date'],
        [3, 1],
      ]);
    });
  });
  it('are several tables where they hold several', async () => {
    const header = ['Date', 'Avis', 'Note'],
      row = (day: number, text: string): Cell[] => [`2026-01-0${day}`, text, 2];
    const files = await read([
      [
        [...header, null, ...header],
        [...row(1, 'Le beurre était rance'), null, ...row(2, 'Caisse fermée trop tôt')],
        [...row(3, 'Très bon accueil'), null, null, null, null],
        [],
        ['Jour', 'Commentaire', 'Auteur'],
        ['2026-02-01', 'Livraison en retard', 'Zoé'],
      ],
    ]);
    expect(files.map(({ path, read: count, rejected }) => [path, count, rejected])).toEqual([
      ['enquete.xlsx', 4, 2],
      ['enquete.xlsx!Feuille 1 [5]', 1, 0],
    ]);
    expect(files.map(({ texts }) => texts)).toEqual([
      ['Le beurre était rance', 'Très bon accueil'],
      ['Caisse fermée trop tôt'],
    ]);
    expect(files[0]?.said).toEqual(
      [5, 6].map(
        (at) => `${at}: another table below, with a header of its own: give it in a sheet or file of its own`,
      ),
    );
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
