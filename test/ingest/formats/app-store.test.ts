import { appStore } from '../../../src/ingest/formats/app-store.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(appStore, ['reviews.json', 'itunes.json']);
describeSamples(appStore, 'app-store', /./, {
  'app-store/app-store-connect_customerReviews.json': {
    count: 3,
    why: 'the index counts the 2 reviews; one has a response of the developer',
  },
});
