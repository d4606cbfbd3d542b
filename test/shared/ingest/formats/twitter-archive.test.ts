import { twitterArchive } from '../../../../src/ingest/formats/twitter-archive.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(twitterArchive, 'twitter-archive', /./, {
  'twitter-archive/tweet-headers.js': { count: 0, why: 'headers without text' },
});
