import { describe, expect, it } from 'vitest';
import { feed } from '../../../src/ingest/formats/feed.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('feed', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(feed, await goldenFiles(feed, ['blog.atom', 'comments.rss', 'old.rdf', 'press.rss']));
  });

  it('refuses entity definitions', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>';
    await expect(readText(feed, bomb, 'bomb.rss')).rejects.toThrow(/declares entities/);
  });

  it('tells press, forum, comments and blogs apart by content', async () => {
    const nature = async (header: string, item: string): Promise<unknown> => {
      const { records } = await readText(
        feed,
        `<rss version="2.0"><channel>${header}<item><title>T</title>${item}</item></channel></rss>`,
        'f.rss',
      );
      return [records[0]?.platform, records[0]?.stage, records[0]?.kind];
    };
    expect(await nature('<title>Le Quotidien</title>', '<link>https://q.example/a</link>')).toEqual([
      'press',
      'press',
      'article',
    ]);
    expect(
      await nature('<title>Comments on: Milk</title>', '<link>https://q.example/a#comment-3</link>'),
    ).toEqual(['web', 'public', 'comment']);
    expect(
      await nature(
        '<title>Page - Latest Comments</title><link>https://page.disqus.com/</link>',
        '<link>https://q.example/a#comment-5</link>',
      ),
    ).toEqual(['disqus', 'public', 'comment']);
    expect(
      await nature(
        '<generator>Discourse v3</generator>',
        '<guid isPermaLink="false">forum.example-post-7-2</guid>',
      ),
    ).toEqual(['discourse', 'public', 'comment']);
    expect(
      await nature(
        '<generator>Discourse v3</generator>',
        '<guid isPermaLink="false">forum.example-post-7-1</guid>',
      ),
    ).toEqual(['discourse', 'public', 'post']);
    expect(
      await nature('<generator>Tumblr (3.0; @x)</generator>', '<link>https://x.example/post/1</link>'),
    ).toEqual(['tumblr', 'public', 'post']);
    expect(
      await nature(
        '<generator>https://wordpress.org/?v=6</generator><title>La Gazette</title>',
        '<link>https://g.example/a</link>',
      ),
    ).toEqual(['press', 'press', 'article']);
  });

  it('keeps whole items of a cut feed', async () => {
    const { records, doubts } = await readText(
      feed,
      '<rss><channel><title>F</title><item><title>One</title></item><item><title>Two</title><description>half',
      'cut.rss',
    );
    expect(records.map((record) => record.title)).toEqual(['One', 'Two']);
    expect(doubts.map((doubt) => doubt.reason)).toEqual(['truncated']);
  });

  it('takes no address but a web address', async () => {
    const { records } = await readText(
      feed,
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>X</title><link href="javascript:alert(1)"/></entry></feed>',
      'x.atom',
    );
    expect(records[0]?.url).toBeUndefined();
  });
});
