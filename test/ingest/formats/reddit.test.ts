import { expect, it } from 'vitest';
import { reddit } from '../../../src/ingest/formats/reddit.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(reddit, ['thread.json', 'dump.ndjson']);

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
