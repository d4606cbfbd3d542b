import { twitterApiV1 } from '../../../src/ingest/formats/twitter-api-v1.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(twitterApiV1, ['search.json', 'dm.json']);
describeSamples(twitterApiV1, 'twitter-api-v1', /./);
