import { mastodon } from '../../../../src/ingest/formats/mastodon.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(mastodon, 'mastodon', /./);
