import { describe, expect, it } from 'vitest';
import { wordpress } from '../../../src/ingest/formats/wordpress.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('wordpress', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(wordpress, await goldenFiles(wordpress, ['export.xml']));
  });

  it('keeps the notes of a shop private', async () => {
    const note =
      '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Order</title><link>https://s.example/o</link><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Paid</wp:comment_content><wp:comment_type>order_note</wp:comment_type></wp:comment></item></channel></rss>';
    const { records } = await readText(wordpress, note, 'w.xml');
    expect(records[0]).toMatchObject({ stage: 'private', direction: 'internal' });
    expect(records[0]?.url).toBeUndefined();
  });

  it('says when there are no comments', async () => {
    const { records, notes } = await readText(
      wordpress,
      '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Page</title></item></channel></rss>',
      'w.xml',
    );
    expect([records.length, notes]).toEqual([0, ['a WordPress export without comments']]);
  });
});
