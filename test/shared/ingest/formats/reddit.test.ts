import { reddit } from '../../../../src/ingest/formats/reddit.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(reddit, 'reddit', /./, {
  'reddit/submission_comments.json': {
    count: 477,
    why: 'the index counts the 476 comments; the submission is a message too',
  },
  'reddit/info_mixed_removed_deleted.json': {
    count: 64,
    why: 'the index counts the 33 comments; the 31 submissions are messages too',
  },
});
