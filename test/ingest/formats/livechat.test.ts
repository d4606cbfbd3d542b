import { livechat } from '../../../src/ingest/formats/livechat.js';
import { expect, it } from 'vitest';
import { describeGolden, readText } from '../read-source.js';

describeGolden(livechat, ['archives.json']);

it('takes a form for the visitor’s, though nobody of the chat is named as its author', async () => {
  const chat = {
    id: 'P1',
    users: [{ id: 'leo', name: 'Léo', type: 'agent' }],
    thread: {
      id: 'K1',
      created_at: '2026-02-03T10:00:00Z',
      events: [
        {
          id: 'K1_0',
          created_at: '2026-02-03T10:00:00Z',
          type: 'filled_form',
          form_type: 'prechat',
          fields: [{ type: 'question', answer: 'Où est mon colis ?' }],
        },
        { id: 'K1_1', created_at: '2026-02-03T10:01:00Z', type: 'message', text: 'Ici', author_id: 'leo' },
      ],
    },
  };
  const { records } = await readText(livechat, JSON.stringify({ chats: [chat] }), 'archives.json');
  expect(records.map(({ text, direction, authorIsBrand }) => [text, direction, authorIsBrand])).toEqual([
    ['Où est mon colis ?', 'inbound', undefined],
    ['Ici', 'outbound', true],
  ]);
});
