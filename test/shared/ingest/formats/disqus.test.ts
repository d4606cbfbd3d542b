import { expect, it } from 'vitest';
import { disqus } from '../../../../src/ingest/formats/disqus.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('Disqus sample', () => {
  it('gives the comments of the index', async () => {
    const [reading] = await expectIndexCounts(disqus, indexSamples('disqus', /\.xml$/));
    expect(reading?.records.filter((record) => record.kind === 'deleted')).toHaveLength(1);
  });
});
