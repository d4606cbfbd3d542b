import type { Stage } from '../../model/index.js';
import type { FeedHeader } from '../press/feed-header.js';
import { feedItems, type FeedItem } from '../press/feed-items.js';
import { tooLargeArticle } from '../press/article-parts.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

/** RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0: articles of the press, posts of blogs and forums, comments; told apart by content. */
export const feed = described('feed', {
  detect(file) {
    if (file.container !== 'text' || /\bxmlns:wp\s*=/.test(file.headText)) return undefined;
    const late = LATE_ROOT.exec(file.headText)?.[1];
    const root = (file.markup?.kind === 'xml' ? file.markup.root : late)
      ?.replace(/^(?:atom|a|ns0):/, '')
      .toLowerCase();
    if (root === 'rss' || root === 'rdf:rdf' || root === 'rdf') {
      return /<channel\b/.test(file.headText)
        ? { score: 0.93, why: `root element ${root} with a channel` }
        : undefined;
    }
    if (root !== 'feed' || !/<(?:[\w-]+:)?(?:entry|title|updated|id)\b/.test(file.headText)) return undefined;
    return { score: 0.93, why: 'root element feed (Atom)' };
  },
  async *parse(file, options) {
    const counts = { article: 0, post: 0, comment: 0, review: 0 };
    for await (const { header, item } of feedItems(file, options)) {
      if (!item) continue;
      if ('tooLarge' in item) {
        yield tooLargeArticle(item.row);
        continue;
      }
      if (isEmpty(item)) {
        yield {
          reject: { row: item.row, reason: item.cut ? 'truncated' : 'missing-text', hint: 'an empty item' },
        };
        continue;
      }
      const nature = natureOf(header, item);
      counts[nature.kind]++;
      yield* parsedItem(header, item, nature);
    }
    yield {
      note: `${counts.article} items read as press articles, ${counts.post} as public posts, ${counts.comment} as public comments${counts.review > 0 ? `, ${counts.review} as reviews` : ''}`,
    };
  },
});

/** Servers print warnings before the feed. */
const LATE_ROOT = /^[^]{0,4000}?<(rss|rdf:RDF|feed)\s[^>]{0,400}(?:version|xmlns)/;

interface Nature {
  readonly kind: 'article' | 'post' | 'comment' | 'review';
  readonly platform: string;
  readonly stage: Stage;
}

const COMMENT_TITLE =
  /^(?:(?:latest |recent |new |all )?comments?|(?:derniers |nouveaux )?commentaires?|kommentare?|comentarios?|commenti|coment[áa]rios?|reacties)\b/iu;
const COMMENT_LINK =
  /#(?:comment|c|commentaire|respond|div-comment)-?\d|\/comments?\/(?:feed|default|rss)|\/feeds?\/[^?]*\/comments\/|comment-page-\d|[?&]comment_id=/i;
/** Software and sites on which the public writes; everything else is taken for press. */
const PUBLIC_SITES: readonly (readonly [RegExp, string])[] = [
  [/\bdisqus\.com\b|\bdisqus\b/i, 'disqus'],
  [/^discourse\b|discourse\.org/i, 'discourse'],
  [/\byoutube\.com\b/i, 'youtube'],
  [/\breddit\.com\b/i, 'reddit'],
  [/\bmastodon\b/i, 'mastodon'],
  [/\bbsky\.app\b/i, 'bluesky'],
  [/\btumblr\b/i, 'tumblr'],
  [/\bblogger\b|\bblogspot\.|tag:blogger\.com/i, 'blogger'],
  [
    /\b(?:wordpress\.com|over-blog\.|canalblog\.|skyrock\.|medium\.com|substack\.com|livejournal\.com|typepad\.com|hautetfort\.com|eklablog\.)/i,
    'blog',
  ],
  [/\b(?:phpbb|vbulletin|invision|xenforo|mybb|flarum|fluxbb|punbb|smf)\b/i, 'forum'],
];

/** Addresses that forum software writes. */
const FORUM_LINK =
  /^https?:\/\/(?:www\.)?(?:forums?|community|communaute)\.|\/(?:forums?|viewtopic\.php|showthread\.php|threads?|topics?|discussions?)(?:[/?.]|$)|[?&](?:topic|threadid|showtopic)=/i;

/** Whether an item is a comment, a post of the public or an article, from the feed's generator, links and titles. */
function natureOf(header: FeedHeader, item: FeedItem): Nature {
  const signs = [
    header.generator ?? '',
    header.id ?? '',
    ...header.links.map(hostOf),
    hostOf(item.url ?? ''),
  ];
  if (item.rating !== undefined || /\/customerreviews\//.test(header.id ?? ''))
    return { kind: 'review', stage: 'public', platform: 'app-store' };
  const isForum = [item.url ?? '', ...header.links].some((link) => FORUM_LINK.test(link));
  const platform =
    PUBLIC_SITES.find(([pattern]) => signs.some((sign) => pattern.test(sign)))?.[1] ??
    (isForum ? 'forum' : undefined);
  const reply = /^(?:re|rép|aw|sv)\s?:\s/iu.test(item.title ?? '');
  const isComment =
    item.inReplyTo !== undefined ||
    COMMENT_TITLE.test(header.title ?? '') ||
    [item.url ?? '', item.id ?? '', ...header.links].some((link) => COMMENT_LINK.test(link)) ||
    platform === 'disqus' ||
    (platform === 'reddit' && item.id?.startsWith('t1_') === true) ||
    (platform === 'discourse' && /-post-\d+-(?!1$)\d+$/.test(item.id ?? '')) ||
    (reply && platform !== undefined);
  if (isComment)
    return {
      kind: 'comment',
      stage: 'public',
      platform: platform ?? (/wordpress/i.test(header.generator ?? '') ? 'wordpress' : 'web'),
    };
  if (platform !== undefined) return { kind: 'post', stage: 'public', platform };
  return { kind: 'article', stage: 'press', platform: 'press' };
}

const isEmpty = (item: FeedItem): boolean =>
  [item.title, item.text, item.url, item.id, item.time, item.author].every((part) => part === undefined) &&
  item.attachments === 0;

const hostOf = (link: string): string => /^https?:\/\/([^/?#]+)/i.exec(link)?.[1] ?? '';

function* parsedItem(header: FeedHeader, item: FeedItem, nature: Nature): Generator<Parsed> {
  const { row } = item;
  const thread = nature.kind === 'comment' ? (item.inReplyTo ?? item.url?.replace(/#.*$/, '')) : undefined;
  yield {
    record: {
      row,
      id: item.id,
      threadId: thread,
      parentId: item.inReplyTo,
      platform: nature.platform,
      stage: nature.stage,
      kind: nature.kind,
      authorName: item.author ?? header.author,
      authorId: nature.kind === 'article' ? undefined : item.authorUri,
      authorContacts: item.authorEmail === undefined ? undefined : [item.authorEmail],
      ...(item.rating === undefined ? {} : { rating: item.rating, ratingMax: 5 }),
      sentAt: item.time,
      title: item.title,
      text: item.text,
      url: item.url,
      sourceName: item.source ?? header.title,
      givenLanguage: item.language,
      replies: item.replies,
      attachments: item.attachments === 0 ? undefined : item.attachments,
    },
  };
  if (item.time?.epochMs === null)
    yield {
      doubt: {
        row,
        column: 'date',
        value: item.time.raw,
        reason: 'other',
        hint: 'not a date; the item stays out of every count by time',
      },
    };
  if (item.cut)
    yield {
      doubt: { row, reason: 'truncated', hint: 'the file ends inside this item; its text may be incomplete' },
    };
}
