import { googleBusiness } from '../../../src/ingest/formats/google-business.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(googleBusiness, ['reviews.json', 'Reviews.json']);
describeSamples(googleBusiness, 'google-business', /./);
