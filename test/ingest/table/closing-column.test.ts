import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { closingColumn } from '../../../src/ingest/table/closing-column.js';
import { factsOf } from '../../../src/ingest/table/column-facts.js';
import { type Reading, readWith } from '../read-sample.js';

const read = async (csv: string): Promise<Reading> =>
  readWith(genericTable, await openBytes(Buffer.from(csv), 'a.csv'), {
    zone: 'Europe/Paris',
    dateOrder: 'dmy',
  });
const DAYS = ['06/01/2026 10:02', '07/01/2026 09:00'];
/** The name of the column that is taken. */
const taken = (...columns: readonly (readonly [string, readonly string[]])[]): string | undefined => {
  const { closedAt } = closingColumn(
    columns.map(([name, cells]) => factsOf(name.toLowerCase(), cells)),
    new Set(),
  );
  return closedAt === undefined ? undefined : columns[closedAt]?.[0];
};

describe('the column of closings', () => {
  it.each([
    'Résolu le',
    'Date de résolution',
    'Date de clôture',
    'Clôturé le',
    'Date de fermeture du ticket',
    'Date clôture dossier',
    'Fermé le',
    'Solved at',
    'Date solved',
    'Ticket solved - Date',
    'Resolved time',
    'Resolved',
    'resolutiondate',
    'Resolution date',
    'Date/Time Closed',
    'closed_datetime',
    'Last closed at',
    'Closed date',
  ])('is called %s', (name) => {
    expect(taken(['Created at', DAYS], [name, DAYS])).toBe(name);
  });

  it.each([
    'Resolution time (hours)',
    'Due date',
    'First reply at',
    'Résolution prévue le',
    'Date de dernière mise à jour',
    'Closing balance',
    'Resolution due at',
  ])('is not called %s', (name) => {
    expect(taken(['Created at', DAYS], [name, DAYS])).toBeUndefined();
  });

  it('is that of the solution before that of the closing, which desks set later by themselves', () => {
    expect(taken(['Closed at', DAYS], ['Created at', DAYS], ['Solved at', DAYS])).toBe('Solved at');
  });

  it('holds dates, and another column dates the rows', () => {
    expect(taken(['Created at', DAYS], ['Resolved', ['yes', 'no']])).toBeUndefined();
    expect(taken(['Closed at', DAYS], ['Subject', ['a', 'b']])).toBeUndefined();
  });
});

describe('a ticket of a table', () => {
  it('is closed when its row says so, and told where that can’t be', async () => {
    const { records, doubts } = await read(
      `Date de clôture;N° ticket;Date de création;Demandeur;Description;Statut
07/01/2026 09:00;7;06/01/2026 10:02;Zoé L;Mon colis n’est jamais arrivé chez moi;Clos
;8;07/01/2026 09:00;Léo M;Le pot est arrivé fendu, encore une fois;Nouveau
05/01/2026 09:00;9;08/01/2026 09:00;Ana P;Toujours rien reçu depuis la semaine dernière;Clos
bientôt;10;08/01/2026 11:00;Luc D;La porte du magasin ne ferme plus du tout;Clos
09/01/2026;11;09/01/2026 11:00;Eva D;Le rayon frais était vide samedi matin;Clos
10/01/2026 08:00;12;09/01/2026 12:00;Guy B;Le lait avait déjà tourné à l’ouverture;Clos
`,
    );
    expect(records.map(({ sentAt }) => sentAt?.raw)).toEqual([
      '06/01/2026 10:02',
      '07/01/2026 09:00',
      '08/01/2026 09:00',
      '08/01/2026 11:00',
      '09/01/2026 11:00',
      '09/01/2026 12:00',
    ]);
    expect(records.map(({ closedAt }) => closedAt?.epochMs)).toEqual([
      Date.UTC(2026, 0, 7, 8),
      undefined,
      undefined,
      undefined,
      Date.UTC(2026, 0, 9, 22, 59, 59),
      Date.UTC(2026, 0, 10, 7),
    ]);
    expect(doubts.filter(({ column }) => column === 'closedAt').map(({ row, hint }) => [row, hint])).toEqual([
      [4, 'closed before it was opened: the closing is left out'],
      [5, 'not readable as a date: the closing is left out'],
    ]);
  });

  it('may have rows written after its closing', async () => {
    const { records, doubts } = await read(
      `Ticket;Date;Client;Auteur;Message;Clôturé le
1;06/01/2026 10:00;Zoé L;Zoé L;Mon colis n’est jamais arrivé chez moi;06/01/2026 12:00
1;06/01/2026 11:00;Zoé L;Service;Nous vous le renvoyons dès demain matin;06/01/2026 12:00
1;08/01/2026 11:00;Zoé L;Zoé L;Je n’ai toujours rien reçu de votre part;06/01/2026 12:00
2;08/01/2026 12:00;Ana P;Ana P;Le pot est arrivé fendu, encore une fois;
2;08/01/2026 13:00;Ana P;Service;Nous vous remboursons le pot sous huit jours;
`,
    );
    expect(records.map(({ closedAt }) => closedAt?.raw)).toEqual([
      ...Array.from({ length: 3 }, () => '06/01/2026 12:00'),
      undefined,
      undefined,
    ]);
    expect(doubts.filter(({ column }) => column === 'closedAt')).toEqual([]);
  });
});
