import { gorgias } from '../../../src/ingest/formats/gorgias.js';
import { describeGolden } from '../read-source.js';

describeGolden(gorgias, ['tickets.json']);
