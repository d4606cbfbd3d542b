/** Tables that scrapers write: App Store, YouTube, X. */
import { replyOf } from '../table/reply-columns.js';
import { retweetLength } from '../../util/retweet.js';
import { dateTime } from '../values/dates.js';
import { declaredTable } from './declared-table.js';

/** A value of a dictionary as Python writes it. */
function pythonValue(cell: string, key: string): string | undefined {
  const [, single, double] =
    new RegExp(`['"]${key}['"]: (?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)")`, 's').exec(cell) ?? [];
  return (single ?? double)
    ?.replaceAll('\\n', '\n')
    .replaceAll(/\\x([\da-f]{2})|\\u([\da-f]{4})/gi, (_, byte, unit) =>
      String.fromCharCode(parseInt((byte ?? unit) as string, 16)),
    )
    .replaceAll(/\\(.)/g, '$1');
}

export const appStoreScraper = declaredTable('app-store-scraper', (draft, row) => {
  draft.threadId = draft.id;
  const cell = row.get('replyText');
  const told = cell?.startsWith('{') === true;
  const text = told ? pythonValue(cell, 'body') : cell;
  const modified = told ? dateTime(pythonValue(cell, 'modified'), { utc: true }) : row.time('replyDate');
  const reply = replyOf(draft, text, modified);
  return reply === undefined ? [] : [reply];
});

export const youtubeScraped = declaredTable('youtube-scraped', (draft, row) => {
  if (draft.parentId === 'root') draft.parentId = undefined;
  // the replies of youtube-comment-downloader are numbered after what they answer
  if (row.cell('reply')?.toLowerCase() === 'true')
    draft.parentId ??= /^([^.\s]+)\.\S+$/.exec(draft.id ?? '')?.[1];
  if (draft.sentAt?.epochMs === null) draft.sentAt = undefined;
});

export const twint = declaredTable('twint', (draft, row) => {
  if (row.cell('retweet')?.toLowerCase() === 'true' || retweetLength(draft.text ?? '') > 0)
    draft.kind = 'share';
  else if (draft.threadId !== undefined && draft.threadId !== draft.id) draft.kind = 'comment';
});

/** A tweet that answers another, or passes it on. */
const asTweet = (name: string): ReturnType<typeof declaredTable> =>
  declaredTable(name, (draft) => {
    if (retweetLength(draft.text ?? '') > 0) draft.kind = 'share';
    else if (draft.parentId !== undefined) draft.kind = 'comment';
  });
export const snscrape = asTweet('snscrape');
export const xApify = asTweet('x-apify');
