/** Listening tools whose columns are known from source code only; no file seen. */
import { idFromUrl } from '../values/ids.js';
import { hostOf, isPress, platformOf } from '../values/networks.js';
import type { Source } from '../source.js';
import { type Draft, type RowReader, type TableFormat, tableSource } from '../table/table-source.js';

function place(draft: Draft, row: RowReader): void {
  const source = row.cell(
    'source',
    'source_name',
    'source name',
    'sntypecolumn',
    'source_type',
    'source type',
    'resource type',
    'type',
    'media type',
    'platform',
  );
  const platform = platformOf(draft.url, source);
  const press =
    platform === undefined &&
    (isPress(source) || isPress(row.cell('source_type', 'source type', 'resource type')));
  draft.platform = platform ?? (press ? 'press' : 'web');
  draft.stage = press ? 'press' : 'public';
  draft.kind = press ? 'article' : 'post';
  if (draft.url !== undefined && platform !== undefined) draft.id ??= idFromUrl(draft.url);
  draft.sourceName ??= hostOf(draft.url);
}

const tool = (
  format: Pick<TableFormat, 'format' | 'label' | 'example' | 'signature' | 'fields'> & Partial<TableFormat>,
): Source =>
  tableSource({
    stage: 'mixed',
    evidence: 'documented',
    score: 0.85,
    defaults: { platform: 'web', stage: 'public', kind: 'post' },
    finish: place,
    ...format,
  });

export const sprinklr = tool({
  format: 'sprinklr',
  label: 'Sprinklr listening widget (XLSX)',
  example:
    'From User,Conversation Stream,Sender Profile Image Url,Created Time,snTypeColumn,Sentiment,Country,Reach (SUM)',
  signature: [
    'from user',
    ['created time', 'createdtime'],
    ['conversation stream', 'message', 'sntypecolumn'],
  ],
  fields: {
    authorName: 'from user',
    text: ['conversation stream', 'message'],
    date: ['created time', 'createdtime'],
    sentiment: 'sentiment',
    language: 'language',
    url: ['permalink', 'message url', 'url'],
    reach: ['reach (sum)', 'reach'],
    brand: ['topic', 'brand', 'topic name'],
    id: ['universal message id', 'message id'],
  },
});

export const youscan = tool({
  format: 'youscan',
  label: 'YouScan mentions (XLSX, CSV)',
  example: 'Date,Time,Author,Text snippet,URL,Source,Sentiment,Country,Engagement,Views',
  signature: ['text snippet', ['author', 'url', 'source']],
  fields: {
    date: 'date',
    time: 'time',
    authorName: 'author',
    authorId: ['author profile', 'profile', 'author'],
    text: ['full text', 'text', 'text snippet'],
    title: 'title',
    url: ['url', 'link'],
    sentiment: 'sentiment',
    language: 'language',
    views: 'views',
    likes: 'likes',
    replies: 'comments',
    shares: ['reposts', 'shares'],
    sourceName: ['publication place', 'source'],
    brand: ['topic', 'theme'],
    reach: ['potential reach', 'subscribers'],
  },
  order: 'dmy',
});

export const determ = tool({
  format: 'determ',
  label: 'Determ mentions (XLSX, CSV)',
  example: 'mention_snippet,date,time,reach,engagement_rate,author',
  signature: ['mention_snippet'],
  fields: {
    date: ['date', 'insert_time'],
    time: 'time',
    authorName: ['author', 'from'],
    text: ['full_mention', 'mention_snippet'],
    title: 'title',
    url: 'url',
    sentiment: ['sentiment', 'auto_sentiment'],
    language: ['language', 'languages'],
    reach: 'reach',
    likes: 'like_count',
    replies: 'comment_count',
    shares: 'share_count',
    views: 'view_count',
    brand: ['keyword_name', 'topic'],
    sourceName: ['source', 'from'],
  },
});

export const mentionCom = tool({
  format: 'mention',
  label: 'Mention.com mentions (CSV)',
  example: 'alert_name,title,description,url,published_at,source_type,source_name,cumulative_reach,country',
  signature: [
    ['alert_name', 'alert name'],
    ['cumulative_reach', 'cumulative reach', 'source_name', 'source name'],
  ],
  fields: {
    id: 'id',
    date: ['published_at', 'published at', 'date'],
    title: 'title',
    text: ['description', 'snippet', 'content', 'text'],
    url: ['original_url', 'url', 'link'],
    authorName: ['author_influence.name', 'author_name', 'author'],
    sentiment: ['tone', 'sentiment'],
    language: ['language_code', 'language'],
    reach: ['cumulative_reach', 'cumulative reach'],
    brand: ['alert_name', 'alert name'],
    sourceName: ['source_name', 'source name'],
  },
});
