import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { freshchat } from '../../../src/ingest/formats/freshchat.js';
import { describeGolden } from '../read-source.js';

describeGolden(freshchat, ['messages.json']);

describe('conversations of another chat', () => {
  it('are not taken for those of Freshchat', async () => {
    const others = {
      conversations: [{ conversation_id: 'c', messages: [{ role: 'user', content: 'Bonjour' }] }],
    };
    expect(freshchat.detect(await openBytes(Buffer.from(JSON.stringify(others)), 'a.json'))).toBeUndefined();
  });
});
