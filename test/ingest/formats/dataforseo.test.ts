import { dataForSeo } from '../../../src/ingest/formats/dataforseo.js';
import { describeGolden } from '../read-source.js';

describeGolden(dataForSeo, ['task_get.json']);
