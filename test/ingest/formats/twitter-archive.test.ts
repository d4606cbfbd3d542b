import { describe, expect, it } from 'vitest';
import { twitterArchive } from '../../../src/ingest/formats/twitter-archive.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { describeGolden } from '../read-source.js';

describeGolden(twitterArchive, ['tweets.js', 'direct-messages.js']);

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
