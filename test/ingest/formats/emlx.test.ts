import { emlx } from '../../../src/ingest/formats/emlx.js';
import { describeGolden } from '../read-source.js';

describeGolden(emlx, ['12.emlx']);
