import { xmlElementsOf } from '../markup/xml.js';
import { allOf, attribute, plain, textOf } from './feed-elements.js';

/** What a feed says about itself before its items. */
export interface FeedHeader {
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly links: readonly string[];
  readonly generator: string | undefined;
  readonly language: string | undefined;
  readonly author: string | undefined;
  readonly base: string | undefined;
}

/** Elements of the header that have a title or a link of their own. */
const OTHER_PARTS = ['image', 'textinput', 'textInput', 'items'];

/** What stands before the first item. */
export function readHeader(xml: string): FeedHeader {
  const names = ['channel', 'feed', 'rdf:RDF', 'atom:feed', ...OTHER_PARTS];
  const outer =
    xmlElementsOf(xml, ['feed', 'atom:feed', 'channel']).find((one) => !OTHER_PARTS.includes(one.name)) ??
    xmlElementsOf(xml, names)[0];
  const root = /<(?:feed|[\w-]+:feed|rss|rdf:RDF)\b([^>]{0,5000})>/.exec(xml)?.[1] ?? '';
  const named = (name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1];
  if (!outer)
    return {
      title: undefined,
      id: undefined,
      links: [],
      generator: undefined,
      language: named('xml:lang'),
      author: undefined,
      base: named('xml:base'),
    };
  const links = ['link', 'atom:link', 'atom10:link']
    .flatMap((name) => outer.children.filter((one) => one.name === name))
    .map((link) => attribute(link, 'href') ?? link.text.trim())
    .filter((link) => link !== '');
  const generator = allOf(outer, 'generator')[0];
  const author = allOf(outer, 'author')[0];
  return {
    title: plain(allOf(outer, 'title')[0], xml),
    id: textOf(outer, 'id'),
    links,
    generator: generator && [generator.text.trim(), attribute(generator, 'uri') ?? ''].join(' ').trim(),
    language: textOf(outer, 'language', 'dc:language') ?? named('xml:lang'),
    author: author && textOf(author, 'name'),
    base: named('xml:base') ?? links.find((link) => /^https?:/.test(link)),
  };
}
