import { amazonReviews } from '../../../src/ingest/formats/amazon-reviews.js';
import { describeGolden } from '../read-source.js';

describeGolden(amazonReviews, ['reviews.json']);
