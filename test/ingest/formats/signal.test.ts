import { signal } from '../../../src/ingest/formats/signal.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(signal, ['Crèmerie/chat.md']);
describeSamples(signal, 'signal', /./);
