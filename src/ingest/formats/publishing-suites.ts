/** Post reports of publishing suites: the brand's own posts, so the author is the brand. */
import { idFromUrl } from '../values/ids.js';
import { platformOf } from '../values/networks.js';
import type { Source } from '../source.js';
import { type Draft, type RowReader, type TableFormat, tableSource } from '../table/table-source.js';

type Suite = Pick<TableFormat, 'format' | 'label' | 'example' | 'signature' | 'fields'> &
  Partial<TableFormat>;

function ownPost(draft: Draft, row: RowReader): void {
  draft.platform =
    platformOf(
      draft.url,
      row.cell('social network', 'network', 'service', 'réseau', 'réseau social', 'platform'),
    ) ?? draft.platform;
  if (draft.id === undefined && draft.url !== undefined) draft.id = idFromUrl(draft.url);
  draft.threadId ??= draft.id;
}

const suite = (format: Suite): Source =>
  tableSource({
    stage: 'public',
    evidence: 'fixture',
    defaults: { platform: 'web', stage: 'public', kind: 'post', authorIsBrand: true, direction: 'outbound' },
    finish: ownPost,
    ...format,
  });

export const hootsuite = suite({
  format: 'hootsuite',
  label: 'Hootsuite post performance (CSV)',
  example: 'Date (GMT),Post ID,Post Message,Post Permalink,Post Type,Social Network,Impressions,Reach,…',
  signature: [
    ['post message', 'message de la publication'],
    ['post permalink', 'lien permanent'],
    ['social network', 'post id', 'réseau social'],
  ],
  fields: {
    date: ['date (gmt)', 'date', 'date (utc)'],
    id: 'post id',
    text: ['post message', 'message de la publication'],
    url: ['post permalink', 'lien permanent'],
    views: ['impressions', 'video views'],
    reach: ['reach', 'portée'],
    likes: ['likes', 'reactions'],
    replies: ['comments', 'commentaires'],
    shares: ['shares', 'partages'],
    authorName: ['social profile', 'profile', 'account'],
  },
});

export const sprout = suite({
  format: 'sprout-social',
  label: 'Sprout Social post performance (CSV)',
  example: 'Date,Post ID,Network,Post Type,Content Type,Profile,Sent by,Link,Post,Impressions,…',
  signature: ['post', 'network', ['sent by', 'post id', 'content type'], 'profile'],
  fields: {
    date: 'date',
    id: 'post id',
    text: 'post',
    url: ['link', 'permalink'],
    authorName: 'profile',
    views: ['impressions', 'video views'],
    reach: 'reach',
    likes: ['reactions', 'likes'],
    replies: 'comments',
    shares: 'shares',
  },
  order: 'mdy',
});

export const agorapulse = suite({
  format: 'agorapulse',
  label: 'Agorapulse content report (CSV)',
  example: 'Publishing date,Publishing time,Message,Link,Impressions,Reach,Reactions,Comments,Shares,Clicks',
  signature: [
    ['publishing date', 'date de publication'],
    ['publishing time', 'heure de publication'],
    'message',
  ],
  fields: {
    date: ['publishing date', 'date de publication'],
    time: ['publishing time', 'heure de publication'],
    text: 'message',
    url: ['link', 'lien'],
    authorName: ['profile', 'profil'],
    views: 'impressions',
    reach: ['reach', 'portée'],
    likes: ['reactions', 'réactions', 'likes'],
    replies: ['comments', 'commentaires'],
    shares: ['shares', 'partages'],
  },
  order: 'dmy',
});

export const buffer = suite({
  format: 'buffer',
  label: 'Buffer posts (CSV)',
  example: 'Date,Update,Service,Service Link,Type,Impressions,Reach,…',
  signature: ['update', 'service', ['service link', 'type']],
  fields: {
    date: 'date',
    text: 'update',
    url: 'service link',
    authorName: 'profile',
    views: ['impressions', 'views'],
    reach: 'reach',
    likes: ['likes', 'reactions'],
    replies: 'comments',
    shares: ['shares', 'retweets'],
  },
});

export const later = suite({
  format: 'later',
  label: 'Later posts (CSV)',
  example: 'Posted At,Caption,Media Type,Post URL,Impressions,Reach,Likes,Comments,…',
  signature: ['posted at', 'caption', ['post url', 'media type']],
  fields: {
    date: 'posted at',
    text: 'caption',
    url: 'post url',
    authorName: ['profile', 'account'],
    views: ['impressions', 'video views'],
    reach: 'reach',
    likes: 'likes',
    replies: 'comments',
    shares: 'shares',
  },
  order: 'mdy',
});

const AUDIENCE = new Set([
  'followers',
  'audience',
  'gained followers',
  'audience gained',
  'net audience growth',
  'abonnés',
  'nouveaux abonnés',
  'seguidores',
  'fans',
]);
const WORDS =
  /^(?:post|message|text|caption|update|comment|content|body|title|texte|légende|contenu|publication)$/;

/** Daily metrics of profiles (Sprout, Metricool, …): counts a day, no text. */
export const profileMetrics: Source = {
  format: 'profile-metrics',
  label: 'daily metrics of a profile: Sprout, Metricool (no messages)',
  stage: 'public',
  evidence: 'fixture',
  example: 'Date;Followers;Gained followers;Lost followers;Posts;Impressions;Reach;Interactions',
  memory: 'stream',
  detect(file) {
    const names = file.table?.names ?? [];
    const audience = names.filter((name) => AUDIENCE.has(name));
    const dated = names.some((name) => /^(?:date|day|jour|fecha|datum)\b/.test(name));
    if (audience.length < 2 || !dated || names.some((name) => WORDS.test(name))) return undefined;
    return {
      score: 0.9,
      why: `columns ${audience.map((name) => `"${name}"`).join(', ')} by date`,
      holdsNoMessages: 'daily counts of a profile, no text',
    };
  },
  parse: () => [],
};
