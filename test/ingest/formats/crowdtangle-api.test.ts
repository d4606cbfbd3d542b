import { crowdtangleApi } from '../../../src/ingest/formats/crowdtangle-api.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(crowdtangleApi, ['posts.json']);
describeSamples(crowdtangleApi, 'crowdtangle', /\.json$/);
