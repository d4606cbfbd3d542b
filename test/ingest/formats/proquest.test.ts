import { describe, expect, it } from 'vitest';
import { proquest } from '../../../src/ingest/formats/proquest.js';
import { describeShared } from '../../shared.js';
import {
  expectGolden,
  expectIndexCounts,
  goldenBytes,
  goldenFiles,
  indexSamples,
  readText,
} from '../read-sample.js';

describe('proquest', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(proquest, await goldenFiles(proquest, ['document-fr.html', 'sent.eml']));
  });

  it('leaves the sender, the note and the account number out', async () => {
    for (const name of ['document-fr.html', 'sent.eml']) {
      const { records } = await readText(proquest, goldenBytes(`proquest/${name}`), name);
      expect(JSON.stringify(records)).not.toMatch(/ACCOUNT HOLDER|accountid|14512/);
    }
  });
});

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
