import type { ExportFile } from '../bytes/export-file.js';
import { idFromUrl } from '../values/ids.js';
import type { Source } from '../source.js';
import { tableSource } from '../table/table-source.js';

const REACTIONS = ['likes', 'love', 'wow', 'haha', 'sad', 'angry', 'care', 'thankful'];

/** CrowdTangle posts of Facebook pages and groups. */
export const crowdtangleFacebook = tableSource({
  format: 'crowdtangle-facebook',
  label: 'CrowdTangle Facebook posts (CSV)',
  stage: 'public',
  evidence: 'real',
  example:
    'Page Name,User Name,Facebook Id,…,Post Created,…,Total Interactions,…,Message,…,Overperforming Score',
  signature: [
    ['page name', 'group name'],
    'post created',
    ['total interactions', 'overperforming score'],
    'message',
  ],
  fields: {
    authorHandle: 'user name',
    authorName: ['page name', 'group name'],
    authorId: ['facebook id', 'page id', 'group id'],
    date: 'post created',
    text: ['message', 'image text'],
    title: 'link text',
    url: 'url',
    replies: 'comments',
    shares: 'shares',
    views: ['total views', 'post views'],
    brand: ['page name', 'group name'],
    sourceName: ['page name', 'group name'],
  },
  defaults: { platform: 'facebook', stage: 'public', kind: 'post' },
  finish(draft, row) {
    draft.likes = row.sum(...REACTIONS);
    draft.reach = row.sum('followers at posting');
    draft.id = draft.url === undefined ? undefined : idFromUrl(draft.url);
  },
});

/** CrowdTangle posts of Instagram accounts. */
export const crowdtangleInstagram = tableSource({
  format: 'crowdtangle-instagram',
  label: 'CrowdTangle Instagram posts (CSV)',
  stage: 'public',
  evidence: 'documented',
  example:
    'Account,User Name,Followers at Posting,Post Created,Type,Likes,Comments,Views,URL,Link,Photo,Title,Description',
  signature: ['account', 'followers at posting', 'post created', 'photo'],
  fields: {
    authorName: 'account',
    authorHandle: 'user name',
    authorId: 'user name',
    date: 'post created',
    text: 'description',
    title: 'title',
    url: 'url',
    likes: 'likes',
    replies: 'comments',
    views: 'views',
    reach: 'followers at posting',
    brand: 'account',
    sourceName: 'account',
  },
  defaults: { platform: 'instagram', stage: 'public', kind: 'post' },
  finish(draft) {
    draft.id = draft.url === undefined ? undefined : idFromUrl(draft.url);
  },
});

function decoy(file: ExportFile): string | undefined {
  const names = file.table?.names ?? [];
  if (names.length === 2 && names.includes('page or account url') && names.includes('list'))
    return 'a list of pages to upload, not posts';
  const head = file.headText.slice(0, 2000).toLowerCase();
  return head.includes('score date (gmt)') && head.includes('timestep')
    ? 'a time series of the counts of one post, not posts'
    : undefined;
}

/** CrowdTangle files that hold no posts: lists to upload, and the history of one post. */
export const crowdtangleLists: Source = {
  format: 'crowdtangle-lists',
  label: 'CrowdTangle lists and post history (no messages)',
  stage: 'public',
  evidence: 'real',
  example: 'Page or Account URL,List',
  memory: 'stream',
  detect(file) {
    const why = decoy(file);
    return why === undefined ? undefined : { score: 0.95, why, holdsNoMessages: why };
  },
  parse: () => [],
};
