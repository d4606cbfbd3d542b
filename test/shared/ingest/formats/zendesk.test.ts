import { zendesk } from '../../../../src/ingest/formats/zendesk.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(zendesk, 'zendesk', /./);
