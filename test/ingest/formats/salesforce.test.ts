import { salesforce } from '../../../src/ingest/formats/salesforce.js';
import { describeGolden } from '../read-source.js';

describeGolden(salesforce, ['cases.json']);
