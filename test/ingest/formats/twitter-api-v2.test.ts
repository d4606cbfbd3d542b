import { twitterApiV2 } from '../../../src/ingest/formats/twitter-api-v2.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(twitterApiV2, ['pages.jsonl']);
describeSamples(twitterApiV2, 'twitter-api-v2', /\.jsonl$/);
