import { whatsapp } from '../../../../src/ingest/formats/whatsapp.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(whatsapp, 'whatsapp', /./);
