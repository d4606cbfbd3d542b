import { expect, it } from 'vitest';
import { factivaHtml } from '../../../../src/ingest/formats/factiva-html.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('Factiva HTML samples', () => {
  it('give the articles of the index, each with date, source, language, title and number', async () => {
    for (const reading of await expectIndexCounts(factivaHtml, indexSamples('factiva', /\.html$/))) {
      expect(reading.rejects).toEqual([]);
      expect(reading.doubts).toEqual([]);
      expect(new Set(reading.records.map((record) => record.id)).size).toBe(reading.records.length);
      for (const record of reading.records) {
        expect(record.sentAt?.epochMs).toBeGreaterThan(0);
        for (const field of ['title', 'text', 'sourceName', 'givenLanguage', 'id'] as const)
          expect(record[field], `${field} of ${record.row}`).toBeTruthy();
      }
    }
  });
});
