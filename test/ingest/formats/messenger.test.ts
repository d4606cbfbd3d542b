import { messenger } from '../../../src/ingest/formats/messenger.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(messenger, ['messages/inbox/ines_abc123/message_1.json', 'e2ee.json']);
describeSamples(messenger, 'messenger', /./);
