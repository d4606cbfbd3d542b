import { zendesk } from '../../../src/ingest/formats/zendesk.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(zendesk, ['tickets.json', 'audits.json', 'export.ndjson', 'comments.json']);
describeSamples(zendesk, 'zendesk', /./);
