import { describe, expect, it } from 'vitest';
import { twitterArchive } from '../../../src/ingest/formats/twitter-archive.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(twitterArchive, ['tweets.js', 'direct-messages.js']);
describeSamples(twitterArchive, 'twitter-archive', /./, {
  'twitter-archive/tweet-headers.js': { count: 0, why: 'headers without text' },
});

describe('twitter-archive', () => {
  it.each([
    'window.YTD.like.part0 = [ {"like":{"tweetId":"1","fullText":"x"}} ]',
    'window.YTD.community_tweet.part0 = [ ]',
    'window.__THAR_CONFIG = {"userInfo":{}}',
    'window.YTD.tweet_headers.part0 = [{"tweet":{}}]',
  ])('recognises %s as holding no messages', async (text) => {
    expect(
      twitterArchive.detect(await openBytes(new TextEncoder().encode(text), 'x.js'))?.holdsNoMessages,
    ).toBeDefined();
  });
});
