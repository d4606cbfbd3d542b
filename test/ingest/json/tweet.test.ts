import { expect, it } from 'vitest';
import { tweetUrl, tweetV1, unescapeTweet } from '../../../src/ingest/json/tweet.js';

it('takes the long text, else the full one, else the short one', () => {
  const text = (fields: object): string | undefined =>
    tweetV1({ id_str: '1', text: 'short', ...fields }, 1)?.text;
  expect(text({})).toBe('short');
  expect(text({ full_text: 'full' })).toBe('full');
  expect(text({ extended_tweet: { full_text: 'extended' } })).toBe('extended');
  expect(text({ full_text: 'full', note_tweet: { note_tweet_results: { result: { text: 'note' } } } })).toBe(
    'note',
  );
});

it('tells posts, replies and reposts apart', () => {
  const kind = (fields: object): string | undefined =>
    tweetV1({ id_str: '1', text: 'x', ...fields }, 1)?.kind;
  expect([
    kind({}),
    kind({ in_reply_to_status_id_str: '5' }),
    kind({ retweeted_status: { id_str: '5', text: 'y' } }),
    kind({ text: 'RT @ada: y' }),
  ]).toEqual(['post', 'comment', 'share', 'share']);
});

it('decodes only what tweets escape, once', () => {
  expect(unescapeTweet('&lt;3 &amp;amp; &eacute;')).toBe('<3 &amp; &eacute;');
});

it('links to a tweet with or without the name of its author', () => {
  expect([tweetUrl('1', 'ada'), tweetUrl('1', undefined), tweetUrl(undefined, 'ada')]).toEqual([
    'https://x.com/ada/status/1',
    'https://x.com/i/web/status/1',
    undefined,
  ]);
});
