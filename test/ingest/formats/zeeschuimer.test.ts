import { zeeschuimer } from '../../../src/ingest/formats/zeeschuimer.js';
import { describeGolden } from '../read-source.js';

describeGolden(zeeschuimer, ['x.ndjson', 'instagram.ndjson']);
