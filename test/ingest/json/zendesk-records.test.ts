import { expect, it } from 'vitest';
import { ZendeskDesk } from '../../../src/ingest/json/zendesk-desk.js';
import { auditRecords, commentRecords, ticketRecords } from '../../../src/ingest/json/zendesk-records.js';
import type { Parsed } from '../../../src/ingest/source.js';
import type { MessageRecord } from '../../../src/model/index.js';
import { picked } from '../read-table.js';

const recordsOf = (parsed: Iterable<Parsed>): MessageRecord[] =>
  [...parsed].flatMap((one) => ('record' in one ? [one.record] : []));

it('a ticket with comments is these: who asked, who answered, what stays inside; the first has the subject', () => {
  const ticket = {
    id: 12,
    url: 'https://brel.zendesk.com/api/v2/tickets/12.json',
    requester_id: 7,
    subject: 'Colis cassé',
    status: 'open',
    tags: ['colis', 'casse'],
    via: { channel: 'whatsapp' },
    created_at: '2026-03-01T10:00:00Z',
    comments: [
      { id: 1, author_id: 7, body: 'Mon colis est cassé' },
      {
        id: 2,
        author_id: 3,
        html_body: '<p>Nous regardons</p>',
        via: { channel: 'email' },
        created_at: '2026-03-01T11:00:00Z',
      },
      { id: 3, author_id: 3, plain_body: 'Voir&nbsp;le quai', public: false },
      { id: 4, author_id: 7, attachments: [{}, {}] },
      { id: 5, author_id: 7 },
    ],
  };
  const records = recordsOf(ticketRecords(ticket, new ZendeskDesk()));
  expect(
    picked(records, 'row', 'direction', 'authorIsBrand', 'channel', 'kind', 'text', 'title', 'attachments'),
  ).toEqual([
    [1, 'inbound', undefined, 'whatsapp-dm', 'message', 'Mon colis est cassé', 'Colis cassé', undefined],
    [2, 'outbound', true, 'email', 'message', 'Nous regardons', undefined, undefined],
    [3, 'internal', true, 'whatsapp-dm', 'message', 'Voir le quai', undefined, undefined],
    [4, 'inbound', undefined, 'whatsapp-dm', 'media', undefined, undefined, 2],
    [5, 'inbound', undefined, 'whatsapp-dm', 'system', undefined, undefined, undefined],
  ]);
  expect(picked(records, 'attributes', 'sentAt', 'site', 'threadId').slice(0, 2)).toEqual([
    [{ tags: 'colis, casse' }, '2026-03-01T10:00:00.000Z', 'brel.zendesk.com', '12'],
    [undefined, '2026-03-01T11:00:00.000Z', 'brel.zendesk.com', '12'],
  ]);
});

it('a ticket without comments is its description, with the satisfaction that was told; a deleted one says nothing', () => {
  const of = (more: object): MessageRecord[] =>
    recordsOf(
      ticketRecords(
        {
          id: 12,
          requester: { id: 7, name: 'Zoé', email: 'z@exemple.example' },
          subject: 's',
          description: 'd',
          ...more,
        },
        new ZendeskDesk(),
      ),
    );
  const records = [
    ...of({ satisfaction_rating: { score: 'good' } }),
    ...of({ satisfaction_rating: { score: 'bad' }, via: { channel: 'inconnu' } }),
    ...of({ satisfaction_rating: { score: 'offered' }, type: 'incident' }),
    ...of({ status: 'deleted' }),
  ];
  expect(picked(records, 'kind', 'rating', 'ratingMax', 'channel', 'text', 'title', 'attributes')).toEqual([
    ['ticket', 1, 1, 'ticket', 'd', 's', undefined],
    ['ticket', 0, 1, 'ticket', 'd', 's', undefined],
    ['ticket', undefined, undefined, 'ticket', 'd', 's', { 'ticket type': 'incident' }],
    ['deleted', undefined, undefined, 'ticket', undefined, undefined, undefined],
  ]);
  expect(picked(records, 'authorName', 'authorContacts', 'id')[0]).toEqual([
    'Zoé',
    ['z@exemple.example'],
    'ticket-12',
  ]);
});

it('an audit is the comment in it, or the change that it is', () => {
  const desk = new ZendeskDesk();
  const first = auditRecords(
    {
      ticket_id: 12,
      author_id: 7,
      via: { channel: 'email' },
      created_at: '2026-03-01T10:00:00Z',
      events: [
        { id: 90, type: 'Create', field_name: 'requester_id', value: '7' },
        { type: 'Create', field_name: 'subject', value: 'Colis' },
        { id: 91, type: 'Comment', author_id: 7, body: 'Cassé' },
      ],
    },
    desk,
  );
  const second = auditRecords(
    {
      id: 5,
      ticket_id: 12,
      author_id: 3,
      created_at: '2026-03-02T10:00:00Z',
      events: [{ type: 'Change', field_name: 'status', value: 'solved' }],
    },
    desk,
  );
  expect(
    picked(
      [...recordsOf(first), ...recordsOf(second)],
      'kind',
      'direction',
      'text',
      'title',
      'status',
      'channel',
      'id',
    ),
  ).toEqual([
    ['message', 'inbound', 'Cassé', 'Colis', undefined, 'email', '91'],
    ['system', 'outbound', undefined, undefined, 'solved', 'ticket', '5'],
  ]);
});

it('comments of one ticket that nobody names belong to it by its address, else to their first; the first author asked, and that is a guess', () => {
  const list = [
    { id: 1, author_id: 7, body: 'a' },
    { id: 2, author_id: 3, body: 'b' },
  ];
  const desk = new ZendeskDesk();
  const known = recordsOf(
    commentRecords(
      { comments: list, next_page: 'https://d.example/api/v2/tickets/44/comments.json?page=2' },
      desk,
    ),
  );
  expect([picked(known, 'threadId', 'direction'), desk.guessed]).toEqual([
    [
      ['44', 'inbound'],
      ['44', 'outbound'],
    ],
    true,
  ]);
  expect(picked(recordsOf(commentRecords({ comments: list }, new ZendeskDesk())), 'threadId')[1]).toEqual([
    'of-comment-1',
  ]);
});
