/** Small exports of care tools, of our own, each for what was mended when nobody had tuned for it. */
import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { helpScout } from '../../../src/ingest/formats/help-scout.js';
import { tawk } from '../../../src/ingest/formats/tawk.js';
import { trengo } from '../../../src/ingest/formats/trengo.js';
import type { Source } from '../../../src/ingest/source.js';
import { readWith } from '../read-sample.js';

const SAID = 'Le bocal sentait le vinaigre ce matin';
const ANSWERED = 'Pouvez-vous nous en envoyer une photo ?';

/** Side, conversation, who writes, how to reach them, and words of each message. */
const read = async (format: Source, value: unknown): Promise<readonly unknown[]> => {
  const file = await openBytes(Buffer.from(JSON.stringify(value)), 'a.json');
  expect(format.detect(file)?.stage ?? 'private').toBe('private');
  const { records } = await readWith(format, file, { zone: 'UTC' });
  return records
    .filter(({ kind, text }) => kind !== 'system' && text !== undefined)
    .map((one) => [
      one.direction,
      one.threadId,
      one.authorName ?? one.authorId,
      one.authorContacts?.[0],
      one.text,
    ]);
};

it('reads a document that is one conversation, under keys nobody knows', async () => {
  const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;
  const transcript = {
    chat_id: 'c-81',
    Participants: [{ ParticipantId: 'p1' }],
    Transcript: [
      { AbsoluteTime: at(0), Type: 'EVENT', DisplayName: 'Ada Roux', ParticipantRole: 'CUSTOMER' },
      { AbsoluteTime: at(1), Content: SAID, DisplayName: 'Ada Roux', ParticipantRole: 'CUSTOMER' },
      { AbsoluteTime: at(4), Content: ANSWERED, DisplayName: 'Jo Le Gal', ParticipantRole: 'AGENT' },
    ],
  };
  expect(await read(genericTable, transcript)).toEqual([
    ['inbound', 'c-81', 'Ada Roux', undefined, SAID],
    ['outbound', 'c-81', 'Jo Le Gal', undefined, ANSWERED],
  ]);
});

it('gives the customer of a conversation what stands above its messages', async () => {
  const chats = [1, 2].map((number) => ({
    conversationId: `k${number}`,
    visitor: { id: `v${number}`, displayedName: `Ada ${number}`, email: `ada${number}@poste.example` },
    messages: [
      { type: 'visitor', text: `${SAID} ${number}`, createdAt: 1_772_442_000_000, visitorId: `v${number}` },
      { type: 'agent', text: `${ANSWERED} ${number}`, createdAt: 1_772_442_060_000, agentName: 'Jo' },
    ],
  }));
  expect((await read(genericTable, chats)).slice(0, 2)).toEqual([
    ['inbound', 'k1', 'Ada 1', 'ada1@poste.example', `${SAID} 1`],
    ['outbound', 'k1', 'Jo', undefined, `${ANSWERED} 1`],
  ]);
});

it('tells the sides of incidents by what their entries are called', async () => {
  const items = [1, 2].map((number) => ({
    id: number,
    subject: 'Bocal',
    primaryContact: { lookupName: `Ada ${number}` },
    threads: {
      items: [
        {
          id: 1,
          createdTime: '2026-03-02T09:00:00Z',
          entryType: { lookupName: 'Customer' },
          text: `${SAID} ${number}`,
        },
        {
          id: 2,
          createdTime: '2026-03-02T09:05:00Z',
          entryType: { lookupName: 'Note' },
          text: 'Vu avec l’atelier',
        },
        {
          id: 3,
          createdTime: '2026-03-02T09:07:00Z',
          entryType: { lookupName: 'Staff Account' },
          text: ANSWERED,
        },
      ],
    },
  }));
  expect((await read(genericTable, { items })).slice(0, 3)).toEqual([
    ['inbound', '1', 'Ada 1', undefined, `${SAID} 1`],
    ['internal', '1', undefined, undefined, 'Vu avec l’atelier'],
    ['outbound', '1', undefined, undefined, ANSWERED],
  ]);
});

it('reads the transcript that a webhook of tawk.to sends', async () => {
  const said = (t: string, msg: string): object => ({
    sender: { t },
    type: 'msg',
    msg,
    time: '2026-03-02T09:00:00Z',
  });
  const event = {
    event: 'chat:transcript_created',
    chat: {
      id: 't1',
      visitor: { name: 'Ada Roux', email: 'ada@poste.example' },
      messages: [said('v', SAID), said('a', ANSWERED)],
    },
  };
  expect(await read(tawk, [event])).toEqual([
    ['inbound', 't1', 'Ada Roux', 'ada@poste.example', SAID],
    ['outbound', 't1', undefined, undefined, ANSWERED],
  ]);
});

const THREAD = {
  id: 5,
  type: 'customer',
  state: 'published',
  body: SAID,
  source: { type: 'email', via: 'customer' },
  createdBy: { id: 7, type: 'customer' },
  createdAt: '2026-03-02T09:00:00Z',
};

it('finds the conversation of Help Scout’s threads in the link of their page', async () => {
  const page = {
    _embedded: { threads: [{ ...THREAD, customer: { id: 7, first: 'Ada', last: 'Roux' } }] },
    _links: { self: { href: 'https://api.helpscout.net/v2/conversations/700/threads?page=1' } },
  };
  expect(await read(helpScout, page)).toEqual([['inbound', '700', 'Ada Roux', undefined, SAID]]);
});

it('reads FreeScout, which calls persons and customers otherwise', async () => {
  const customer = {
    id: 7,
    type: 'customer',
    firstName: 'Ada',
    lastName: 'Roux',
    email: 'ada@poste.example',
  };
  const conversation = {
    id: 301,
    mailboxId: 1,
    status: 'active',
    subject: 'Bocal',
    createdAt: '2026-03-02T09:00:00Z',
    customer,
    _embedded: { threads: [{ ...THREAD, customer }] },
  };
  expect(await read(helpScout, { _embedded: { conversations: [conversation] } })).toEqual([
    ['inbound', '301', 'Ada Roux', 'ada@poste.example', SAID],
  ]);
});

it('tells WhatsApp from the channel of Trengo’s messages', async () => {
  const message = {
    id: 1,
    ticket_id: 9,
    type: 'INBOUND',
    message: SAID,
    contact: { id: 7, name: 'Ada' },
    channel: { type: 'WA_BUSINESS' },
    created_at: '2026-03-02 09:00:00',
  };
  const file = await openBytes(Buffer.from(JSON.stringify({ data: [message] })), 'a.json');
  const { records } = await readWith(trengo, file, { zone: 'UTC' });
  expect(records.map(({ channel }) => channel)).toEqual(['whatsapp-dm']);
});

it('reads conversations by camel-cased keys, who sent or for what purpose, and the numbers of agents', async () => {
  const at = '2026-03-02T09:00:00.000Z';
  const recordings = [1, 2].map((number) => ({
    conversationId: `g${number}`,
    latestAgentLoginName: 'Jo Le Gal du soir',
    messagingTranscript: [
      { timestamp: at, purpose: 'customer', participantId: `p${number}`, messageText: `${SAID} ${number}` },
      { timestamp: at, purpose: 'agent', participantId: 'p9', messageText: ANSWERED },
    ],
  }));
  expect((await read(genericTable, recordings)).slice(0, 2)).toEqual([
    ['inbound', 'g1', 'p1', undefined, `${SAID} 1`],
    ['outbound', 'g1', 'p9', undefined, ANSWERED],
  ]);
});
