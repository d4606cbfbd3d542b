import { hubspot } from '../../../src/ingest/formats/hubspot.js';
import { describeGolden } from '../read-source.js';

describeGolden(hubspot, ['messages.json']);
