import { createHash } from 'node:crypto';
import type { ExportFile } from '../bytes/export-file.js';
import { idFromUrl } from '../values/ids.js';
import { platformOf } from '../values/networks.js';
import type { Draft, RowReader } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';

/** Address of the post, from the preamble. */
function sourceUrl(file: ExportFile): string | undefined {
  for (const cells of file.table?.preamble ?? []) {
    const url = cells.find((cell) => /^https?:\/\//i.test(cell.trim()) && !/exportcomments\.com/i.test(cell));
    if (url !== undefined) return url.trim();
  }
  return undefined;
}

/** Without address, the columns and the file name tell the network. */
function networkOf(file: ExportFile, url: string | undefined): string {
  const names = file.table?.names ?? [];
  if (names.includes('ishearted') || /(?:^|[\W_])yt|youtube/i.test(file.name)) return 'youtube';
  const prefix =
    /(?:^|[\W_])(fb|ig|tt|facebook|instagram|tiktok|twitter|linkedin|vk|reddit|trustpilot)(?=[\W_])/i
      .exec(file.name)?.[1]
      ?.toLowerCase();
  return (
    platformOf(url) ?? platformOf(undefined, prefix) ?? (names.includes('profile id') ? 'facebook' : 'web')
  );
}

/** Id of the last comment of the first level, of each reading. */
const topOf = new WeakMap<RowReader, string>();

/**
 * A CSV has no links, but replies follow the comment they answer and have a number in the second column. The id is made of what
 * stays when the post is exported again, so that parents can be named.
 */
function numberedId(draft: Draft, row: RowReader): void {
  const content = [draft.threadId, draft.authorName, draft.sentAt?.raw, draft.text]
    .map((part) => part ?? '')
    .join('\0');
  if (content.replaceAll('\0', '') === (draft.threadId ?? '')) return;
  draft.id ??= `~${createHash('sha1').update(content).digest('hex').slice(0, 20)}`;
  if (row.cell('subid', 'sub id', 'sub#', 'column 2') === undefined) topOf.set(row, draft.id);
  else draft.parentId = topOf.get(row);
}

/** What the tool puts behind a comment for a picture that hangs on it: a mark and its address, no words of the author. */
const ATTACHED = /\[(?:PHOTO|VIDEO|GIF|STICKER)\](?:\s*https?:\/\/\S+)?/gi;

function finish(draft: Draft, row: RowReader): void {
  const view =
    row.link('(view source)', 'view source', 'link') ?? row.cell('(view source)', 'view source', 'link');
  const url = view !== undefined && /^https?:/i.test(view) ? view : undefined;
  const preview = /exportcomments\.com\/.*\/preview\/([\w-]+)/.exec(url ?? '')?.[1];
  if (preview === undefined) draft.url = url;
  draft.id = preview ?? idFromUrl(url);
  draft.authorId ??= row.link('name (click to view profile)', 'name');
  draft.platform = platformOf(url) ?? draft.platform;
  numberedId(draft, row);
  draft.parentId = /[?&]comment_id=(\d+)&.*reply_comment_id=/.exec(url ?? '')?.[1] ?? draft.parentId;
  const words = draft.text?.replace(ATTACHED, '').trim();
  if (words === draft.text?.trim()) return;
  draft.attachments = 1;
  draft.text = words === '' ? undefined : words;
}

export const exportcomments = declaredTable('exportcomments', finish, {
  context(file) {
    const url = sourceUrl(file);
    const threadId = idFromUrl(url) ?? url ?? file.name.replace(/\.[^.]+$/, '');
    return { platform: networkOf(file, url), threadId };
  },
});
