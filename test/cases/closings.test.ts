import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resolutionTime } from '../../src/metrics/index.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const TICKETS = `N° ticket;Date de création;Résolu le;Demandeur;E-mail;Description;Statut
7;06/01/2026 10:00;08/01/2026 10:00;Zoé L;zoe@courriel.example;Mon colis n’est jamais arrivé, je suis très déçue;Clos
8;07/01/2026 09:00;;Léo M;leo@courriel.example;Le pot est arrivé cassé, c’est inadmissible;Nouveau
9;07/01/2026 12:00;07/01/2026 18:00;Ana P;ana@courriel.example;Produit périmé en rayon, une honte;Résolu
10;19/01/2026 12:00;;Guy B;guy@courriel.example;Le lait était tourné, je veux un remboursement;Nouveau
`;

it('a table of tickets tells when each was resolved: from its file to the delay', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tickets.csv'), TICKETS);
  const corpus = await buildCorpus(join(folder, 'tickets.csv'), join(folder, 'corpus'), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    workers: 0,
    zone: 'Europe/Paris',
    dateOrder: 'dmy',
  });
  const told = await corpus.query(
    `SELECT strftime(closedAt, '%d %H:%M') AS closed, strftime(resolvedAt, '%d %H:%M') AS resolved, resolvedBy, waitingSince IS NOT NULL AS waits
     FROM messages JOIN caseMessages USING (messageId) JOIN cases USING (caseId) ORDER BY sentAt`,
  );
  const open = { closed: null, resolved: null, resolvedBy: null, waits: true };
  expect(told.objects()).toEqual([
    { closed: '08 09:00', resolved: '08 09:00', resolvedBy: 'status', waits: false },
    open,
    { closed: '07 17:00', resolved: '07 17:00', resolvedBy: 'status', waits: false },
    open,
  ]);
  const [row] = (await resolutionTime(corpus)).rows();
  // 48 hours and 6
  expect([row?.resolved, row?.meanResolvedHours]).toEqual([2, 27]);
  corpus.close();
});
