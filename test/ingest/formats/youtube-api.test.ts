import { youtubeApi } from '../../../src/ingest/formats/youtube-api.js';
import { describeGolden } from '../read-source.js';

describeGolden(youtubeApi, ['threads.json']);
