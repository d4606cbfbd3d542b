import { messenger } from '../../../../src/ingest/formats/messenger.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(messenger, 'messenger', /./);
