import { facebookGraph } from '../../../../src/ingest/formats/facebook-graph.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(facebookGraph, 'facebook-graph', /./, {
  'facebook-graph/granary_post_with_comments.json': {
    count: 3,
    why: 'the index counts the post; its two comments are messages too',
  },
});
