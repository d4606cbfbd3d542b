import { expect, it } from 'vitest';
import { chatwoot } from '../../../src/ingest/formats/chatwoot.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(chatwoot, ['messages.json']);

it('reads lists of conversations, and messages that webhooks tell in words', async () => {
  const message = { id: 1, content: 'Le pot fuit', private: false, conversation: { id: 9 } };
  const list = { data: { meta: {}, payload: [{ id: 9, messages: [{ ...message, message_type: 0 }] }] } };
  const lines = [{ ...message, message_type: 'outgoing', sender_type: 'AgentBot' }];
  for (const [text, told] of [
    [JSON.stringify(list), ['inbound', 'message', '9']],
    [lines.map((one) => JSON.stringify(one)).join('\n'), ['outbound', 'system', '9']],
  ] as const) {
    const { records } = await readText(chatwoot, text, 'messages.json');
    expect(records.map(({ direction, kind, threadId }) => [direction, kind, threadId])).toEqual([told]);
  }
});
