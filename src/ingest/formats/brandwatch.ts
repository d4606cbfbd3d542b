import { idFromUrl } from '../values/ids.js';
import { isPress, platformOf } from '../values/networks.js';
import type { Draft, RowReader } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';

const PAGE_TYPES: Readonly<Record<string, string>> = {
  blog: 'blog',
  forum: 'forum',
  review: 'reviews',
  qq: 'qq',
};

function place(draft: Draft, row: RowReader): void {
  const type = row.cell('page type', 'content source') ?? '';
  const press = isPress(type) || isPress(row.cell('page type name', 'content source name'));
  draft.platform =
    platformOf(draft.url, type) ?? (press ? 'press' : (PAGE_TYPES[type.toLowerCase()] ?? 'web'));
  draft.stage = press ? 'press' : 'public';
  const entry = row.cell('thread entry type')?.toLowerCase();
  const reply = row.cell('x reply to', 'twitter reply to'),
    repost = row.cell('x repost of', 'twitter retweet of');
  draft.kind = press
    ? 'article'
    : /review/i.test(type)
      ? 'review'
      : repost || entry === 'share'
        ? 'share'
        : reply || entry === 'comment' || entry === 'reply'
          ? 'comment'
          : 'post';
  if (!/review/i.test(type) || draft.rating === 0) {
    draft.rating = undefined;
    draft.ratingMax = undefined;
  } else draft.ratingMax = 5;
  const parent = reply ?? repost;
  if (parent !== undefined) draft.parentId = idFromUrl(parent) ?? parent;
}

/** The name says nothing when the title only repeats the beginning of the text. */
function dropRepeatedTitle(draft: Draft): void {
  const { title, text } = draft;
  if (title === undefined || text === undefined) return;
  const head = title
    .replace(/(?:\.{3}|…)$/, '')
    .trim()
    .slice(0, 60);
  if (text.startsWith(head)) draft.title = undefined;
}

export const brandwatch = declaredTable('brandwatch', (draft, row) => {
  place(draft, row);
  dropRepeatedTitle(draft);
  const own = draft.platform !== 'web' && draft.stage === 'public' ? idFromUrl(draft.url) : undefined;
  draft.id = own ?? row.cell('resource id', 'mention id');
});
