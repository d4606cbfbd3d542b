import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readWith } from '../read-sample.js';

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

it('an account behind the name of who writes is theirs', async () => {
  const { records } = await readWith(
    genericTable,
    await openBytes(
      Buffer.from(
        'Date;Auteur;Texte;URL\n2026-02-03;Lou Verdier (@lou_v);Le drive ferme sans prévenir;https://x.com/lou_v/status/1\n2026-02-04;Ana P. (Nantes);Rien à redire sur ce drive;https://x.com/ana/status/2\n',
      ),
      'mentions.csv',
    ),
  );
  expect(records.map(({ authorName, authorHandle }) => [authorName, authorHandle])).toEqual([
    ['Lou Verdier', '@lou_v'],
    ['Ana P. (Nantes)', undefined],
  ]);
});

it('an address behind a name is a contact where no column says which side writes, in the conversation of its document', async () => {
  const { records } = await readWith(
    genericTable,
    await openBytes(
      Buffer.from(
        'ID,Date,De,Sujet,Contenu,ID du document associé\n1,2026-02-03 10:00:00,"""Lou Verdier"" <lou@poste.example>",Beurre,Le beurre est arrivé fondu hier,71\n2,2026-02-03 11:00:00,"""Gwen"" <conso@ruche.example>",Beurre,Un autre part demain matin,71\n3,2026-02-04 10:00:00,"""Ana P."" <ana@poste.example>",Retard,Où en est mon remboursement ?,72\n',
      ),
      'messages.csv',
    ),
  );
  expect(
    records.map(({ authorName, authorContacts, threadId }) => [authorName, authorContacts, threadId]),
  ).toEqual([
    ['Lou Verdier', ['lou@poste.example'], '71'],
    ['Gwen', ['conso@ruche.example'], '71'],
    ['Ana P.', ['ana@poste.example'], '72'],
  ]);
});
