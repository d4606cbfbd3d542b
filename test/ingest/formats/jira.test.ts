import { jira } from '../../../src/ingest/formats/jira.js';
import { describeGolden } from '../read-source.js';

describeGolden(jira, ['search.json']);
