import { describe, expect, it } from 'vitest';
import { europresse } from '../../../src/ingest/formats/europresse.js';
import { expectGolden, goldenBytes, goldenFiles, readText } from '../read-sample.js';

describe('europresse', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(europresse, await goldenFiles(europresse, ['new.html', 'old.html']));
  });

  it('never copies the institution of the certificate', async () => {
    for (const html of ['new.html', 'old.html']) {
      const { records } = await readText(europresse, goldenBytes(`europresse/${html}`), html);
      expect(JSON.stringify(records)).not.toContain('ACCOUNT HOLDER');
    }
  });

  it('reads an article whose optional parts are missing', async () => {
    const bare =
      '<article><header><span class="DocPublicationName">Essai</span><p class="titreArticleVisu">T</p></header><section><p>Corps.</p></section></article><a href="https://nouveau.europresse.com"></a>';
    const { records, doubts } = await readText(europresse, bare, 'e.html');
    expect(records[0]).toMatchObject({ title: 'T', text: 'Corps.', sourceName: 'Essai' });
    expect(records[0]?.sentAt).toBeUndefined();
    expect(doubts).toHaveLength(1);
  });
});
