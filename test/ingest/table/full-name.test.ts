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

it('an address behind the name of who writes is their contact; an agent keeps the name alone', async () => {
  const row = (id: number, sender: string, from: string, body: string) => ({
    id,
    ticket_id: id < 3 ? 7 : 8,
    sender,
    from,
    body,
    created_at: `2026-02-0${id}T10:00:00Z`,
  });
  const articles = [
    row(1, 'Customer', 'Lou Verdier <lou@poste.example>', 'Le beurre est arrivé fondu hier'),
    row(2, 'Agent', 'Gwen <conso@ruche.example>', 'Un autre part demain matin'),
    row(3, 'Customer', '"Ana, P." <ana@poste.example>', 'Où en est mon remboursement ?'),
    row(4, 'Agent', 'Gwen <conso@ruche.example>', 'Il part aujourd’hui'),
  ];
  const { records } = await readWith(
    genericTable,
    await openBytes(Buffer.from(JSON.stringify(articles)), 'articles.json'),
  );
  expect(records.map(({ authorName, authorContacts }) => [authorName, authorContacts])).toEqual([
    ['Lou Verdier', ['lou@poste.example']],
    ['Gwen', undefined],
    ['Ana, P.', ['ana@poste.example']],
    ['Gwen', undefined],
  ]);
});
