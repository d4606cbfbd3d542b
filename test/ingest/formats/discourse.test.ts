import { discourse } from '../../../src/ingest/formats/discourse.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(discourse, ['topic.json']);
describeSamples(discourse, 'discourse', /\.json$/);
