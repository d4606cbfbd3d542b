import { bluesky } from '../../../../src/ingest/formats/bluesky.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(bluesky, 'bluesky', /./);
