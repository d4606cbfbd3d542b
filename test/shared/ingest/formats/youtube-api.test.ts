import { youtubeApi } from '../../../../src/ingest/formats/youtube-api.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(youtubeApi, 'youtube-api', /./, {
  'youtube-api/commentThreads_response.json': {
    count: 13,
    why: 'the index counts 12 threads; one holds a reply',
  },
  'youtube-api/commentThreads_pages_a.json': {
    count: 5,
    why: 'the index counts 4 threads; one holds a reply',
  },
});
