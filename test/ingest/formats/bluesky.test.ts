import { bluesky } from '../../../src/ingest/formats/bluesky.js';
import { describeGolden } from '../read-source.js';

describeGolden(bluesky, ['feed.json', 'record.json']);
