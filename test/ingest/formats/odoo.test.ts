import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../../src/ingest/detect.js';
import { odoo } from '../../../src/ingest/formats/odoo.js';
import { readText, readWith } from '../read-sample.js';

it('reads rows without an id as messages of the ticket above, by who wrote them', async () => {
  const { records, rejects } = await readText(
    odoo,
    'ID,Sujet,Client,Étape,Créé le,Description,Messages/Date,Messages/Auteur,Messages/Contenu\n1,Pot ouvert,Ana Roc,Résolu,2026-03-02 09:11:12,Le pot était ouvert.,2026-03-03 10:00:00,Max,Nous le remboursons.\n,,,,,,2026-03-02 18:00:00,Ana Roc,Voici le lot.\n,,,,,,2026-03-02 09:11:12,Ana Roc,Le pot était ouvert.\n2,Colis,Luc Sol,Nouveau,2026-03-04 09:11:12,Toujours rien reçu.,,,\n',
    'tickets.csv',
  );
  expect(records.map(({ row, threadId, direction, text }) => [row, threadId, direction, text])).toEqual([
    [2, '1', undefined, 'Le pot était ouvert.'],
    [2, '1', 'outbound', 'Nous le remboursons.'],
    [3, '1', 'inbound', 'Voici le lot.'],
    [5, '2', undefined, 'Toujours rien reçu.'],
  ]);
  expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([[4, 'not-a-message']]);
});

it('reads a table of tickets whose words stand in another file: subject, state and closing', async () => {
  const text =
    'ID,Sujet,Client,E-mail du client,Étape,Créé le,Date de fermeture\n7,Pot ouvert,Ana Roc,ana@poste.example,Résolu,2026-03-02 09:11:12,2026-03-04 10:00:00\n8,Colis,Luc Sol,luc@poste.example,En cours,2026-03-05 09:11:12,\n';
  const file = await openBytes(Buffer.from(text), 'helpdesk.ticket.csv');
  expect(detectFormat(file)[0]?.source.format).toBe('odoo');
  const { records } = await readWith(odoo, file, { zone: 'UTC' });
  expect(
    records.map(({ kind, threadId, title, status, closedAt }) => [
      kind,
      threadId,
      title,
      status,
      closedAt?.epochMs,
    ]),
  ).toEqual([
    ['ticket', '7', 'Pot ouvert', 'Résolu', Date.UTC(2026, 2, 4, 10)],
    ['ticket', '8', 'Colis', 'En cours', undefined],
  ]);
});
