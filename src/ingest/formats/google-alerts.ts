import { feedItems, type FeedItem } from '../press/feed-items.js';
import { languageCode } from '../values/language-names.js';
import { tooLargeArticle } from '../press/article-parts.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const ALERT_ID = /tag:google\.com,2005:reader\/user\/\d+\/state\/com\.google\/alerts\//;
const ENTRY_ID = /tag:google\.com,2013:googlealerts\/feed:/;

/** The Atom feed of a Google Alert: one entry an article found; the query is the brand. */
export const googleAlerts = described('google-alerts', {
  detect(file) {
    if (file.container !== 'text' || file.markup?.kind !== 'xml') return undefined;
    return ALERT_ID.test(file.headText) || ENTRY_ID.test(file.headText)
      ? { score: 0.98, why: 'ids of Google Alerts' }
      : undefined;
  },
  async *parse(file, options) {
    for await (const { header, item } of feedItems(file, options)) {
      if (!item) continue;
      yield 'tooLarge' in item ? tooLargeArticle(item.row) : alertEntry(item, queryOf(header.title));
    }
  },
});

/** The query after "Google Alert - " in any language, without the quotes around the whole of it. */
export function queryOf(title: string | undefined): string | undefined {
  const query =
    /^\s*(?:Google|[^\n"“«]{1,30}\bGoogle\b)[^\n"“«]{0,40}?\s*[-–—:：]\s*([\s\S]+)$/u
      .exec(title ?? '')?.[1]
      ?.trim() ?? title?.trim();
  return query?.replace(/^["“«]\s*([^"“”«»]+?)\s*["”»]$/u, '$1') || undefined;
}

/** The article behind `www.google.com/url?…&url=…`; `undefined` for anything that is not a web address. */
export function articleUrl(link: string | undefined): string | undefined {
  if (link === undefined || !/^https?:\/\//i.test(link)) return undefined;
  try {
    const url = new URL(link);
    const wrapped = /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname === '/url';
    const target = wrapped ? (url.searchParams.get('url') ?? url.searchParams.get('q')) : link;
    return target !== null && /^https?:\/\//i.test(target) && new URL(target).hostname !== ''
      ? target
      : undefined;
  } catch {
    return undefined;
  }
}

/** The language of the alert, in the base64 of the `cd` parameter: `…:com:en:US`. */
function alertLanguage(link: string | undefined): string | undefined {
  const code = /[?&]cd=([\w+/=%-]+)/.exec(link ?? '')?.[1];
  if (code === undefined) return undefined;
  return languageCode(
    /:[a-z.]{2,10}:([a-z]{2})(?:[-_]\w+)?:[A-Z]{2}/.exec(Buffer.from(code, 'base64').toString('latin1'))?.[1],
  );
}

function alertEntry(item: FeedItem, query: string | undefined): Parsed {
  const link = item.links[0];
  const url = articleUrl(link);
  if (item.title === undefined && item.text === undefined) {
    return { reject: { row: item.row, reason: 'missing-text', hint: 'an entry without title and text' } };
  }
  return {
    record: {
      row: item.row,
      id: item.id,
      platform: 'press',
      stage: 'press',
      kind: 'article',
      title: item.title,
      text: item.text,
      url,
      sentAt: item.time,
      givenBrand: query,
      authorName: item.author,
      sourceName: url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, ''),
      givenLanguage: alertLanguage(link) ?? item.language,
    },
  };
}
