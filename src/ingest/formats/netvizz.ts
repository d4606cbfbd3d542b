import type { ExportFile } from '../bytes/export-file.js';
import { tableSource } from '../table/table-source.js';

const threadOf = (file: ExportFile): { threadId?: string } => {
  const id = /page_(\d+_\d+|\d+)/.exec(file.name)?.[1];
  return id === undefined ? {} : { threadId: id };
};

/** Netvizz comments of a Facebook page; TAB, never quoted. */
export const netvizzComments = tableSource({
  format: 'netvizz-comments',
  label: 'Netvizz page comments (.tab)',
  stage: 'public',
  evidence: 'real',
  example: 'post_id⇥post_text⇥comment_id⇥comment_by⇥is_reply⇥comment_message⇥comment_published',
  signature: ['comment_message', ['comment_published', 'comment_id']],
  fields: {
    id: 'comment_id',
    threadId: 'post_id',
    authorName: 'comment_by',
    authorId: 'comment_by',
    text: 'comment_message',
    date: 'comment_published',
    likes: ['comment_like_count', 'comment_likes'],
    url: 'attachment_url',
    brand: 'post_by',
  },
  defaults: { platform: 'facebook', stage: 'public', kind: 'comment' },
  quotes: false,
  context: threadOf,
});

/** Netvizz posts of a Facebook page with their counts. */
export const netvizzPosts = tableSource({
  format: 'netvizz-posts',
  label: 'Netvizz page posts (.tab)',
  stage: 'public',
  evidence: 'documented',
  example: 'type⇥by⇥post_message⇥picture⇥link⇥…⇥post_published⇥post_published_unix⇥…⇥post_id',
  signature: [
    'post_message',
    ['post_published', 'post_published_sql', 'post_published_unix'],
    ['post_id', 'engagement', 'likes_count_fb'],
  ],
  without: ['comment_message'],
  fields: {
    id: 'post_id',
    authorName: 'by',
    date: ['post_published', 'post_published_sql'],
    epoch: 'post_published_unix',
    text: 'post_message',
    url: ['post_link', 'link'],
    likes: ['likes_count_fb', 'reactions', 'likes'],
    replies: ['comments_all', 'comments_base'],
    shares: 'shares',
    brand: 'by',
  },
  defaults: { platform: 'facebook', stage: 'public', kind: 'post' },
  quotes: false,
});
