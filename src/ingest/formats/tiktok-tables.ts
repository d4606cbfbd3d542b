import { idFromUrl } from '../values/ids.js';
import { tableSource } from '../table/table-source.js';

/** Apify TikTok comments. */
export const tiktokApifyComments = tableSource({
  format: 'tiktok-apify-comments',
  label: 'TikTok comments by Apify (CSV, XLSX)',
  stage: 'public',
  evidence: 'real',
  example:
    'videoWebUrl,submittedVideoUrl,input,cid,createTime,createTimeISO,text,diggCount,…,repliesToId,replyCommentTotal,uid,uniqueId',
  signature: ['cid', 'text', ['diggcount', 'digg_count'], ['videoweburl', 'submittedvideourl', 'aweme_id']],
  fields: {
    id: 'cid',
    date: ['createtimeiso', 'create_time'],
    epoch: ['createtime', 'create_time'],
    text: 'text',
    likes: ['diggcount', 'digg_count'],
    parentId: ['repliestoid', 'reply_id'],
    replies: ['replycommenttotal', 'reply_comment_total'],
    authorId: ['uid', 'user.uid'],
    authorName: ['uniqueid', 'user.unique_id'],
    authorHandle: ['uniqueid', 'user.unique_id'],
    language: 'comment_language',
  },
  defaults: { platform: 'tiktok', stage: 'public', kind: 'comment' },
  finish(draft, row) {
    const video = row.cell('videoweburl', 'submittedvideourl');
    draft.url = video;
    draft.threadId = row.cell('aweme_id') ?? (video === undefined ? undefined : idFromUrl(video));
  },
});

/** Apify TikTok posts, arrays flattened with slashes (or dots). */
export const tiktokApifyPosts = tableSource({
  format: 'tiktok-apify-posts',
  label: 'TikTok posts by Apify (CSV, XLSX)',
  stage: 'public',
  evidence: 'real',
  example:
    'authorMeta/name,…,commentCount,createTimeISO,diggCount,…,id,…,playCount,shareCount,text,webVideoUrl',
  signature: [['authormeta/name', 'authormeta.name'], 'text', ['webvideourl', 'playcount', 'diggcount']],
  fields: {
    id: 'id',
    authorName: ['authormeta/nickname', 'authormeta.nickname', 'authormeta/name', 'authormeta.name'],
    authorId: ['authormeta/id', 'authormeta.id', 'authormeta/name', 'authormeta.name'],
    authorHandle: ['authormeta/name', 'authormeta.name'],
    date: 'createtimeiso',
    epoch: 'createtime',
    text: 'text',
    url: 'webvideourl',
    likes: 'diggcount',
    shares: 'sharecount',
    replies: 'commentcount',
    views: 'playcount',
    language: 'textlanguage',
  },
  defaults: { platform: 'tiktok', stage: 'public', kind: 'post' },
  finish(draft) {
    if (draft.id === undefined && draft.url !== undefined) draft.id = idFromUrl(draft.url);
    draft.threadId = draft.id;
  },
});
