import type { RecordTime } from '../../model/index.js';
import { placeWall } from '../values/dates.js';
import { decodeWindows1252 } from '../bytes/decode.js';
import type { ExportFile } from '../bytes/export-file.js';
import { decodeIfHtml, htmlToText } from '../markup/html.js';
import { languageCode } from '../values/language-names.js';
import { mailTime } from '../mail/date.js';
import { segments } from '../bytes/segments.js';
import type { ReadOptions } from '../source.js';
import { xmlElementsOf, type XmlElement } from '../markup/xml.js';

/*
 * Own reading over xml.ts and not a feed library: feeds are read item by item in constant memory, a broken item costs that item
 * only, and mixed dialects (RSS 0.9x to 2.0, Atom 0.3 and 1.0, `content:encoded`, Dublin Core, `thr:`) give the same ten fields.
 */

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

/** One item or entry, text made readable; absent is `undefined`. */
export interface FeedItem {
  readonly row: number;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly url: string | undefined;
  /** All links as written, the chosen one first. */
  readonly links: readonly string[];
  readonly author: string | undefined;
  readonly authorEmail: string | undefined;
  readonly authorUri: string | undefined;
  readonly time: RecordTime | undefined;
  readonly language: string | undefined;
  readonly source: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly replies: number | undefined;
  /** Stars of the App Store, 1 to 5. */
  readonly rating: number | undefined;
  readonly attachments: number;
  readonly cut: boolean;
}

const ITEM = /<(?:[\w-]+:)?(?:item|entry)(?=[\s>])/;
const MAX_ITEM = 16 * 1024 * 1024;
/** Elements of the header that have a title or a link of their own. */
const OTHER_PARTS = ['image', 'textinput', 'textInput', 'items'];

/** The text of an XML file, in the encoding its declaration names when it is not Unicode. */
export function declaredText(file: ExportFile): AsyncIterable<string> {
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(file.headText)?.[1]?.toLowerCase();
  if (file.encoding.startsWith('utf-') || label === undefined || /^utf-?8$/.test(label)) return file.text();
  try {
    return decodedAs(file, new TextDecoder(label));
  } catch {
    return file.text();
  }
}

async function* decodedAs(
  file: ExportFile,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncGenerator<string> {
  const latin = decoder.encoding === 'windows-1252';
  for await (const piece of file.bytes())
    yield latin ? decodeWindows1252(piece) : decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The header of a feed, then its items one by one. Entity definitions are refused. */
export async function* feedItems(
  file: ExportFile,
  options: ReadOptions,
): AsyncGenerator<{ header: FeedHeader; item: FeedItem | { row: number; tooLarge: true } | undefined }> {
  let header: FeedHeader | undefined;
  for await (const part of segments(declaredText(file), ITEM, MAX_ITEM, 'xml')) {
    if (part.index === 0) {
      header = readHeader(part.text);
      yield { header, item: undefined };
    } else if (header) {
      yield {
        header,
        item: part.cut
          ? { row: part.index, tooLarge: true }
          : readItem(part.index, part.text, header, options),
      };
    }
  }
}

const local = (name: string): string =>
  /^(?:atom|atom10|rss|a|ns0):/.test(name) ? name.slice(name.indexOf(':') + 1) : name;
const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((one) => local(one.name) === name);
const textOf = (element: XmlElement, ...names: string[]): string | undefined => {
  for (const name of names) {
    const text = all(element, name)
      .map((one) => one.text.trim())
      .find((one) => one !== '');
    if (text !== undefined) return text;
  }
  return undefined;
};
const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes[name]?.trim() || undefined;

function readHeader(xml: string): FeedHeader {
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
  const generator = all(outer, 'generator')[0];
  const author = all(outer, 'author')[0];
  return {
    title: plain(all(outer, 'title')[0], xml),
    id: textOf(outer, 'id'),
    links,
    generator: generator && [generator.text.trim(), attribute(generator, 'uri') ?? ''].join(' ').trim(),
    language: textOf(outer, 'language', 'dc:language') ?? named('xml:lang'),
    author: author && textOf(author, 'name'),
    base: named('xml:base') ?? links.find((link) => /^https?:/.test(link)),
  };
}

/** What stands between the tags of the first element of a name, for mark-up that is not escaped. */
function inner(xml: string, name: string): string {
  const open = new RegExp(`<${name.replace(/[^\w:-]/g, '')}(?:\\s[^>]*)?>`).exec(xml);
  if (!open) return '';
  const from = open.index + open[0].length;
  const end = xml.indexOf(`</${name}`, from);
  return xml.slice(from, end < 0 ? undefined : end);
}

function plain(element: XmlElement | undefined, xml: string): string | undefined {
  if (!element) return undefined;
  const type = `${element.attributes['type'] ?? ''} ${element.attributes['mode'] ?? ''}`;
  const text =
    element.children.length > 0
      ? htmlToText(inner(xml, element.name))
      : /html|escaped/i.test(type)
        ? htmlToText(element.text)
        : decodeIfHtml(element.text);
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

/** The longest telling form of the content: full text, else summary. RSS holds HTML by convention, Atom says its type. */
function bodyOf(item: XmlElement, xml: string): string | undefined {
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
      ...all(item, name),
      ...all(item, 'media:group').flatMap((group) => all(group, name)),
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

function absolute(link: string | undefined, base: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  try {
    const url = new URL(link, base);
    return /^https?:$/.test(url.protocol) ? (/^https?:/i.test(link) ? link : url.href) : undefined;
  } catch {
    return undefined;
  }
}

function linksOf(item: XmlElement): string[] {
  const original = textOf(item, 'feedburner:origLink');
  const links = all(item, 'link')
    .map((link) => ({
      href: attribute(link, 'href') ?? link.text.trim(),
      rel: link.attributes['rel'] ?? 'alternate',
      type: link.attributes['type'] ?? 'text/html',
    }))
    .filter((link) => link.href !== '');
  const rank = (link: { rel: string; type: string }): number =>
    (link.rel === 'alternate' ? 0 : 2) + (/html/.test(link.type) ? 0 : 1);
  const guid = all(item, 'guid').find(
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
function personOf(whole = ''): { name: string | undefined; email: string | undefined } {
  const text = whole.slice(0, 500);
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  const name = (
    /\(([^)]+)\)/.exec(text)?.[1] ?? text.replace(/<[^>]*>/g, '').replace(email ?? '\u0000', '')
  ).trim();
  return { name: name || undefined, email };
}

/** A date of a feed: RFC 822 or ISO 8601, and what feeds write instead; `null` instant when it is no date. */
export function feedTime(raw: string | undefined, options: ReadOptions): RecordTime | undefined {
  if (raw === undefined) return undefined;
  const time = mailTime(raw)?.time;
  if (!time) return { epochMs: null, raw, zone: 'none' };
  return time.zone === 'none' && time.epochMs !== null && time.dayOnly !== true
    ? placeWall(time.epochMs, raw, { zone: options.zone })
    : time;
}

function readItem(row: number, xml: string, header: FeedHeader, options: ReadOptions): FeedItem {
  const item = xmlElementsOf(xml, [/^<([\w:-]+)/.exec(xml)?.[1] ?? 'item'])[0];
  const empty = {
    row,
    id: undefined,
    title: undefined,
    text: undefined,
    url: undefined,
    links: [],
    author: undefined,
    authorEmail: undefined,
    authorUri: undefined,
    time: undefined,
    language: undefined,
    source: undefined,
    inReplyTo: undefined,
    replies: undefined,
    rating: undefined,
    attachments: 0,
    cut: true,
  };
  if (!item) return empty;
  const links = linksOf(item);
  const person = all(item, 'author')[0];
  const written = personOf(person && person.children.length === 0 ? person.text.trim() : undefined);
  const creator = personOf(textOf(item, 'dc:creator'));
  const replyTo = all(item, 'thr:in-reply-to')[0];
  const source = all(item, 'source')[0];
  const count = Number(textOf(item, 'thr:total', 'slash:comments') ?? Number.NaN);
  const base = attribute(item, 'xml:base') ?? header.base;
  const url = links.map((link) => absolute(link, base)).find((link) => link !== undefined);
  return {
    row,
    links,
    url,
    id: textOf(item, 'guid', 'id') ?? attribute(item, 'rdf:about') ?? url,
    title: plain(all(item, 'title')[0], xml),
    text: bodyOf(item, xml),
    author: (person && textOf(person, 'name')) ?? creator.name ?? written.name,
    authorEmail: (person && textOf(person, 'email')) ?? written.email ?? creator.email,
    authorUri: person && textOf(person, 'uri', 'url'),
    time: feedTime(
      textOf(
        item,
        'pubDate',
        'published',
        'issued',
        'dc:date',
        'dcterms:issued',
        'dcterms:created',
        'created',
        'updated',
        'modified',
        'dcterms:modified',
        'date',
      ),
      options,
    ),
    language: languageCode(
      textOf(item, 'dc:language', 'language') ??
        attribute(item, 'xml:lang') ??
        attribute(all(item, 'title')[0], 'xml:lang') ??
        header.language,
    ),
    source: source && (plain(all(source, 'title')[0], xml) ?? (source.text.trim() || undefined)),
    inReplyTo: attribute(replyTo, 'ref'),
    replies: Number.isInteger(count) && count >= 0 ? count : undefined,
    rating: Number(textOf(item, 'im:rating') ?? '') || undefined,
    attachments:
      all(item, 'enclosure').length +
      all(item, 'link').filter((link) => link.attributes['rel'] === 'enclosure').length,
    cut: !/<\/(?:[\w-]+:)?(?:item|entry)\s*>/.test(xml) && !/^<[^>]*\/>/.test(xml),
  };
}
