import { graphMail } from '../../../src/ingest/formats/graph-mail.js';
import { describeGolden } from '../read-source.js';

describeGolden(graphMail, ['inbox.json']);
