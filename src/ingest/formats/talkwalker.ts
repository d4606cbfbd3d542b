import { hostOf, isPress, platformOf } from '../values/networks.js';
import { idFromUrl } from '../values/ids.js';
import { tableSource } from '../table/table-source.js';

/** Talkwalker results: dotted columns, all cells text, sentiment −5 to 5; XLSX or CSV. */
export const talkwalker = tableSource({
  format: 'talkwalker',
  label: 'Talkwalker results (XLSX, CSV, JSON)',
  stage: 'mixed',
  evidence: 'real',
  example: 'Results › Export: url,indexed,published,…,title_snippet,…,extra_author_attributes.name',
  signature: [
    'published',
    ['content', 'content_snippet'],
    [
      'extra_author_attributes.name',
      'extra_author_attributes.id',
      'extra_author_attributes.short_name',
      'extra_source_attributes.name',
    ],
    ['title_snippet', 'matched_profile', 'source_type', 'host_url', 'reach', 'engagement'],
  ],
  fields: {
    url: 'url',
    date: 'published',
    epoch: 'published',
    title: ['title', 'title_snippet'],
    text: ['content', 'content_snippet'],
    language: 'lang',
    sentiment: 'sentiment',
    authorId: 'extra_author_attributes.id',
    authorName: ['extra_author_attributes.name', 'extra_author_attributes.short_name'],
    authorHandle: 'extra_author_attributes.short_name',
    reach: 'reach',
    sourceName: 'extra_source_attributes.name',
    replies: 'article_extended_attributes.num_comments',
  },
  defaults: { platform: 'web', stage: 'public', kind: 'post' },
  order: 'dmy',
  finish(draft, row) {
    const type = row.cell('source_type');
    const press = isPress(type?.split(',').at(-1));
    draft.platform = platformOf(draft.url, type?.split(/[,_]/).at(-1)) ?? (press ? 'press' : 'web');
    draft.stage = press ? 'press' : 'public';
    const tags = row.cell('tags_internal') ?? '';
    const parent = row.cell('parent_url');
    draft.kind = press
      ? 'article'
      : tags.includes('isRepost')
        ? 'share'
        : tags.includes('isComment')
          ? 'comment'
          : 'post';
    draft.id = draft.url === undefined || press ? undefined : idFromUrl(draft.url);
    if (parent !== undefined && parent !== draft.url && draft.kind !== 'post' && !press)
      draft.parentId = idFromUrl(parent);
    draft.givenBrand = row.cell('matched_profile')?.split('/').at(-1)?.trim();
    draft.sourceName ??= hostOf(draft.url);
    draft.likes = row.sum(
      'article_extended_attributes.facebook_likes',
      'article_extended_attributes.twitter_likes',
      'article_extended_attributes.youtube_likes',
      'article_extended_attributes.instagram_likes',
      'article_extended_attributes.pinterest_likes',
    );
    draft.shares = row.sum(
      'article_extended_attributes.twitter_retweets',
      'article_extended_attributes.facebook_shares',
      'article_extended_attributes.linkedin_shares',
    );
    draft.views = row.sum('article_extended_attributes.youtube_views');
    if (draft.title === draft.text) draft.title = undefined;
  },
});
