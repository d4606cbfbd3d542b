import { expect, it } from 'vitest';
import { reddit } from '../../../src/ingest/formats/reddit.js';
import { describeGolden, describeSamples, readText } from '../read-source.js';

describeGolden(reddit, ['thread.json', 'dump.ndjson']);
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

it('keeps what other kinds a listing mixes in as rejects', async () => {
  const text = JSON.stringify({
    kind: 'Listing',
    data: {
      children: [
        { kind: 't5', data: { id: 'x', display_name: 'france' } },
        { kind: 't1', data: { id: 'c', body: '[ Removed by Reddit ]', link_id: 't3_a' } },
      ],
    },
  });
  const said = await readText(reddit, text, 'r.json');
  expect(said.records).toMatchObject([{ kind: 'deleted', id: 't1_c' }]);
  expect(said.rejects).toMatchObject([{ reason: 'not-a-message' }]);
});
