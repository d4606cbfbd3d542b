import { expect, it } from 'vitest';
import { proquest } from '../../../../src/ingest/formats/proquest.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('ProQuest samples', () => {
  it('give the documents of the index, each whole', async () => {
    for (const reading of await expectIndexCounts(proquest, indexSamples('proquest'))) {
      expect([reading.rejects, reading.doubts]).toEqual([[], []]);
      for (const record of reading.records) {
        for (const field of [
          'id',
          'title',
          'text',
          'sourceName',
          'authorName',
          'givenLanguage',
          'url',
        ] as const)
          expect(record[field], field).toBeTruthy();
        expect(record.text).not.toContain('<');
      }
    }
  });
});
