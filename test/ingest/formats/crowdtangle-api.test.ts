import { crowdtangleApi } from '../../../src/ingest/formats/crowdtangle-api.js';
import { describeGolden } from '../read-source.js';

describeGolden(crowdtangleApi, ['posts.json']);
