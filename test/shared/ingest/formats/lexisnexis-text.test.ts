import { expect, it } from 'vitest';
import { lexisnexisText } from '../../../../src/ingest/formats/lexisnexis-text.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('LexisNexis text samples', () => {
  it('give the articles of the index', async () => {
    for (const reading of await expectIndexCounts(lexisnexisText, indexSamples('lexisnexis', /\.TXT$/))) {
      expect(reading.rejects).toEqual([]);
      for (const record of reading.records)
        expect(record).toMatchObject({ stage: 'press', givenLanguage: 'en' });
    }
  });
});
