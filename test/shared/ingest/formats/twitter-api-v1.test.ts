import { twitterApiV1 } from '../../../../src/ingest/formats/twitter-api-v1.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(twitterApiV1, 'twitter-api-v1', /./);
