import { bazaarvoice } from '../../../src/ingest/formats/bazaarvoice.js';
import { describeGolden } from '../read-source.js';

describeGolden(bazaarvoice, ['reviews.json']);
