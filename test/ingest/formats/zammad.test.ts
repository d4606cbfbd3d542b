import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zammad } from '../../../src/ingest/formats/zammad.js';
import { buildCorpus } from '../../../src/pipeline.js';
import { readText } from '../read-source.js';
import { temporaryFolder } from '../../temporary-folder.js';

const TICKETS = [
  {
    id: 7,
    group_id: 1,
    number: '22007',
    title: 'Bocal fêlé',
    state: 'closed',
    customer_id: 31,
    customer: 'lou@poste.example',
    close_at: '2026-02-05T10:00:00.000Z',
    article_count: 3,
    created_at: '2026-02-03T10:00:00.000Z',
  },
  {
    id: 8,
    group_id: 1,
    number: '22008',
    title: 'Horaires',
    state_id: 2,
    customer_id: 32,
    close_at: null,
    article_count: 1,
    created_at: '2026-02-06T10:00:00.000Z',
  },
];
const article = (id: number, hour: number, sender: object, body: string, more: object = {}): object => ({
  id,
  ticket_id: 7,
  subject: 'Bocal fêlé',
  content_type: 'text/plain',
  internal: false,
  body,
  created_at: `2026-02-03T${hour}:00:00.000Z`,
  attachments: [],
  ...sender,
  ...more,
});
const LOU = { type: 'email', sender: 'Customer', from: 'Lou Verdier <lou@poste.example>', created_by_id: 31 };
const GWEN = { type_id: 10, sender_id: 1, from: 'Gwen', created_by_id: 3 };
const ARTICLES = [
  article(51, 10, LOU, '<p>Le bocal est arrivé <b>fêlé</b></p>', { content_type: 'text/html' }),
  article(52, 11, GWEN, 'Voir avec l’atelier', { internal: true }),
  article(53, 12, GWEN, 'Un autre part demain'),
  article(54, 13, { type: 'email', sender: 'System', from: 'Ruche' }, 'Votre demande est enregistrée'),
];

it('reads what each side wrote, and tickets with their states', async () => {
  const { records } = await readText(zammad, JSON.stringify(ARTICLES), 'articles.json');
  expect(
    records.map(({ direction, kind, channel, authorName, authorContacts, text, threadId }) => [
      direction,
      kind,
      channel,
      authorName,
      authorContacts,
      text,
      threadId,
    ]),
  ).toEqual([
    ['inbound', 'message', 'email', 'Lou Verdier', ['lou@poste.example'], 'Le bocal est arrivé fêlé', '7'],
    ['internal', 'message', 'ticket', 'Gwen', undefined, 'Voir avec l’atelier', '7'],
    ['outbound', 'message', 'ticket', 'Gwen', undefined, 'Un autre part demain', '7'],
    ['outbound', 'system', 'email', 'Ruche', undefined, 'Votre demande est enregistrée', '7'],
  ]);
  const tickets = await readText(zammad, JSON.stringify(TICKETS), 'tickets.json');
  expect(
    tickets.records.map(({ kind, threadId, status, closedAt, text }) => [
      kind,
      threadId,
      status,
      closedAt?.raw,
      text,
    ]),
  ).toEqual([
    ['ticket', '7', 'closed', '2026-02-05T10:00:00.000Z', undefined],
    ['ticket', '8', undefined, undefined, undefined],
  ]);
  const whole = await readText(zammad, JSON.stringify([{ ...TICKETS[0], articles: ARTICLES }]), 'x.json');
  expect(whole.records.map(({ status, row }) => [status, row])).toEqual(
    ARTICLES.map((_, at) => ['closed', at + 1]),
  );
});

it('joins tickets to the articles of another file: no message more, and its closing', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'exports', 'tickets.json'), JSON.stringify(TICKETS));
  writeFileSync(join(folder, 'exports', 'articles.json'), JSON.stringify(ARTICLES));
  const corpus = await buildCorpus(join(folder, 'exports'), join(folder, 'corpus'), {
    key: 'a long phrase of ours for tests',
    config: { brand: 'Ruche' },
  });
  const speeches = await corpus.query(
    `SELECT kind, direction, speech FROM messages WHERE direction = 'inbound' ORDER BY sentAt, kind`,
  );
  const cases = await corpus.query(
    `SELECT resolvedBy, strftime(resolvedAt, '%d %H:%M') AS at FROM cases ORDER BY openedAt`,
  );
  const told = [speeches.objects(), cases.objects()];
  corpus.close();
  expect(told).toEqual([
    [
      { kind: 'message', direction: 'inbound', speech: 'own' },
      { kind: 'ticket', direction: 'inbound', speech: 'repeat' },
      // its articles are in no file
      { kind: 'ticket', direction: 'inbound', speech: 'own' },
    ],
    [
      { resolvedBy: 'status', at: '05 10:00' },
      { resolvedBy: null, at: null },
    ],
  ]);
});
