import { expect, it } from 'vitest';
import { helpScout } from '../../../src/ingest/formats/help-scout.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(helpScout, ['conversations.json', 'threads.json']);

it('gives a call in a conversation of mails its channel, and each thread to who wrote it', async () => {
  const thread = (id: number, type: string, customer: object): object => ({
    id,
    type,
    state: 'published',
    body: 'Le pot fuit',
    source: { type: 'email', via: 'customer' },
    createdBy: { type: 'customer' },
    createdAt: '2026-03-02T08:15:00Z',
    customer,
  });
  const conversation = {
    id: 1,
    type: 'email',
    mailboxId: 85,
    createdAt: '2026-03-02T08:15:00Z',
    primaryCustomer: { id: 301, first: 'Ninon', last: 'Ferrand', email: 'ninon@poste.example' },
    _embedded: {
      threads: [
        thread(1, 'customer', { id: 301, first: 'Ninon' }),
        thread(2, 'phone', { id: 301 }),
        thread(3, 'customer', { id: 302, first: 'Malo' }),
      ],
    },
  };
  const { records } = await readText(
    helpScout,
    JSON.stringify({ _embedded: { conversations: [conversation] } }),
    'conversations.json',
  );
  expect(
    records.map(({ channel, authorId, authorName, authorContacts }) => [
      channel,
      authorId,
      authorName,
      authorContacts?.[0],
    ]),
  ).toEqual([
    ['email', '301', 'Ninon Ferrand', 'ninon@poste.example'],
    ['phone', '301', 'Ninon Ferrand', 'ninon@poste.example'],
    ['email', '302', 'Malo', undefined],
  ]);
});
