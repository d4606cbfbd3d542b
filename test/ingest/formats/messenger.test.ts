import { describe, expect, it } from 'vitest';
import { messenger } from '../../../src/ingest/formats/messenger.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(messenger, ['messages/inbox/ines_abc123/message_1.json', 'e2ee.json']);

describe('messenger', () => {
  const page = (from: number): string =>
    JSON.stringify({
      participants: [{ name: 'Ada' }, { name: 'Boutique' }],
      messages: [{ sender_name: 'Ada', timestamp_ms: 1767600000000 + from, content: `message ${from}` }],
      title: 'Ada',
      thread_path: 'inbox/ada_1',
    });

  it('makes one thread of message_1.json, message_2.json, …', async () => {
    const threads = await Promise.all(
      [1, 2].map(
        async (n) =>
          (await readText(messenger, page(n), `facebook/messages/inbox/ada_1/message_${n}.json`)).records[0]
            ?.threadId,
      ),
    );
    expect(threads).toEqual(['inbox/ada_1', 'inbox/ada_1']);
    expect((await readText(messenger, page(1), 'elsewhere.json')).records[0]?.threadId).toBe('inbox/ada_1');
  });

  it('reads the messages before a cut and says that the rest is missing', async () => {
    const said = await readText(messenger, page(1).slice(0, 130), 'm.json');
    expect(said.rejects).toMatchObject([{ reason: 'truncated' }]);
  });
});
