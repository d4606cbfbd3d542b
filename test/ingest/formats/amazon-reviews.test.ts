import { amazonReviews } from '../../../src/ingest/formats/amazon-reviews.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(amazonReviews, ['reviews.json']);
describeSamples(amazonReviews, 'amazon-reviews', /./);
