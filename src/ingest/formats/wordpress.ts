import type { Kind } from '../../model/index.js';
import { dateTime } from '../values/dates.js';
import { htmlToText } from '../markup/html.js';
import type { Parsed, ReadOptions } from '../source.js';
import { isHeld, UNSEEN } from '../table/unpublished.js';
import { childrenOf, childText, xmlElements, type XmlElement } from '../markup/xml.js';
import { described } from './described.js';

/** The article a comment stands under. */
interface Page {
  link: string | undefined;
  title: string | undefined;
  author: string | undefined;
  id: string | undefined;
}

const STATES: Readonly<Record<string, string | undefined>> = {
  0: 'pending',
  spam: 'spam',
  trash: 'trash',
  'post-trashed': 'trash',
};

/** Kinds of comment that are no comment: links from other sites, product reviews, notes on orders of a shop. */
const KINDS: Readonly<Record<string, Kind | undefined>> = {
  pingback: 'share',
  trackback: 'share',
  review: 'review',
  order_note: 'message',
};

/** WordPress export (WXR): the comments under each page, streamed one by one; the pages themselves are the site's own. */
export const wordpress = described('wordpress', {
  detect(file) {
    if (
      file.container !== 'text' ||
      file.markup?.kind !== 'xml' ||
      !/\bxmlns:wp\s*=\s*["'][^"']*wordpress/i.test(file.headText)
    )
      return undefined;
    return { score: 0.98, why: 'RSS with the name space wp: of the WordPress export' };
  },
  async *parse(file, options) {
    let page: Page = { link: undefined, title: undefined, author: undefined, id: undefined };
    let row = 0;
    for await (const element of xmlElements(file, [...PAGE_PARTS.keys(), ...OTHER, 'wp:comment'])) {
      if (element.name === 'wp:comment') {
        row++;
        yield comment(row, element, page, options);
        continue;
      }
      const part = PAGE_PARTS.get(element.name);
      if (part === 'title')
        page = { link: undefined, title: element.text.trim() || undefined, author: undefined, id: undefined };
      else if (part !== undefined) page[part] = element.text.trim() || undefined;
    }
    if (row === 0) yield { note: 'a WordPress export without comments' };
  },
});

/** The parts of a page that comments need; `title` comes first in each. */
const PAGE_PARTS: ReadonlyMap<string, keyof Page> = new Map([
  ['title', 'title'],
  ['link', 'link'],
  ['dc:creator', 'author'],
  ['wp:post_id', 'id'],
]);
/** Elements that hold a title or link of something else. */
const OTHER = 'image wp:author wp:category wp:tag wp:term wp:postmeta content:encoded excerpt:encoded'.split(
  ' ',
);

function comment(row: number, element: XmlElement, page: Page, options: ReadOptions): Parsed[] {
  const field = (name: string): string | undefined => childText(element, `wp:comment_${name}`);
  const id = field('id');
  const parent = field('parent');
  const user = field('user_id');
  const email = field('author_email');
  const type = field('type') ?? '';
  const approved = field('approved') ?? '1';
  const trashed = STATES[approved] === 'trash';
  const kind: Kind = trashed ? 'deleted' : (KINDS[type.toLowerCase()] ?? 'comment');
  const note = type === 'order_note',
    held = !trashed && isHeld(approved);
  const rating = ratingOf(element);
  const registered = user !== undefined && user !== '0';
  const ofSite =
    registered && page.author !== undefined && field('author')?.toLowerCase() === page.author.toLowerCase();
  const parsed: Parsed[] = [
    {
      record: {
        row,
        id,
        threadId: page.id ?? page.link,
        parentId: parent === '0' ? undefined : parent,
        platform: 'wordpress',
        kind,
        stage: note ? 'private' : 'public',
        ...(held && UNSEEN),
        ...(note ? { direction: 'internal' as const } : {}),
        authorId: registered ? user : undefined,
        authorName: field('author'),
        ...(ofSite ? { authorIsBrand: true } : {}),
        authorContacts: email === undefined ? undefined : [email],
        sentAt: timeOf(field('date_gmt'), field('date'), options),
        text: trashed ? undefined : textOf(field('content')),
        rating,
        ratingMax: rating === undefined ? undefined : 5,
        url:
          note || held || page.link === undefined
            ? undefined
            : id === undefined
              ? page.link
              : `${page.link}#comment-${id}`,
        sourceName: page.title,
        status: STATES[approved],
      },
    },
  ];
  if (element.cut)
    parsed.push({ doubt: { row, reason: 'truncated', hint: 'the file ends inside this comment' } });
  return parsed;
}

/** Line breaks are line breaks in what WordPress stores, unless the author wrote paragraphs in HTML. */
const textOf = (content = ''): string | undefined =>
  htmlToText(/<(?:p|br)\b/i.test(content) ? content : content.replaceAll('\n', '<br>')) || undefined;

/** Stars of a WooCommerce review, 1 to 5. */
function ratingOf(element: XmlElement): number | undefined {
  const meta = childrenOf(element, 'wp:commentmeta').find(
    (one) => childText(one, 'wp:meta_key') === 'rating',
  );
  const stars = Number(childText(meta, 'wp:meta_value') ?? Number.NaN);
  return stars >= 1 && stars <= 5 ? stars : undefined;
}

/** The GMT date; `0000-00-00` means that there is none, then the clock of the site. */
function timeOf(
  gmt: string | undefined,
  siteLocal: string | undefined,
  options: ReadOptions,
): ReturnType<typeof dateTime> {
  const known = gmt === undefined || gmt.startsWith('0000') ? undefined : dateTime(gmt, { utc: true });
  return (
    known ??
    (siteLocal?.startsWith('0000') === true ? undefined : dateTime(siteLocal, { zone: options.zone }))
  );
}
