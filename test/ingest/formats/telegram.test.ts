import { telegram } from '../../../src/ingest/formats/telegram.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(telegram, ['result.json']);
describeSamples(telegram, 'telegram', /./);
