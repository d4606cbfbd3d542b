import { describe, expect, it } from 'vitest';
import { xmlElementsOf, type XmlElement } from '../../../src/ingest/markup/xml.js';
import { absolute, bodyOf, linksOf, personOf } from '../../../src/ingest/press/feed-content.js';
import { attribute, inner, plain, textOf } from '../../../src/ingest/press/feed-elements.js';

const read = (xml: string): XmlElement => xmlElementsOf(xml, ['item', 't'])[0] as XmlElement;
const body = (inside: string): string | undefined => {
  const xml = `<item>${inside}</item>`;
  return bodyOf(read(xml), xml);
};

describe('the text of an entry', () => {
  it('is the fullest form there is, as text', () => {
    expect(
      body(
        '<description>Court</description><content:encoded>&lt;p&gt;Long &amp;amp; bon&lt;/p&gt;</content:encoded>',
      ),
    ).toBe('Long & bon');
    expect(body('<description>&lt;b&gt;Gras&lt;/b&gt;</description>')).toBe('Gras');
    expect(body('<summary type="text">a &lt; b</summary>')).toBe('a < b');
    expect(body('<content type="xhtml"><div><p>Un</p><p>Deux</p></div></content>')).toMatch(/^Un\s+Deux$/);
    expect(body('<title>Rien</title>')).toBeUndefined();
  });
});

describe('links of an entry', () => {
  const links = (inside: string): string[] => linksOf(read(`<item>${inside}</item>`));
  it('begin with the original, then pages, then the guid that is an address', () => {
    expect(
      links(
        '<link rel="alternate" type="application/json" href="https://a.fr/j"/><link href="https://a.fr/p"/><link rel="self" href="https://a.fr/s"/>' +
          '<guid>https://a.fr/g</guid><feedburner:origLink>https://a.fr/o</feedburner:origLink>',
      ),
    ).toEqual(['https://a.fr/o', 'https://a.fr/p', 'https://a.fr/j', 'https://a.fr/g']);
    expect(links('<guid isPermaLink="false">https://a.fr/g</guid><link>https://a.fr/t</link>')).toEqual([
      'https://a.fr/t',
    ]);
  });
  it('are addresses of the web, made whole by that of the feed', () => {
    expect(absolute('/a', 'https://b.fr/x')).toBe('https://b.fr/a');
    expect(absolute('HTTPS://b.fr/A', undefined)).toBe('HTTPS://b.fr/A');
    expect([
      absolute('javascript:alert(1)', 'https://b.fr'),
      absolute('a', undefined),
      absolute(undefined, 'https://b.fr'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe('names of authors', () => {
  it('are read with or without an address', () => {
    expect(personOf('zoe@a.fr (Zoé B)')).toEqual({ name: 'Zoé B', email: 'zoe@a.fr' });
    expect(personOf('Zoé B <zoe@a.fr>')).toEqual({ name: 'Zoé B', email: 'zoe@a.fr' });
    expect(personOf('Zoé B')).toEqual({ name: 'Zoé B', email: undefined });
    expect(personOf()).toEqual({ name: undefined, email: undefined });
  });
});

describe('elements of feeds', () => {
  it('are found whatever the prefix of the dialect, the first that is filled', () => {
    const item = read('<item><atom:title> </atom:title><title>Un</title><a name=" x " empty=""/></item>');
    expect(textOf(item, 'summary', 'title')).toBe('Un');
    const [, , link] = item.children;
    expect([attribute(link, 'name'), attribute(link, 'empty'), attribute(undefined, 'name')]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
  });
  it('are plain text on one line', () => {
    const of = (xml: string): string | undefined => plain(read(xml), xml);
    expect(of('<t type="html">&lt;b&gt;Un&lt;/b&gt;\n deux</t>')).toBe('Un deux');
    expect(of('<t><div>Un</div></t>')).toBe('Un');
    expect(of('<t>  </t>')).toBeUndefined();
    expect([inner('<a x="1">b<c/>d</a>', 'a'), inner('<a>', 'b'), inner('<a>b', 'a')]).toEqual([
      'b<c/>d',
      '',
      'b',
    ]);
  });
});
