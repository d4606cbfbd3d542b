import { describe, expect, it } from 'vitest';
import { twitterApiV2 } from '../../../src/ingest/formats/twitter-api-v2.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { describeGolden } from '../read-source.js';

describeGolden(twitterApiV2, ['pages.jsonl']);

describe('twitter-api-v2', () => {
  it.each([
    '{"data":[{"start":"2026-01-01T00:00:00.000Z","end":"2026-01-02T00:00:00.000Z","tweet_count":3}],"meta":{"total_tweet_count":3}}',
    '{"id":"1","action":"delete","created_at":"2026-01-01T00:00:00.000Z","redacted_at":"2026-01-02T00:00:00.000Z","reason":"deleted"}',
    '{"data":[{"id":"1","username":"ada","name":"Ada"}],"includes":{"tweets":[]}}',
  ])('recognises %s as holding no messages', async (text) => {
    expect(
      twitterApiV2.detect(await openBytes(new TextEncoder().encode(text), 'x.jsonl'))?.holdsNoMessages,
    ).toBeDefined();
  });
});
