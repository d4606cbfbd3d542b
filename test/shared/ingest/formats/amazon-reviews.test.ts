import { amazonReviews } from '../../../../src/ingest/formats/amazon-reviews.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(amazonReviews, 'amazon-reviews', /./);
