import { freshdesk } from '../../../src/ingest/formats/freshdesk.js';
import { describeGolden } from '../read-source.js';

describeGolden(freshdesk, ['tickets.json', 'Tickets.json']);
