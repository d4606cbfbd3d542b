import { expect, it } from 'vitest';
import { feed } from '../../../../src/ingest/formats/feed.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('feed samples', () => {
  it('give the items of the index', async () => {
    for (const reading of await expectIndexCounts(feed, indexSamples('rss')))
      expect(reading.rejects).toEqual([]);
  });
});
