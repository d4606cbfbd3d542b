import { tawk } from '../../../src/ingest/formats/tawk.js';
import { describeGolden } from '../read-source.js';

describeGolden(tawk, ['chats.json']);
