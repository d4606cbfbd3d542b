import { telegram } from '../../../../src/ingest/formats/telegram.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(telegram, 'telegram', /./);
