import { hostOf, isPress, platformOf } from '../values/networks.js';
import { idFromUrl } from '../values/ids.js';
import { declaredTable } from './declared-table.js';

export const talkwalker = declaredTable('talkwalker', (draft, row) => {
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
  draft.id = press ? undefined : idFromUrl(draft.url);
  if (parent !== undefined && parent !== draft.url && draft.kind !== 'post' && !press)
    draft.parentId = idFromUrl(parent);
  draft.givenBrand = row.cell('matched_profile')?.split('/').at(-1)?.trim();
  draft.sourceName ??= hostOf(draft.url);
  if (draft.title === draft.text) draft.title = undefined;
});
