import { signal } from '../../../../src/ingest/formats/signal.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(signal, 'signal', /./);
