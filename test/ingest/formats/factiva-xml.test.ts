import { describe, expect, it } from 'vitest';
import { factivaXml } from '../../../src/ingest/formats/factiva-xml.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('factiva-xml', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(factivaXml, await goldenFiles(factivaXml, ['articles.xml']));
  });

  it('refuses entity definitions', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><PPSResponse><article><headline>&b;</headline></article></PPSResponse>';
    await expect(readText(factivaXml, bomb, 'bomb.xml')).rejects.toThrow(/declares entities/);
  });

  it('keeps the articles before a cut and says so', async () => {
    const whole =
      '<PPSResponse><article><accessionNo>A1</accessionNo><headline><paragraph>One</paragraph></headline></article><article><accessionNo>A2</accessionNo><headline><paragraph>Tw';
    const { records, doubts } = await readText(factivaXml, whole, 'cut.xml');
    expect(records.map((record) => record.id)).toEqual(['A1', 'A2']);
    expect(doubts.map((doubt) => doubt.reason)).toContain('truncated');
  });
});
