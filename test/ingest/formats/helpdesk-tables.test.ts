import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import {
  front,
  glpi,
  hubspotTickets,
  jiraTable,
  osticket,
  salesforceEmails,
  zendeskView,
} from '../../../src/ingest/formats/helpdesk-tables.js';
import { picked, readTable } from '../read-table.js';

it('tells who writes in Front by the direction, and the channel by its column', async () => {
  const { records } = await readTable(
    front,
    'Conversation ID | Message ID | Subject | Extract | Date | Author | Direction | Channel type',
    [
      'c1 | m1 | Colis | Mon colis est cassé | 2026-03-01 10:00:00 | Zoé | Inbound | Email',
      'c1 | m2 | Colis | Nous regardons | 2026-03-01 11:00:00 | Agent | Outbound | Email',
      'c1 | m3 | Colis | Voir avec le quai | 2026-03-01 12:00:00 | Agent | Comment | ',
    ],
  );
  expect(picked(records, 'id', 'threadId', 'direction', 'authorIsBrand', 'channel', 'stage')).toEqual([
    ['m1', 'c1', undefined, undefined, 'email', 'private'],
    ['m2', 'c1', 'outbound', true, 'email', 'private'],
    ['m3', 'c1', 'internal', true, undefined, 'private'],
  ]);
});

it('takes the subject of a Zendesk view for its text, and keeps what the ticket is filed under', async () => {
  const { records } = await readTable(
    zendeskView,
    'Id | Requester | Subject | Tags | Status | Via | Ticket type | Created at',
    [
      '12 | Zoé | Yaourt moisi | lait urgent | Open | Web form | Incident | 2026-03-01 10:00:00',
      '13 | Zoé | Merci | - | Closed |  | - | 2026-03-02 10:00:00',
    ],
  );
  expect(picked(records, 'threadId', 'kind', 'channel', 'status', 'attributes')).toEqual([
    ['12', 'ticket', 'form', 'Open', { tags: 'lait urgent', 'ticket type': 'Incident' }],
    ['13', 'ticket', 'ticket', 'Closed', undefined],
  ]);
  expect(records.map(({ title, text }) => text ?? title)).toEqual(['Yaourt moisi', 'Merci']);
});

it('leaves to the generic table an export with columns of a view and a row a comment', async () => {
  const { records } = await readTable(
    genericTable,
    'Ticket ID | Created at | Subject | Status | Requester | Requester email | Author | Author role | Public | Body',
    [
      '7 | 2026-03-01T10:00:00Z | Tamis | solved | Zoé | zoe@poste.example | Zoé | end-user | true | Le tamis s’est percé au lavage',
      '7 | 2026-03-01T10:01:00Z | Tamis | solved | Zoé | zoe@poste.example | Robot | system | true | Votre demande porte le numéro 7',
      '7 | 2026-03-02T10:00:00Z | Tamis | solved | Zoé | zoe@poste.example | Ugo | agent | false | Lot vu avec l’usine',
      '7 | 2026-03-02T11:00:00Z | Tamis | solved | Zoé | zoe@poste.example | Ugo | agent | true | Un autre tamis vous attend au comptoir',
    ],
  );
  expect(picked(records, 'threadId', 'direction', 'kind', 'authorName', 'title')).toEqual([
    ['7', 'inbound', 'ticket', 'Zoé', 'Tamis'],
    ['7', 'outbound', 'system', 'Robot', 'Tamis'],
    ['7', 'internal', 'ticket', 'Ugo', 'Tamis'],
    ['7', 'outbound', 'ticket', 'Ugo', 'Tamis'],
  ]);
  expect(records[3]?.text).toBe('Un autre tamis vous attend au comptoir');
});

it('reads of osTicket’s list when a ticket was closed, by its zone as the others, and how it came in', async () => {
  const { records, doubts } = await readTable(
    osticket,
    'Ticket Number | Date Created | Subject | From | From Email | Source | Current Status | Closed Date | Help Topic',
    [
      '231 | 2026-01-05 10:00:00 | Four en panne | Inès | ines@exemple.fr | Email | Closed | 2026-01-09 17:30:00 | Panne',
      '232 | 2026-01-06 10:00:00 | Facture | Bo | bo@exemple.fr | Web | Open |  | ',
      '233 | 2026-01-07 10:00:00 | Colis | Cy | cy@exemple.fr | Phone | Closed | 2026-01-06 10:00:00 | ',
    ],
    { zone: 'Europe/Paris' },
  );
  expect(picked(records, 'threadId', 'channel', 'status')).toEqual([
    ['231', 'email', 'Closed'],
    ['232', 'form', 'Open'],
    ['233', 'phone', 'Closed'],
  ]);
  expect(records.map(({ closedAt }) => closedAt?.epochMs)).toEqual([
    Date.UTC(2026, 0, 9, 16, 30),
    undefined,
    undefined,
  ]);
  expect(doubts.filter(({ column }) => column === 'closedAt')).toHaveLength(1);
});

it('takes the first contact of a HubSpot ticket, its name and its address, and how it came in', async () => {
  const { records } = await readTable(
    hubspotTickets,
    'Record ID | Ticket name | Pipeline | Ticket status | Create date | Source | Ticket description | Associated Contact',
    [
      '7 | Colis | Support | New | 2026-03-01 10:00 | EMAIL | Mon colis est vide | Ana Roc (ana@exemple.fr);Bo Lin (bo@exemple.fr)',
      '8 | Retour | Support | New | 2026-03-02 10:00 | Incident |  | Bo Lin',
    ],
  );
  expect(picked(records, 'id', 'title', 'channel', 'authorName', 'authorContacts')).toEqual([
    ['ticket-7', 'Colis', 'email', 'Ana Roc', ['ana@exemple.fr']],
    ['ticket-8', 'Retour', 'ticket', 'Bo Lin', undefined],
  ]);
});

it('looks for a contact of HubSpot in a long cell once', async () => {
  const long = `a${' '.repeat(50_000)}b(${'@'.repeat(50_000)}`,
    begun = performance.now();
  const { records } = await readTable(
    hubspotTickets,
    'Record ID | Ticket name | Pipeline | Ticket status | Create date | Ticket description | Associated Contact',
    [`7 | Colis | Support | New | 2026-03-01 10:00 | Mon colis est vide | ${long}`],
  );
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(picked(records, 'text', 'authorContacts')).toEqual([['Mon colis est vide', undefined]]);
});

it('reads a list of GLPI in French, its numbers with spaces, its solutions as answers', async () => {
  const { records, doubts } = await readTable(
    glpi,
    "ID | Titre | Statut | Date d'ouverture | Demandeur - Demandeur | Description | Suivis - Description | Solution - Solution | Date de résolution",
    [
      '5 732 943 | Pot vide | Clos | 05-01-2026 09:12 | ROC Ana | Le pot est vide | Vu avec le quai | <p>Un pot est parti</p> | 06-01-2026 16:20',
      '12 | Retour | Nouveau | 14-01-2026 07:59 | LIN Bo | Où rendre le pot ? |  |  | ',
    ],
  );
  expect(picked(records, 'id', 'threadId', 'direction', 'authorName', 'text')).toEqual([
    ['ticket-5732943', '5732943', undefined, 'ROC Ana', 'Le pot est vide'],
    ['ticket-5732943-reply', '5732943', 'outbound', undefined, 'Un pot est parti'],
    ['ticket-12', '12', undefined, 'LIN Bo', 'Où rendre le pot ?'],
  ]);
  expect(records[1]?.sentAt?.epochMs).toBe(records[0]?.closedAt?.epochMs);
  expect(doubts.map(({ hint }) => hint)).toContain(
    'follow-ups of a ticket stand in one cell without time or author: not read',
  );
});

it('says of Jira’s table that notes and answers are not told apart, where it has comments', async () => {
  const header = 'Summary | Issue key | Issue id | Created | Reporter | Description | Comment';
  const row = 'Pot vide | SAV-1 | 1 | 05/Jan/26 9:00 AM | ana@exemple.fr | Le pot est arrivé vide |';
  const silent = await readTable(jiraTable, header, [row]);
  const told = await readTable(jiraTable, header, [`${row} 05/Jan/26 3:00 PM;5b10a;Un pot part`]);
  expect(silent.doubts.filter(({ reason }) => reason === 'other')).toEqual([]);
  expect(told.doubts.filter(({ reason }) => reason === 'other')).toHaveLength(1);
  expect(picked(told.records, 'direction', 'authorContacts', 'text')).toEqual([
    [undefined, ['ana@exemple.fr'], 'Le pot est arrivé vide'],
    ['outbound', undefined, 'Un pot part'],
  ]);
});

it('takes no case for none in mails of Salesforce, and leaves drafts out', async () => {
  const { records, rejects } = await readTable(
    salesforceEmails,
    'Id | ParentId | TextBody | FromAddress | Incoming | Status | MessageDate | ThreadIdentifier',
    [
      '02s1 | 5001 | Le pot est vide | ana@exemple.fr | 1 | 0 | 2026-03-01 10:00:00 | <a@x>',
      '02s2 | 000000000000000AAA | Bonjour à tous | leo@brel.example | 0 | 3 | 2026-03-01 11:00:00 | <b@x>',
      '02s3 | 5001 | Nous all | leo@brel.example | 0 | 5 | 2026-03-01 12:00:00 | <a@x>',
    ],
  );
  expect(picked(records, 'id', 'threadId', 'direction')).toEqual([
    ['02s1', '5001', 'inbound'],
    ['02s2', '<b@x>', 'outbound'],
  ]);
  expect(rejects.map(({ row, hint }) => [row, hint])).toEqual([[4, 'a draft']]);
});
