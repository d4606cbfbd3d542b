import { intercom } from '../../../../src/ingest/formats/intercom.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(intercom, 'intercom', /./);
