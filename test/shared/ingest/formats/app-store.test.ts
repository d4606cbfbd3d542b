import { appStore } from '../../../../src/ingest/formats/app-store.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(appStore, 'app-store', /./, {
  'app-store/app-store-connect_customerReviews.json': {
    count: 3,
    why: 'the index counts the 2 reviews; one has a response of the developer',
  },
});
