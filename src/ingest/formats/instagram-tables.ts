import { idFromUrl } from '../values/ids.js';
import { tableSource } from '../table/table-source.js';

/** Apify Instagram comments; column names from the source code of users of the tool. */
export const instagramApifyComments = tableSource({
  format: 'instagram-apify-comments',
  label: 'Instagram comments by Apify (CSV, XLSX)',
  stage: 'public',
  evidence: 'documented',
  example: 'id,text,timestamp,ownerUsername,likesCount,repliesCount,postUrl',
  signature: [
    'text',
    ['ownerusername', 'owner/username', 'owner.username'],
    ['posturl', 'likescount'],
    'timestamp',
  ],
  without: ['shortcode', 'caption'],
  fields: {
    id: 'id',
    text: 'text',
    date: 'timestamp',
    authorName: ['ownerusername', 'owner/username', 'owner.username'],
    authorId: ['ownerid', 'owner/id', 'owner.id', 'ownerusername'],
    authorHandle: ['ownerusername', 'owner/username', 'owner.username'],
    likes: 'likescount',
    replies: 'repliescount',
    url: ['commenturl', 'posturl'],
  },
  defaults: { platform: 'instagram', stage: 'public', kind: 'comment' },
  utc: true,
  finish(draft, row) {
    const post = row.cell('posturl', 'commenturl');
    draft.threadId = post === undefined ? undefined : idFromUrl(post);
    const parent = /\/c\/(\d+)/.exec(row.cell('parentcommenturl') ?? '')?.[1];
    if (parent !== undefined) draft.parentId = parent;
  },
});

/** Apify Instagram posts. */
export const instagramApifyPosts = tableSource({
  format: 'instagram-apify-posts',
  label: 'Instagram posts by Apify (CSV, XLSX)',
  stage: 'public',
  evidence: 'documented',
  example: 'id,shortCode,caption,commentsCount,likesCount,ownerUsername,timestamp,url',
  signature: [
    'caption',
    'shortcode',
    ['ownerusername', 'owner/username', 'owner.username'],
    ['likescount', 'commentscount', 'timestamp'],
  ],
  fields: {
    id: 'shortcode',
    text: 'caption',
    date: 'timestamp',
    authorName: ['ownerfullname', 'ownerusername'],
    authorHandle: 'ownerusername',
    authorId: ['ownerid', 'ownerusername'],
    likes: 'likescount',
    replies: 'commentscount',
    url: 'url',
    views: ['videoviewcount', 'videoplaycount'],
  },
  defaults: { platform: 'instagram', stage: 'public', kind: 'post' },
  utc: true,
  finish(draft) {
    draft.threadId = draft.id;
  },
});
