import { twitterArchive } from '../../../src/ingest/formats/twitter-archive.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(twitterArchive, ['tweets.js', 'direct-messages.js']);
describeSamples(twitterArchive, 'twitter-archive', /./, {
  'twitter-archive/tweet-headers.js': { count: 0, why: 'headers without text' },
});
