import { describe, expect, it } from 'vitest';
import { disqus } from '../../../src/ingest/formats/disqus.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('disqus', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(disqus, await goldenFiles(disqus, ['export.xml']));
  });

  it('refuses entity definitions and contains endless nesting', async () => {
    await expect(
      readText(disqus, '<!DOCTYPE d [<!ENTITY a "aaaa">]><disqus><post/></disqus>', 'd.xml'),
    ).rejects.toThrow(/declares entities/);
    await expect(readText(disqus, `<disqus>${'<post>'.repeat(100_000)}`, 'd.xml')).rejects.toThrow(
      /deeper than/,
    );
  });
});
