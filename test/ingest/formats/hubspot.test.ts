import { expect, it } from 'vitest';
import { hubspot } from '../../../src/ingest/formats/hubspot.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(hubspot, ['messages.json']);

it('gives what an agent notes of a call to the customer who called', async () => {
  const sent = (id: string, text: string): object => ({
    type: 'MESSAGE',
    id,
    conversationsThreadId: '7',
    createdAt: '2026-01-05T08:00:00Z',
    createdBy: 'A-1',
    senders: [{ actorId: 'A-1', name: 'Léo' }],
    recipients: [
      {
        actorId: 'V-9',
        name: 'Ana Roc',
        recipientField: 'TO',
        deliveryIdentifier: { type: 'HS_EMAIL_ADDRESS', value: 'ana@exemple.fr' },
      },
    ],
    text,
    direction: 'OUTGOING',
  });
  const { records } = await readText(
    hubspot,
    JSON.stringify({
      results: [
        sent('1', 'Mme Roc appelle : le colis est vide.'),
        sent('2', 'Madame, un nouveau colis part ce soir.'),
      ],
    }),
    'messages.json',
  );
  expect(records).toMatchObject([
    {
      direction: 'inbound',
      channel: 'phone',
      authorId: 'V-9',
      authorName: 'Ana Roc',
      authorContacts: ['ana@exemple.fr'],
      authorIsBrand: undefined,
    },
    { direction: 'outbound', authorId: 'A-1', authorName: 'Léo', authorIsBrand: true },
  ]);
});
