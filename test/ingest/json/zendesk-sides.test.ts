import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { zendesk } from '../../../src/ingest/formats/zendesk.js';
import { readWith } from '../read-sample.js';

const SAID = 'Le bocal sentait le vinaigre';
const ANSWERED = 'Pouvez-vous nous en envoyer une photo ?';

const said = (author: number, body: string, open = true): object => ({
  type: 'Comment',
  author_id: author,
  body,
  public: open,
});

it('tells who answers in audits that begin in the middle of their tickets', async () => {
  const audits = [1, 2, 3].map((ticket) => ({
    id: ticket,
    ticket_id: 70 + ticket,
    created_at: '2026-03-02T09:00:00Z',
    // an agent wrote first in the second
    events: [said(ticket, SAID), said(900, ANSWERED)].toSorted(() => (ticket === 2 ? -1 : 1)),
    via: { channel: 'web' },
  }));
  const alone = { id: 9, ticket_id: 79, created_at: '2026-03-02T10:00:00Z', events: [said(900, ANSWERED)] };
  const file = await openBytes(Buffer.from(JSON.stringify({ audits: [...audits, alone] })), 'a.json');
  const { records, doubts } = await readWith(zendesk, file, { zone: 'UTC' });
  expect(doubts.map(({ hint }) => hint?.slice(0, 30))).toEqual(['nothing says who is an agent: ']);
  expect(records.map(({ direction }) => direction)).toEqual([
    'inbound',
    'outbound',
    'outbound',
    'inbound',
    'inbound',
    'outbound',
    'outbound',
  ]);
});

it('takes the requester from where a ticket is opened, and guesses nothing then', async () => {
  const opened = { type: 'Create', field_name: 'requester_id', value: 7 };
  const audit = (ticket: number, ...events: object[]): object => ({
    id: ticket,
    ticket_id: ticket,
    created_at: '2026-03-02T09:00:00Z',
    events,
    via: { channel: 'web' },
  });
  // 7 asks in both tickets, so that the agents write in fewer
  const audits = [
    audit(71, said(7, SAID), said(901, ANSWERED), opened),
    audit(72, said(902, ANSWERED), said(7, SAID), opened),
  ];
  const file = await openBytes(Buffer.from(JSON.stringify({ audits })), 'a.json');
  const { records, doubts } = await readWith(zendesk, file, { zone: 'UTC' });
  expect(records.map(({ direction }) => direction)).toEqual(['inbound', 'outbound', 'outbound', 'inbound']);
  expect(doubts).toEqual([]);
});
