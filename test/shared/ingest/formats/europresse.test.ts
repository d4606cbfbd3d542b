import { expect, it } from 'vitest';
import { europresse } from '../../../../src/ingest/formats/europresse.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('Europresse samples', () => {
  it('give the articles of the index, each with number, date and source', async () => {
    for (const reading of await expectIndexCounts(europresse, indexSamples('europresse'))) {
      expect(reading.rejects).toEqual([]);
      expect(reading.doubts).toEqual([]);
      for (const record of reading.records) {
        expect(record.id).toMatch(/^news·\d{8}·/);
        expect(record.sentAt?.dayOnly).toBe(true);
        expect(JSON.stringify(record)).not.toMatch(/University|certificat/i);
      }
    }
  });
});
