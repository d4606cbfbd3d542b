import { trustpilotJson } from '../../../../src/ingest/formats/trustpilot-json.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(trustpilotJson, 'trustpilot', /\.json$/, {
  'trustpilot/keytrade-be_next-data-reviews.json': {
    count: 497,
    why: 'the index counts the 300 reviews; 197 have a reply of the company, a record of its own',
  },
});
