import { retweetLength } from '../../util/retweet.js';
import { idFromUrl } from '../values/ids.js';
import { hostOf, isPress, platformOf } from '../values/networks.js';
import type { Draft, RowReader } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';

/** Where an older export has no kind of source, its name or address says that it is no press. */
const CITIZENS =
  /\b(?:forums?|blogs?|blogspot|overblog|over-blog|canalblog|wordpress|skyrock|jeuxvideo|doctissimo|community|communaute)\b/i;

/** Meltwater gives the press by kind of source, or (older) by a source that is no network. */
function place(draft: Draft, row: RowReader): void {
  const type = row.cell('information type', 'source type', 'content type'),
    source = row.cell('source', 'source name');
  const network = platformOf(draft.url) ?? platformOf(undefined, source) ?? platformOf(undefined, type);
  const press =
    network === undefined &&
    (type === undefined
      ? ![source, hostOf(draft.url)].some((name) => name !== undefined && CITIZENS.test(name))
      : isPress(type));
  draft.platform = network ?? (press ? 'press' : 'web');
  draft.stage = press ? 'press' : 'public';
  const parent = row.cell('parent url');
  draft.kind = press
    ? 'article'
    : retweetLength(draft.text ?? '') > 0
      ? 'share'
      : parent !== undefined || /^comment|reply/i.test(row.cell('content type') ?? '')
        ? 'comment'
        : 'post';
  if (parent !== undefined) draft.parentId = idFromUrl(parent);
}

export const meltwater = declaredTable('meltwater', (draft, row) => {
  place(draft, row);
  if (draft.stage === 'press') draft.authorHandle = undefined;
  const opening = row.cell('opening text');
  if (opening !== undefined && draft.text !== undefined && opening.length > draft.text.length)
    draft.text = opening;
  const tweet = row.cell('tweet id')?.replaceAll('"', '');
  draft.id =
    (draft.stage === 'public' ? idFromUrl(draft.url) : undefined) ??
    tweet ??
    row.cell('document id')?.replaceAll('"', '');
});
