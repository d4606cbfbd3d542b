import { isso } from '../../../../src/ingest/formats/isso.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(isso, 'disqus', /isso/);
