import { helpScout } from '../../../src/ingest/formats/help-scout.js';
import { describeGolden } from '../read-source.js';

describeGolden(helpScout, ['conversations.json', 'threads.json']);
