import { mastodon } from '../../../src/ingest/formats/mastodon.js';
import { describeGolden } from '../read-source.js';

describeGolden(mastodon, ['statuses.json', 'outbox.json']);
