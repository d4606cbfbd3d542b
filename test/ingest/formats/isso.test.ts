import { isso } from '../../../src/ingest/formats/isso.js';
import { describeGolden } from '../read-source.js';

describeGolden(isso, ['comments.json']);
