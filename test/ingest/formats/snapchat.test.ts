import { snapchat } from '../../../src/ingest/formats/snapchat.js';
import { describeGolden } from '../read-source.js';

describeGolden(snapchat, ['chat_history.json']);
