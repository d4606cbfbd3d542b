import { expect, it } from 'vitest';
import { zendesk } from '../../../src/ingest/formats/zendesk.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(zendesk, ['tickets.json', 'audits.json', 'export.ndjson', 'comments.json']);

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
