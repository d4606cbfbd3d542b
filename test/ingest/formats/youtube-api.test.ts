import { expect, it } from 'vitest';
import { youtubeApi } from '../../../src/ingest/formats/youtube-api.js';
import { readText } from '../read-sample.js';
import { describeGolden } from '../read-source.js';

describeGolden(youtubeApi, ['threads.json']);

it('takes what waits for the owner of the channel, or was refused, as private', async () => {
  const comment = (moderationStatus?: string): object => ({
    kind: 'youtube#comment',
    id: `c${moderationStatus ?? ''}`,
    snippet: { textOriginal: 'Le pot fuit encore', publishedAt: '2026-01-05T09:00:00Z', moderationStatus },
  });
  const states = [undefined, 'published', 'heldForReview', 'likelySpam', 'rejected'];
  const { records } = await readText(youtubeApi, JSON.stringify({ items: states.map(comment) }), 'y.json');
  expect(records.map(({ stage }) => stage)).toEqual(['public', 'public', 'private', 'private', 'private']);
});
