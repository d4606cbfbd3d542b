import { livechat } from '../../../src/ingest/formats/livechat.js';
import { describeGolden } from '../read-source.js';

describeGolden(livechat, ['archives.json']);
