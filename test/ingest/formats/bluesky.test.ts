import { bluesky } from '../../../src/ingest/formats/bluesky.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(bluesky, ['feed.json', 'record.json']);
describeSamples(bluesky, 'bluesky', /./);
