import { frontJson } from '../../../src/ingest/formats/front-json.js';
import { describeGolden } from '../read-source.js';

describeGolden(frontJson, ['events.json', 'messages.json']);
