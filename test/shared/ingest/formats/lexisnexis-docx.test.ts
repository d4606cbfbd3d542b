import { expect, it } from 'vitest';
import { lexisnexisDocx } from '../../../../src/ingest/formats/lexisnexis-docx.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('Nexis DOCX samples', () => {
  it('give the articles of the index, each whole', async () => {
    for (const reading of await expectIndexCounts(lexisnexisDocx, indexSamples('lexisnexis', /\.docx$/))) {
      expect(reading.rejects).toEqual([]);
      for (const record of reading.records) {
        for (const field of ['title', 'text', 'sourceName'] as const)
          expect(record[field], `${field} of ${record.row}`).toBeTruthy();
        expect(record.sentAt?.epochMs).toBeGreaterThan(0);
        expect(record.text).not.toMatch(/PRENOM NOM|Job Number|Load-Date/);
      }
    }
  });
});
