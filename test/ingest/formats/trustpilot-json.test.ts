import { trustpilotJson } from '../../../src/ingest/formats/trustpilot-json.js';
import { describeGolden } from '../read-source.js';

describeGolden(trustpilotJson, ['reviews.json']);
