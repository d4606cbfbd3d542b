import { googleBusiness } from '../../../../src/ingest/formats/google-business.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(googleBusiness, 'google-business', /./);
