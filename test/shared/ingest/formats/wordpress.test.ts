import { expect, it } from 'vitest';
import { wordpress } from '../../../../src/ingest/formats/wordpress.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('WordPress sample', () => {
  it('gives the comments of the index', async () => {
    for (const reading of await expectIndexCounts(wordpress, indexSamples('wordpress')))
      expect(reading.rejects).toEqual([]);
  });
});
