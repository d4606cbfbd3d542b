import { appStore } from '../../../src/ingest/formats/app-store.js';
import { describeGolden } from '../read-source.js';

describeGolden(appStore, ['reviews.json', 'itunes.json']);
