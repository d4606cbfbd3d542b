import { describe, expect, it } from 'vitest';
import { decodeIfHtml, htmlToText } from '../../src/ingest/markup/html.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { repairMojibake } from '../../src/ingest/bytes/mojibake.js';
import { childText, peekMarkup, xmlElements, xmlElementsOf } from '../../src/ingest/markup/xml.js';

describe('HTML to text', () => {
  it('keeps paragraphs and lines, drops scripts', () => {
    expect(
      htmlToText(
        '<p>Un</p><p>deux<br>trois &amp; &eacute;t&eacute;</p><style>p{}</style><ul><li>a</li><li>b</li></ul>',
      ),
    ).toBe('Un\n\ndeux\ntrois & été\n\na\nb');
  });
  it('leaves plain text alone', () => {
    expect([decodeIfHtml('3 < 4 & 5 > 2'), decodeIfHtml('C&#39;est'), decodeIfHtml('a<br />b')]).toEqual([
      '3 < 4 & 5 > 2',
      "C'est",
      'a\nb',
    ]);
  });
});

describe('mojibake', () => {
  it('is repaired where the bytes prove it', () => {
    expect([
      repairMojibake('C\u00c3\u00a9line \u00f0\u009f\u0098\u0080'),
      repairMojibake('Céline'),
      repairMojibake('€'),
    ]).toEqual(['Céline 😀', 'Céline', '€']);
    expect([
      repairMojibake('trÃ¨s bon, lâ€™Ã©tÃ©'),
      repairMojibake('Ã la carte'),
      repairMojibake('très bon'),
    ]).toEqual(['très bon, l’été', 'Ã la carte', 'très bon']);
  });
});

describe('XML', () => {
  it('gives elements with their children', () => {
    const [post] = xmlElementsOf('<r><post a:id="7"><a>x</a><m><![CDATA[<b>&]]></m>tail</post></r>', [
      'post',
    ]);
    expect([
      post?.attributes['a:id'],
      childText(post, 'a'),
      childText(post, 'm'),
      post?.text,
      post?.cut,
    ]).toEqual(['7', 'x', '<b>&', 'tail', false]);
  });
  it('says when an element is cut', () => {
    expect(xmlElementsOf('<r><p>one</p><p>tw', ['p']).map((element) => [element.text, element.cut])).toEqual([
      ['one', false],
      ['tw', true],
    ]);
  });
  it('refuses entity declarations', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><r><p>&lol2;</p></r>';
    const read = async (): Promise<void> => {
      for await (const _ of xmlElements(await openBytes(Buffer.from(bomb), 'x.xml'), ['p']));
    };
    await expect(read()).rejects.toThrow('declares entities');
  });
  it('refuses deep nesting', () => {
    expect(() => xmlElementsOf('<a>'.repeat(1000), ['a'])).toThrow('nested deeper than 200');
  });
  it('names the root', () => {
    expect(
      [
        peekMarkup('<?xml version="1.0"?><!-- c --><rdf:RDF x="y">'),
        peekMarkup('<!DOCTYPE html><html>'),
        peekMarkup('<div>a</div>'),
        peekMarkup('<rss>'),
        peekMarkup('a < b'),
      ].map((peek) => (peek ? `${peek.kind} ${peek.root}` : undefined)),
    ).toEqual(['xml rdf:RDF', 'html html', 'html div', 'xml rss', undefined]);
  });
});
