import { crisp } from '../../../src/ingest/formats/crisp.js';
import { describeGolden } from '../read-source.js';

describeGolden(crisp, ['messages.json']);
