import { twitterApiV2 } from '../../../../src/ingest/formats/twitter-api-v2.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(twitterApiV2, 'twitter-api-v2', /\.jsonl$/);
