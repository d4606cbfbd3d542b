import { mastodon } from '../../../src/ingest/formats/mastodon.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(mastodon, ['statuses.json', 'outbox.json']);
describeSamples(mastodon, 'mastodon', /./);
