import { expect, it } from 'vitest';
import { eml } from '../../../../src/ingest/formats/eml.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('e-mail samples', () => {
  it('give one mail each', async () => {
    for (const reading of await expectIndexCounts(eml, indexSamples('email')))
      expect(reading.rejects).toEqual([]);
  });
});
