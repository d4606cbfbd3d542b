import { instagramDm } from '../../../../src/ingest/formats/instagram-dm.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(instagramDm, 'instagram-dm', /./);
