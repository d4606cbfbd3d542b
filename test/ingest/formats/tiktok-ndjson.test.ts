import { tiktokNdjson } from '../../../src/ingest/formats/tiktok-ndjson.js';
import { describeGolden } from '../read-source.js';

describeGolden(tiktokNdjson, ['comments.ndjson']);
