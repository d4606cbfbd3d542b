import { intercom } from '../../../src/ingest/formats/intercom.js';
import { describeGolden } from '../read-source.js';

describeGolden(intercom, ['webhook.json', 'list.json']);
