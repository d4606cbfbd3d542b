import { idFromUrl } from '../values/ids.js';
import { isPress, platformOf } from '../values/networks.js';
import { type Draft, type RowReader, tableSource } from '../table/table-source.js';

const PAGE_TYPES: Readonly<Record<string, string>> = {
  blog: 'blog',
  forum: 'forum',
  review: 'reviews',
  qq: 'qq',
};

function place(draft: Draft, row: RowReader): void {
  const type = row.cell('page type', 'content source') ?? '';
  const press = isPress(type) || isPress(row.cell('page type name', 'content source name'));
  draft.platform =
    platformOf(draft.url, type) ?? (press ? 'press' : (PAGE_TYPES[type.toLowerCase()] ?? 'web'));
  draft.stage = press ? 'press' : 'public';
  const entry = row.cell('thread entry type')?.toLowerCase();
  const reply = row.cell('x reply to', 'twitter reply to'),
    repost = row.cell('x repost of', 'twitter retweet of');
  draft.kind = press
    ? 'article'
    : /review/i.test(type)
      ? 'review'
      : repost || entry === 'share'
        ? 'share'
        : reply || entry === 'comment' || entry === 'reply'
          ? 'comment'
          : 'post';
  if (!/review/i.test(type) || draft.rating === 0) {
    draft.rating = undefined;
    draft.ratingMax = undefined;
  } else draft.ratingMax = 5;
  const parent = reply ?? repost;
  if (parent !== undefined) draft.parentId = idFromUrl(parent) ?? parent;
}

/** The name says nothing when the title only repeats the beginning of the text. */
function dropRepeatedTitle(draft: Draft): void {
  const { title, text } = draft;
  if (title === undefined || text === undefined) return;
  const head = title
    .replace(/(?:\.{3}|…)$/, '')
    .trim()
    .slice(0, 60);
  if (text.startsWith(head)) draft.title = undefined;
}

/** Brandwatch bulk mentions: preamble of six lines, then 100 to 200 columns. */
export const brandwatch = tableSource({
  format: 'brandwatch',
  label: 'Brandwatch bulk mentions (CSV, XLSX)',
  stage: 'mixed',
  evidence: 'real',
  example:
    'Mentions › Export: "Report:","Bulk Mentions Download" … "Query Id","Query Name","Date","Title","Url",…,"Page Type"',
  signature: [
    ['query id', 'queryid'],
    ['query name', 'queryname'],
    ['page type', 'pagetype', 'content source'],
  ],
  fields: {
    date: 'date',
    title: 'title',
    text: ['full text', 'fulltext', 'snippet'],
    url: ['original url', 'url'],
    language: 'language',
    sentiment: 'sentiment',
    authorName: ['full name', 'author'],
    authorHandle: 'author',
    authorId: ['x author id', 'twitter author id', 'facebook author id', 'author'],
    brand: 'query name',
    sourceName: ['publication name', 'weblog title', 'domain'],
    rating: 'rating',
    reach: ['reach (new)', 'reach'],
    views: ['impressions'],
    threadId: 'thread id',
  },
  defaults: { platform: 'web', stage: 'public', kind: 'post' },
  utc: true,
  finish(draft, row) {
    place(draft, row);
    dropRepeatedTitle(draft);
    const own =
      draft.url !== undefined && draft.platform !== 'web' && draft.stage === 'public'
        ? idFromUrl(draft.url)
        : undefined;
    draft.id = own ?? row.cell('resource id', 'mention id');
    draft.likes =
      row.sum(
        'x likes',
        'twitter likes',
        'facebook likes',
        'instagram likes',
        'linkedin likes',
        'tiktok likes',
        'youtube likes',
        'bluesky likes',
        'threads likes',
        'reddit score',
      ) ?? row.sum('likes');
    draft.shares =
      row.sum(
        'x reposts',
        'twitter retweets',
        'facebook shares',
        'linkedin shares',
        'tiktok shares',
        'bluesky reposts',
        'threads reposts',
      ) ?? row.sum('shares');
    draft.replies =
      row.sum(
        'x replies',
        'twitter replies',
        'facebook comments',
        'instagram comments',
        'linkedin comments',
        'tiktok comments',
        'youtube comments',
        'reddit comments',
        'bluesky replies',
        'threads replies',
      ) ?? row.sum('comments');
  },
});
