import { whatsapp } from '../../../src/ingest/formats/whatsapp.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(whatsapp, ['Discussion WhatsApp avec Inès.txt', '_chat.txt']);
describeSamples(whatsapp, 'whatsapp', /./);
