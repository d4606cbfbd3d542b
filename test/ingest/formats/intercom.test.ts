import { intercom } from '../../../src/ingest/formats/intercom.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(intercom, ['webhook.json', 'list.json']);
describeSamples(intercom, 'intercom', /./);
