import { expect, it } from 'vitest';
import { lexisnexisHtml } from '../../../../src/ingest/formats/lexisnexis-html.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('LexisNexis HTML samples', () => {
  it('give the articles of the index, each with date, source and text', async () => {
    for (const reading of await expectIndexCounts(lexisnexisHtml, indexSamples('lexisnexis', /\.html$/))) {
      for (const record of reading.records) {
        expect(record.sentAt?.epochMs).toBeGreaterThan(0);
        for (const field of ['text', 'sourceName', 'givenLanguage'] as const)
          expect(record[field], `${field} of ${record.row}`).toBeTruthy();
        expect(record.text).not.toMatch(/Copyright \d{4}/);
      }
    }
  });
});
