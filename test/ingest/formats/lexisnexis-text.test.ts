import { describe, expect, it } from 'vitest';
import { lexisnexisText } from '../../../src/ingest/formats/lexisnexis-text.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('lexisnexis-text', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(lexisnexisText, await goldenFiles(lexisnexisText, ['articles-de.txt']));
  });

  it('never copies the cover page', async () => {
    const { records } = await readText(
      lexisnexisText,
      'Send To:\nACCOUNT HOLDER\n\n   1 of 1 DOCUMENTS\n\n  Le Journal\n\n 3 mai 2011\n\nTitre\n\nLONGUEUR: 1 mot\n\nTexte.\n',
      'n.txt',
    );
    expect(records).toHaveLength(1);
    expect(JSON.stringify(records)).not.toContain('ACCOUNT HOLDER');
  });
});
