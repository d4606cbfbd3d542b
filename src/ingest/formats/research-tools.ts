/** Tables of research tools: twarc-csv, 4CAT, minet. Columns from their source code. */
import { idFromUrl } from '../values/ids.js';
import { platformOf } from '../values/networks.js';
import { tableSource } from '../table/table-source.js';

/** Type of the referenced tweet, over the spellings of the twarc-csv versions. */
const REFERENCES = {
  reply: 'referenced_tweets.replied_to.id',
  retweet: 'referenced_tweets.retweeted.id',
  quote: 'referenced_tweets.quoted.id',
} as const;

export const twarcCsv = tableSource({
  format: 'twarc-csv',
  label: 'twarc-csv tweets (CSV)',
  stage: 'public',
  evidence: 'documented',
  example:
    'id,conversation_id,…,author_id,…,created_at,text,lang,…,public_metrics.like_count,…,author.username,…,__twarc.url',
  signature: ['id', 'text', 'author_id', ['public_metrics.like_count', 'author.username', '__twarc.url']],
  fields: {
    id: 'id',
    threadId: 'conversation_id',
    date: 'created_at',
    text: ['note_tweet.text', 'text'],
    authorId: ['author_id', 'author.id'],
    authorName: ['author.name', 'author.username'],
    authorHandle: 'author.username',
    parentId: [REFERENCES.reply, REFERENCES.retweet],
    language: 'lang',
    likes: 'public_metrics.like_count',
    shares: 'public_metrics.retweet_count',
    replies: 'public_metrics.reply_count',
    views: 'public_metrics.impression_count',
  },
  defaults: { platform: 'x', stage: 'public', kind: 'post' },
  utc: true,
  finish(draft, row) {
    const user = row.cell('author.username');
    if (draft.id !== undefined) draft.url = `https://x.com/${user ?? 'i'}/status/${draft.id}`;
    draft.kind =
      row.cell(REFERENCES.retweet) !== undefined
        ? 'share'
        : row.cell(REFERENCES.reply) !== undefined
          ? 'comment'
          : 'post';
  },
});

export const fourCat = tableSource({
  format: '4cat',
  label: '4CAT data set (CSV)',
  stage: 'public',
  evidence: 'documented',
  example: 'id,thread_id,author,body,timestamp,unix_timestamp,…',
  signature: ['thread_id', 'body', ['timestamp', 'unix_timestamp'], ['id', 'author']],
  fields: {
    id: ['id', 'comment_id'],
    threadId: 'thread_id',
    authorName: ['author', 'author_full', 'author_name'],
    authorId: ['author_id', 'author'],
    text: 'body',
    title: ['subject', 'title'],
    date: 'timestamp',
    epoch: 'unix_timestamp',
    url: ['comment_url', 'post_url', 'url', 'tiktok_url', 'link'],
    likes: ['likes', 'score', 'like_count', 'num_likes'],
    replies: ['replies', 'reply_count', 'num_comments', 'comments'],
    shares: ['shares', 'retweet_count', 'reposts', 'forwards'],
    views: ['views', 'plays', 'impression_count'],
    language: ['language', 'language_guess', 'lang'],
    parentId: ['reply_to', 'parent_id', 'parent'],
  },
  defaults: { platform: 'web', stage: 'public', kind: 'post' },
  utc: true,
  finish(draft, row) {
    draft.platform =
      platformOf(draft.url, row.cell('platform', 'source_platform')) ??
      platformOf(
        undefined,
        /\b(tiktok|instagram|twitter|reddit|telegram|youtube|facebook|bluesky|threads|linkedin)\b/i.exec(
          row.file.name.replaceAll('_', ' '),
        )?.[1],
      ) ??
      (row.cell('subreddit') ? 'reddit' : 'web');
    draft.kind =
      draft.threadId !== undefined && draft.id !== undefined && draft.threadId !== draft.id
        ? 'comment'
        : 'post';
  },
});

export const minetYoutube = tableSource({
  format: 'minet-youtube-comments',
  label: 'minet YouTube comments (CSV)',
  stage: 'public',
  evidence: 'documented',
  example:
    'video_id,comment_id,author_name,author_channel_id,text,like_count,published_at,updated_at,reply_count,parent_comment_id',
  signature: ['comment_id', 'author_channel_id', 'text'],
  fields: {
    id: 'comment_id',
    threadId: 'video_id',
    authorName: 'author_name',
    authorId: 'author_channel_id',
    text: 'text',
    likes: 'like_count',
    date: 'published_at',
    replies: 'reply_count',
    parentId: 'parent_comment_id',
  },
  defaults: { platform: 'youtube', stage: 'public', kind: 'comment' },
  utc: true,
  finish(draft) {
    if (draft.threadId !== undefined)
      draft.url = `https://www.youtube.com/watch?v=${draft.threadId}${draft.id === undefined ? '' : `&lc=${draft.id}`}`;
  },
});

export const minetFacebook = tableSource({
  format: 'minet-facebook-comments',
  label: 'minet Facebook comments (CSV)',
  stage: 'public',
  evidence: 'documented',
  example: 'fbid,depth,parent_id,author_id,author_name,created_time,text,reactions,replies',
  signature: ['fbid', 'depth', 'text'],
  fields: {
    id: 'fbid',
    threadId: 'post_id',
    parentId: 'parent_id',
    authorHandle: 'author_handle',
    authorId: ['author_id', 'author_handle', 'user_id'],
    authorName: ['author_name', 'user_label'],
    epoch: ['created_time', 'time'],
    date: ['formatted_date', 'date', 'created_time'],
    text: 'text',
    likes: 'reactions',
    replies: ['replies', 'comments'],
    url: 'url',
  },
  defaults: { platform: 'facebook', stage: 'public', kind: 'comment' },
  utc: true,
});

export const minetInstagram = tableSource({
  format: 'minet-instagram-posts',
  label: 'minet Instagram posts (CSV)',
  stage: 'public',
  evidence: 'documented',
  example: 'id,shortcode,url,caption,comment_count,like_count,owner_id,taken_at_timestamp,utc_time',
  signature: ['shortcode', 'caption', ['taken_at_timestamp', 'taken_at', 'utc_time']],
  fields: {
    id: 'shortcode',
    url: ['url', 'post_url'],
    text: 'caption',
    replies: ['comment_count', 'comments_count'],
    likes: 'like_count',
    authorId: ['owner_id', 'user_id', 'username'],
    authorName: ['username', 'owner_username'],
    epoch: ['taken_at_timestamp', 'taken_at'],
    date: ['utc_time', 'utc_date'],
    views: ['video_view_count', 'view_count'],
  },
  defaults: { platform: 'instagram', stage: 'public', kind: 'post' },
  utc: true,
  finish(draft) {
    draft.threadId = draft.id ?? (draft.url === undefined ? undefined : idFromUrl(draft.url));
  },
});
