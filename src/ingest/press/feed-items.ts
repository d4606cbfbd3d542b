import type { RecordTime } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { segments } from '../bytes/segments.js';
import { mailTime } from '../mail/date.js';
import { xmlElementsOf } from '../markup/xml.js';
import type { ReadOptions } from '../source.js';
import { placeWall } from '../values/dates.js';
import { languageCode } from '../values/language-names.js';
import { declaredText } from './declared-text.js';
import { absolute, bodyOf, linksOf, personOf } from './feed-content.js';
import { allOf, attribute, plain, textOf } from './feed-elements.js';
import { readHeader, type FeedHeader } from './feed-header.js';

/*
 * Own reading over xml.ts and not a feed library: feeds are read item by item in constant memory, a broken item costs that item
 * only, and mixed dialects (RSS 0.9x to 2.0, Atom 0.3 and 1.0, `content:encoded`, Dublin Core, `thr:`) give the same ten fields.
 */

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
  const person = allOf(item, 'author')[0];
  const written = personOf(person && person.children.length === 0 ? person.text.trim() : undefined);
  const creator = personOf(textOf(item, 'dc:creator'));
  const replyTo = allOf(item, 'thr:in-reply-to')[0];
  const source = allOf(item, 'source')[0];
  const count = Number(textOf(item, 'thr:total', 'slash:comments') ?? Number.NaN);
  const base = attribute(item, 'xml:base') ?? header.base;
  const url = links.map((link) => absolute(link, base)).find((link) => link !== undefined);
  return {
    row,
    links,
    url,
    id: textOf(item, 'guid', 'id') ?? attribute(item, 'rdf:about') ?? url,
    title: plain(allOf(item, 'title')[0], xml),
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
        attribute(allOf(item, 'title')[0], 'xml:lang') ??
        header.language,
    ),
    source: source && (plain(allOf(source, 'title')[0], xml) ?? (source.text.trim() || undefined)),
    inReplyTo: attribute(replyTo, 'ref'),
    replies: Number.isInteger(count) && count >= 0 ? count : undefined,
    rating: Number(textOf(item, 'im:rating') ?? '') || undefined,
    attachments:
      allOf(item, 'enclosure').length +
      allOf(item, 'link').filter((link) => link.attributes['rel'] === 'enclosure').length,
    cut: !/<\/(?:[\w-]+:)?(?:item|entry)\s*>/.test(xml) && !/^<[^>]*\/>/.test(xml),
  };
}
