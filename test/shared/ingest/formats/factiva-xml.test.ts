import { expect, it } from 'vitest';
import { factivaXml } from '../../../../src/ingest/formats/factiva-xml.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('Factiva XML samples', () => {
  it('give the articles of the index', async () => {
    for (const reading of await expectIndexCounts(factivaXml, indexSamples('factiva', /\.xml$/))) {
      expect(reading.rejects).toEqual([]);
      expect(reading.doubts).toEqual([]);
    }
  });
});
