import { describe, expect, it } from 'vitest';
import { readExports, type ReadExportsOptions } from '../../../src/ingest/reader.js';
import { findHeader } from '../../../src/ingest/table/find-header.js';
import { inFolder } from '../in-folder.js';

/** Read, rejected and texts of one file. */
async function read(
  text: string,
  options: ReadExportsOptions = {},
): Promise<{
  read: number;
  rejected: number;
  texts: (string | undefined)[];
  notes: readonly string[];
  hints: string[];
}> {
  return inFolder({ 'x.csv': text }, async (folder) => {
    const texts: (string | undefined)[] = [],
      hints: string[] = [];
    for await (const event of readExports(folder, options)) {
      if (event.type === 'batch') {
        texts.push(...event.records.map((one) => one.text ?? one.title));
        hints.push(...event.rejects.map((one) => `${one.row}: ${one.reason}: ${one.hint}`));
      } else if (event.type === 'fileEnd') return { ...event, texts, hints };
    }
    throw new Error('no file read');
  });
}

const TEXTS = [
  'Le beurre était rance et la date dépassée',
  'Rien à redire, très bon accueil en rayon',
  'La livraison du drive a pris deux heures',
  'Pourquoi le prix du lait a-t-il doublé ?',
];
const line = (at: number, ...cells: readonly string[]): string => [...cells, TEXTS[at % 4]].join(';');

describe('the header of a table', () => {
  it.each([
    ['names', (at: number) => line(at, ['Perrine Quibel', 'Eudes Brival', 'Anne-Lise Moro'][at % 3] ?? '')],
    ['addresses', (at: number) => line(at, `client${at}@boite.example`)],
  ])('is not a row of people and texts: %s', async (_, row) => {
    const told = await read([0, 1, 2, 3, 4, 5].map(row).join('\n'));
    expect([told.read, told.rejected, told.texts[0]]).toEqual([6, 0, TEXTS[0]]);
    expect(told.notes.join(' ')).not.toMatch(/Quibel|boite/);
    expect((await read(`Nom Client;Verbatim\n${row(0)}\n${row(1)}\n`)).read).toBe(2);
  });
  it('is the first record, whatever short answer comes later', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      at === 24
        ? 'Nantes;Pas de commentaire;oui'
        : `Nantes;${TEXTS[at % 4]} (${at});${at % 3 ? 'oui' : 'non'}`,
    );
    const found = await read(`Magasin;Ressenti;Satisfait\n${rows.join('\n')}\n`);
    expect([found.read, found.rejected, found.texts.length]).toEqual([60, 0, 60]);
    expect(found.notes[0]).toContain('text ← Ressenti');
  });
  it('may come again after a byte order mark, as in files that were joined', async () => {
    const told = await read(
      '\ufeffDate;Auteur;Avis;Note\n2026-03-01;A;Avis un un;2\n\ufeff2026-03-02;B;Avis deux deux;2\n\ufeffDate;Auteur;Avis;Note\n2026-03-03;C;Avis trois trois;2\n',
    );
    expect(told.texts).toEqual(['Avis un un', 'Avis deux deux', 'Avis trois trois']);
    expect(told.hints).toEqual(['4: not-a-message: the header again']);
  });
  it('may name a column twice', async () => {
    const told = await read(
      'Date;Avis;Avis;Note;Note;Date\n2026-03-01;Premier avis ici;Second avis ici;1;5;2026-04-01\n2026-03-02;Encore un avis;Et un autre;2;4;2026-04-02\n',
    );
    expect(told.texts).toEqual(['Premier avis ici', 'Encore un avis']);
  });
  it('may be names that say nothing', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => `${(at % 5) + 1};${TEXTS[at % 4]} (${at});oui`);
    const found = await read(`Q1;Q2;Q3\n${rows.join('\n')}\n`);
    expect([found.read, found.rejected]).toEqual([8, 0]);
    expect(found.notes.join()).toContain('text ← Q2');
  });
  it('may be missing', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => line(at, `2026-02-0${at + 1} 10:00`, 'Nantes'));
    const found = await read(`${rows.join('\n')}\n`);
    expect([found.read, found.rejected]).toEqual([8, 0]);
    expect(found.texts[0]).toBe(TEXTS[0]);
  });
  it('may be missing where nothing but repeated values shows it', async () => {
    const rows = Array.from({ length: 9 }, (_, at) =>
      line(at, ['Nantes', 'Angers', 'Brest'][at % 3] ?? '', 'oui'),
    );
    expect((await read(`${rows.join('\n')}\n`)).read).toBe(9);
  });
  it('may stand over one column', async () => {
    const found = await read(`Avis\n${TEXTS.join('\n')}\n`);
    expect([found.read, found.texts]).toEqual([4, TEXTS]);
  });
  it('counts what stands above it', async () => {
    const found = await read(
      `Enquête de mars;;\n"Du 1 au 31";;\n\nDate;Avis;Note\n2026-03-01;${TEXTS[0]};2\n2026-03-02;${TEXTS[1]};5\n`,
    );
    expect([found.read, found.rejected]).toEqual([4, 2]);
    expect(found.hints).toEqual([
      '1: not-a-message: stands above the header',
      '2: not-a-message: stands above the header',
    ]);
  });
  it('is what the user says', async () => {
    const rows = TEXTS.map((text, at) => `${at};${text};oui`).join('\n');
    const ten = await read(`a;b;c\nx;Verbatims du mois;y\n${rows}\n`, { headerRow: 2 });
    expect([ten.read, ten.rejected, ten.texts.length]).toEqual([5, 1, 4]);
    const none = await read(`a;Une première réponse déjà assez longue;c\n${rows}\n`, { headerRow: 0 });
    expect([none.read, none.texts[0]]).toEqual([5, 'Une première réponse déjà assez longue']);
    const mapped = await read(`Lot;Numéro;Etat\nno;Mot;x\n${rows}\n`, { map: { text: 'Mot' } });
    expect([mapped.read, mapped.rejected, mapped.texts]).toEqual([5, 1, TEXTS]);
    const column = await read(`${rows}\n`, { headerRow: 0, map: { text: 'column 2' } });
    expect(column.texts).toEqual(TEXTS);
    const lines = await read(`${TEXTS.join('\n')}\n`, { headerRow: 0, as: 'table' });
    expect(lines.texts).toEqual(TEXTS);
  });
});

describe('findHeader', () => {
  it('prefers a wider record of known names to a heading', () => {
    const rows = [
      ['2026-01-01', 'x', '1', '2', '3', '4'],
      ['2026-01-02', 'y', '1', '2', '3', '4'],
    ];
    expect(
      findHeader([
        ['Synthèse', 'mars', 'avril', '', '', ''],
        ['date', 'text', 'likes', 'shares', 'views', 'reach'],
        ...rows,
      ]),
    ).toBe(1);
  });
  it('never takes a record of values', () => {
    expect(
      findHeader([
        ['12', '2026-01-01', 'abc'],
        ['13', '2026-01-02', 'def'],
      ]),
    ).toBe(-1);
  });
});
