import { isso } from '../../../src/ingest/formats/isso.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(isso, ['comments.json']);
describeSamples(isso, 'disqus', /isso/);
