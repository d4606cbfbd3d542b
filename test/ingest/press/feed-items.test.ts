import { describe, expect, it } from 'vitest';
import { declaredText } from '../../../src/ingest/press/declared-text.js';
import { feedItems, feedTime } from '../../../src/ingest/press/feed-items.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

const items = async (xml: string): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const { item } of feedItems(await openBytes(Buffer.from(xml), 'f.xml'), {}))
    if (item) found.push(item);
  return found;
};

describe('feedItems', () => {
  it('takes the author, the links and the content of any dialect', async () => {
    const [rss, atom] = await items(`<rss><channel><title>F</title>
      <item><author>a@e.example (Name)</author><link>https://e.example/1</link><description>short</description><content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded></item>
      <item><dc:creator>Other</dc:creator><guid isPermaLink="true">https://e.example/2</guid><description>&lt;b&gt;x&lt;/b&gt; &amp;amp; y</description></item></channel></rss>`);
    expect(rss).toMatchObject({
      author: 'Name',
      authorEmail: 'a@e.example',
      url: 'https://e.example/1',
      text: 'long',
      id: 'https://e.example/1',
    });
    expect(atom).toMatchObject({ author: 'Other', url: 'https://e.example/2', text: 'x & y' });
  });

  it('is not led astray by comments, CDATA or other elements with titles', async () => {
    const found = await items(
      '<rss><channel><image><title>Logo</title></image><title>F</title><!-- <item><title>no</title></item> --><item><title><![CDATA[yes <item> ]]></title></item></channel></rss>',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ title: 'yes <item>' });
  });

  it('keeps words and tags of inline mark-up in order', async () => {
    const [one] = await items(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>un <b>bon</b> pot</div></content></entry></feed>',
    );
    expect(one).toMatchObject({ text: 'un bon pot' });
  });
});

describe('feedTime', () => {
  it('reads RFC 822 and ISO 8601, and places a clock without zone by the option', () => {
    expect(feedTime('Tue, 12 Mar 2024 16:04:00 +0100', {})).toMatchObject({
      epochMs: Date.UTC(2024, 2, 12, 15, 4),
      zone: 'explicit',
    });
    expect(feedTime('2024-03-12T16:04:00Z', {})).toMatchObject({
      epochMs: Date.UTC(2024, 2, 12, 16, 4),
      zone: 'explicit',
    });
    expect(feedTime('2024-07-12 16:04:00', { zone: 'Europe/Paris' })).toMatchObject({
      epochMs: Date.UTC(2024, 6, 12, 14, 4),
      zone: 'assumed',
    });
    expect(feedTime('hier', {})).toEqual({ epochMs: null, raw: 'hier', zone: 'none' });
    expect(feedTime(undefined, {})).toBeUndefined();
  });
});

describe('declaredText', () => {
  it('reads quotes and € of Windows-1252, also where Latin-1 is declared', async () => {
    for (const label of ['windows-1252', 'ISO-8859-1']) {
      const xml = `<?xml version="1.0" encoding="${label}"?><rss><channel><item><title>\x93Lait\x94 \xe0 2 \x80</title></item></channel></rss>`;
      const found: (string | undefined)[] = [];
      for await (const { item } of feedItems(await openBytes(Buffer.from(xml, 'latin1'), 'f.xml'), {}))
        if (item && 'title' in item) found.push(item.title);
      expect(found).toEqual(['“Lait” à 2 €']);
    }
  });

  it('decodes the encoding an XML file declares, and takes no unknown one', async () => {
    const read = async (bytes: Buffer): Promise<string> => {
      let text = '';
      for await (const piece of declaredText(await openBytes(bytes, 'f.xml'))) text += piece;
      return text;
    };
    expect(
      await read(
        Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
          Buffer.from([0xcc, 0xee, 0xeb]),
          Buffer.from('</a>'),
        ]),
      ),
    ).toContain('<a>Мол</a>');
    expect(
      await read(
        Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="klingon"?><a>'),
          Buffer.from([0xe9]),
          Buffer.from('</a>'),
        ]),
      ),
    ).toContain('<a>é</a>');
  });
});
