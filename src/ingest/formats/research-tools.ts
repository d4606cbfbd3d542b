/** Tables of research tools: Netvizz, Facepager, twarc-csv, 4CAT, minet. */
import { idFromUrl } from '../values/ids.js';
import { platformOf } from '../values/networks.js';
import { declaredTable } from './declared-table.js';

export const netvizzComments = declaredTable('netvizz-comments', undefined, {
  context(file) {
    const threadId = /page_(\d+_\d+|\d+)/.exec(file.name)?.[1];
    return threadId === undefined ? {} : { threadId };
  },
});

export const facepager = declaredTable('facepager', (draft, row) => {
  const type = row.cell('object_type'),
    status = row.cell('query_status');
  if (type !== undefined && type !== 'data' && type !== 'unpacked')
    return 'nodes whose object_type is not that of items';
  if (status !== undefined && !status.startsWith('fetched')) return 'nodes that were not fetched';
  const query = row.cell('query_type') ?? '';
  draft.platform = platformOf(draft.url, query.split(':')[0]) ?? 'facebook';
  if (/comments|replies/i.test(query)) draft.kind = 'comment';
  return undefined;
});

export const twarcCsv = declaredTable('twarc-csv', (draft, row) => {
  const user = row.cell('author.username');
  if (draft.id !== undefined) draft.url = `https://x.com/${user ?? 'i'}/status/${draft.id}`;
  const shares = row.cell('referenced_tweets.retweeted.id') !== undefined,
    answers = row.cell('referenced_tweets.replied_to.id') !== undefined;
  draft.kind = shares ? 'share' : answers ? 'comment' : 'post';
});

const NETWORKS = /\b(tiktok|instagram|twitter|reddit|telegram|youtube|facebook|bluesky|threads|linkedin)\b/i;

export const fourCat = declaredTable('4cat', (draft, row) => {
  draft.platform =
    platformOf(draft.url, row.cell('platform', 'source_platform')) ??
    platformOf(undefined, NETWORKS.exec(row.file.name.replaceAll('_', ' '))?.[1]) ??
    (row.cell('subreddit') ? 'reddit' : 'web');
  const { id, threadId } = draft;
  draft.kind = threadId !== undefined && id !== undefined && threadId !== id ? 'comment' : 'post';
});

export const minetYoutube = declaredTable('minet-youtube-comments', (draft) => {
  if (draft.threadId !== undefined)
    draft.url = `https://www.youtube.com/watch?v=${draft.threadId}${draft.id === undefined ? '' : `&lc=${draft.id}`}`;
});

export const minetInstagram = declaredTable('minet-instagram-posts', (draft) => {
  draft.threadId = draft.id ?? idFromUrl(draft.url);
});
