import { crowdtangleApi } from '../../../../src/ingest/formats/crowdtangle-api.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(crowdtangleApi, 'crowdtangle', /\.json$/);
