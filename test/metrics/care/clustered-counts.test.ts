import { describe, expect, it } from 'vitest';
import { clusteredCounts, effectiveSize } from '../../../src/metrics/care/clustered-counts.js';
import { fakeCorpus } from '../fake-corpus.js';

const WRITTEN = [
  ['often', 'negative', 'a'],
  ['often', 'negative', 'a'],
  ['often', 'positive', 'b'],
  ['once', 'negative', 'a'],
  ['once more', 'positive', 'a'],
  [null, 'negative', 'a'],
  [null, 'positive', 'b'],
] as const;
const messages = WRITTEN.map(([authorKey, sentiment, channel], at) => ({
  messageId: `m${at}`,
  authorKey,
  sentiment,
  channel,
}));
const negative = `sentiment = 'negative'`;

describe('counts of messages by author', () => {
  it('count who writes once, or without a name, as an author a message', async () => {
    const corpus = await fakeCorpus({ messages });
    const [all] = await clusteredCounts(corpus, {
      from: 'storedMessages',
      where: 'true',
      events: { negative },
    });
    expect(all).toMatchObject({ n: 7, authors: 5, counts: { negative: 4 } });
    expect(all?.effectiveN['negative']).toBe(
      effectiveSize({ n: 7, clusters: 5, k: 4, nn: 9 + 4, kk: 4 + 2, kn: 2 * 3 + 2 }),
    );
  });

  it('are those of a subquery that gives messages once', async () => {
    const corpus = await fakeCorpus({ messages });
    const count = { where: 'true', by: { channel: 'channel' }, events: { negative } };
    const rows = await clusteredCounts(corpus, { ...count, from: 'storedMessages' });
    expect(rows.map(({ n, authors }) => [n, authors])).toEqual([
      [5, 4],
      [2, 2],
    ]);
    expect(rows).toEqual(await clusteredCounts(corpus, { ...count, from: '(FROM storedMessages)' }));
  });
});
