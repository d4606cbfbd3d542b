import { signalJson } from '../../../src/ingest/formats/signal-json.js';
import { describeGolden } from '../read-source.js';

describeGolden(signalJson, ['Ada/data.json']);
