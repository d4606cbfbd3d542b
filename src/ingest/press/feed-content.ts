import { decodeIfHtml, htmlToText } from '../markup/html.js';
import type { XmlElement } from '../markup/xml.js';
import { allOf, attribute, inner, textOf } from './feed-elements.js';

/** The longest telling form of the content: full text, else summary. RSS holds HTML by convention, Atom says its type. */
export function bodyOf(item: XmlElement, xml: string): string | undefined {
  for (const name of [
    'content:encoded',
    'content',
    'xhtml:body',
    'body',
    'description',
    'summary',
    'media:description',
    'itunes:summary',
  ]) {
    for (const element of [
      ...allOf(item, name),
      ...allOf(item, 'media:group').flatMap((group) => allOf(group, name)),
    ]) {
      const type = `${element.attributes['type'] ?? ''} ${element.attributes['mode'] ?? ''}`;
      const isText = name === 'content' || name === 'summary' ? !/html|xml|escaped/i.test(type) : false;
      const text =
        element.children.length > 0
          ? htmlToText(inner(xml, element.name))
          : isText
            ? decodeIfHtml(element.text).trim()
            : htmlToText(element.text);
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** A link as an address of the web; `undefined` for anything else. */
export function absolute(link: string | undefined, base: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  try {
    const url = new URL(link, base);
    return /^https?:$/.test(url.protocol) ? (/^https?:/i.test(link) ? link : url.href) : undefined;
  } catch {
    return undefined;
  }
}

/** Links of an item as written, the best first. */
export function linksOf(item: XmlElement): string[] {
  const original = textOf(item, 'feedburner:origLink');
  const links = allOf(item, 'link')
    .map((link) => ({
      href: attribute(link, 'href') ?? link.text.trim(),
      rel: link.attributes['rel'] ?? 'alternate',
      type: link.attributes['type'] ?? 'text/html',
    }))
    .filter((link) => link.href !== '');
  const rank = (link: { rel: string; type: string }): number =>
    (link.rel === 'alternate' ? 0 : 2) + (/html/.test(link.type) ? 0 : 1);
  const guid = allOf(item, 'guid').find(
    (one) => one.attributes['isPermaLink'] !== 'false' && /^https?:/i.test(one.text.trim()),
  );
  const sorted = links
    .filter((link) => link.rel === 'alternate')
    .toSorted((a, b) => rank(a) - rank(b))
    .map((link) => link.href);
  return [original, ...sorted, guid?.text.trim(), attribute(item, 'rdf:about')].filter(
    (link): link is string => link !== undefined && link !== '',
  );
}

/** `name@site (Name)`, `Name <name@site>` or a bare name. */
export function personOf(whole = ''): { name: string | undefined; email: string | undefined } {
  const text = whole.slice(0, 500);
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  const name = (
    /\(([^)]+)\)/.exec(text)?.[1] ?? text.replace(/<[^>]*>/g, '').replace(email ?? '\u0000', '')
  ).trim();
  return { name: name || undefined, email };
}
