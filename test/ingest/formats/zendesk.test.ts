import { expect, it } from 'vitest';
import { zendesk } from '../../../src/ingest/formats/zendesk.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(zendesk, ['tickets.json', 'audits.json', 'export.ndjson', 'comments.json']);

const comment = (id: number, author: number, isPublic = true) => ({
  id,
  author_id: author,
  body: 'Bonjour',
  public: isPublic,
  created_at: `2026-01-05T0${id}:00:00Z`,
});

it('recognises lists of users as holding no messages', async () => {
  const file = await openBytes(
    new TextEncoder().encode('{"users":[{"id":1,"name":"Ada"}],"next_page":null,"count":1}'),
    'users.json',
  );
  expect(zendesk.detect(file)?.holdsNoMessages).toBeDefined();
});

it('knows agents by their role', async () => {
  const said = await readText(
    zendesk,
    JSON.stringify({
      comments: [
        { id: 1, author_id: 5, body: 'Bonjour', public: true, created_at: '2026-01-05T09:00:00Z' },
        { id: 2, author_id: 9, body: 'Merci', public: true, created_at: '2026-01-05T10:00:00Z' },
      ],
      users: [
        { id: 5, name: 'Agent', role: 'agent', email: 'agent@exemple.fr' },
        { id: 9, name: 'Ada', role: 'end-user', email: 'ada@exemple.fr' },
      ],
    }),
    'c.json',
  );
  expect(said.records.map(({ direction, authorContacts }) => [direction, authorContacts])).toEqual([
    ['outbound', undefined],
    ['inbound', ['ada@exemple.fr']],
  ]);
  expect(said.doubts).toEqual([]);
});

it('takes for automatic what a rule of the desk wrote, not what the customer sent', async () => {
  const said = (id: number, author: number, channel: string) => ({
    ...comment(id, author),
    via: { channel },
  });
  const { records } = await readText(
    zendesk,
    JSON.stringify({
      id: 3,
      subject: 'Tamis',
      raw_subject: 'Tamis',
      requester_id: 9,
      via: { channel: 'web' },
      comments: [said(1, 9, 'web'), said(2, -1, 'rule'), said(3, 5, 'web'), said(4, 9, 'rule')],
    }),
    't.json',
  );
  expect(records.map(({ direction, kind }) => [direction, kind])).toEqual([
    ['inbound', 'message'],
    ['outbound', 'system'],
    ['outbound', 'message'],
    ['inbound', 'message'],
  ]);
});

it('knows who opened a ticket in a customer’s place by the internal note under it', async () => {
  const ticket = (comments: readonly object[]): string =>
    JSON.stringify({
      id: 3,
      subject: 'Tamis',
      raw_subject: 'Tamis',
      requester_id: 9,
      requester: { id: 9, name: 'Ada', role: 'end-user' },
      comments,
    });
  const directions = async (...comments: readonly object[]): Promise<unknown> =>
    (await readText(zendesk, ticket(comments), 't.json')).records.map(({ direction }) => direction);
  expect(await directions(comment(1, 9, false), comment(2, 5, true), comment(3, 9, true))).toEqual([
    'internal',
    'inbound',
    'outbound',
  ]);
  // somebody else's note says nothing of the requester
  expect(await directions(comment(1, 5, false), comment(2, 9, true), comment(3, 5, true))).toEqual([
    'internal',
    'inbound',
    'outbound',
  ]);
});

it('reads the comments of an incremental export of events, a call from the side of who rings', async () => {
  const event = (id: number, updater: number, via: string, ...children: object[]) => ({
    id,
    ticket_id: 40,
    created_at: `2026-01-05T0${id}:00:00Z`,
    updater_id: updater,
    via,
    event_type: 'Audit',
    child_events: children,
  });
  const says = (author: number, body: string, isPublic = true) => ({
    event_type: 'Comment',
    author_id: author,
    body,
    public: isPublic,
  });
  const said = await readText(
    zendesk,
    JSON.stringify({
      ticket_events: [
        event(
          1,
          9,
          'Phone call (incoming)',
          { event_type: 'Create', requester_id: 5, subject: 'Vis', status: 'new' },
          says(9, 'La cliente a trouvé une vis'),
        ),
        event(2, -1, 'Rule', says(-1, 'Ticket ouvert')),
        event(3, 9, 'Web form', says(9, 'Voir le lot', false)),
        event(4, 9, 'Web form', says(9, 'Nous vous remboursons'), {
          event_type: 'Change',
          status: 'pending',
        }),
        event(5, 9, 'Web form', { event_type: 'Change', status: 'solved', previous_value: 'pending' }),
      ],
      users: [
        { id: 5, name: 'Zoé Roy', role: 'end-user', email: 'zoe@poste.example' },
        { id: 9, name: 'Momo', role: 'agent' },
      ],
      end_of_stream: true,
      next_page: null,
    }),
    'ticket_events.json',
  );
  expect(
    said.records.map(({ direction, kind, channel, status, authorName, text }) => [
      direction,
      kind,
      channel,
      status,
      authorName,
      text,
    ]),
  ).toEqual([
    ['inbound', 'message', 'phone', 'new', 'Zoé Roy', 'La cliente a trouvé une vis'],
    ['outbound', 'system', 'ticket', undefined, undefined, 'Ticket ouvert'],
    ['internal', 'message', 'ticket', undefined, 'Momo', 'Voir le lot'],
    ['outbound', 'message', 'ticket', 'pending', 'Momo', 'Nous vous remboursons'],
    ['outbound', 'system', 'ticket', 'solved', 'Momo', undefined],
  ]);
  expect(said.records.map(({ threadId }) => threadId)).toEqual(['40', '40', '40', '40', '40']);
});
