import { freshchat } from '../../../src/ingest/formats/freshchat.js';
import { describeGolden } from '../read-source.js';

describeGolden(freshchat, ['messages.json']);
