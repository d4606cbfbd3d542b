import { trengo } from '../../../src/ingest/formats/trengo.js';
import { describeGolden } from '../read-source.js';

describeGolden(trengo, ['tickets.json', 'messages.json']);
