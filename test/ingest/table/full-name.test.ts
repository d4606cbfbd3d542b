import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { fullNames } from '../../../src/ingest/table/full-name.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { guessColumns } from '../../../src/ingest/table/guess-columns.js';
import { readWith } from '../read-sample.js';

const open = (header: string) =>
  openBytes(
    Buffer.from(
      `${header}\n2026-02-03;Zoé;Lenoir;Le beurre est arrivé fondu hier\n2026-02-04;Léo;;Rien à dire, merci\n`,
    ),
    'a.csv',
  );

it.each(['Date;Prénom;Nom;Message', 'Date;First name;Last name;Message'])(
  'a first and a last name are one name: %s',
  async (header) => {
    const { records } = await readWith(genericTable, await open(header));
    expect(records.map(({ authorName }) => authorName)).toEqual(['Zoé Lenoir', 'Léo']);
  },
);

it('first names alone name nobody: every Zoé would be one person', async () => {
  const { records } = await readWith(genericTable, await open('Date;Prénom;Ville;Message'));
  expect(records.map(({ authorName }) => authorName)).toEqual([undefined, undefined]);
});

it('a column that names who writes is enough', async () => {
  const { table } = await open('Date;Prénom;Auteur;Message');
  expect(fullNames(table, (table && guessColumns(table)) ?? {})).toBeUndefined();
});

it('a column that the user names is theirs', async () => {
  const { records } = await readWith(genericTable, await open('Date;Prénom;Nom;Message'), {
    map: { author: 'Nom' },
  });
  expect(records[0]?.authorName).toBe('Lenoir');
});
