import { describe, expect, it } from 'vitest';
import { proquest } from '../../../src/ingest/formats/proquest.js';
import { expectGolden, goldenBytes, goldenFiles, readText } from '../read-sample.js';

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
