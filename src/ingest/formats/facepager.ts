import { platformOf } from '../values/networks.js';
import { tableSource } from '../table/table-source.js';

/** Facepager nodes; `object_id` is the platform's id, `id` and `parent_id` number the nodes of its database. */
export const facepager = tableSource({
  format: 'facepager',
  label: 'Facepager nodes (CSV)',
  stage: 'public',
  evidence: 'documented',
  example:
    'path;id;parent_id;level;object_id;object_type;query_status;query_time;query_type;from.name;created_time;message',
  signature: ['object_id', 'object_type', 'query_status', 'query_time'],
  fields: {
    id: 'object_id',
    authorName: ['from.name', 'author.name', 'user.name', 'snippet.authordisplayname', 'username'],
    authorId: ['from.id', 'author_id', 'user.id_str', 'snippet.authorchannelid.value'],
    date: ['created_time', 'created_at', 'snippet.publishedat', 'publishedat', 'timestamp'],
    text: ['message', 'full_text', 'text', 'snippet.textoriginal', 'snippet.textdisplay', 'caption'],
    url: ['permalink_url', 'permalink', 'link', 'url'],
    likes: [
      'like_count',
      'likes.summary.total_count',
      'reactions.summary.total_count',
      'snippet.likecount',
      'favorite_count',
    ],
    replies: ['comment_count', 'comments.summary.total_count'],
    shares: ['shares.count', 'retweet_count'],
    threadId: ['conversation_id', 'snippet.videoid'],
    parentId: ['parent.id', 'snippet.parentid'],
  },
  defaults: { platform: 'facebook', stage: 'public', kind: 'post' },
  finish(draft, row) {
    const type = row.cell('object_type'),
      status = row.cell('query_status');
    if (type !== undefined && type !== 'data' && type !== 'unpacked')
      return 'nodes whose object_type is not that of items';
    if (status !== undefined && !status.startsWith('fetched')) return 'nodes that were not fetched';
    const query = row.cell('query_type') ?? '';
    draft.platform = platformOf(draft.url, query.split(':')[0]) ?? 'facebook';
    if (/comments|replies/i.test(query)) draft.kind = 'comment';
    return undefined;
  },
});
