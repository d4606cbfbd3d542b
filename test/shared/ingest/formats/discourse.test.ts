import { discourse } from '../../../../src/ingest/formats/discourse.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(discourse, 'discourse', /\.json$/);
