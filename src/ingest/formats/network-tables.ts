/** Tables of networks: scrapes by Apify, LinkedIn’s download, channels of Telegram. */
import { decodeIfHtml } from '../markup/html.js';
import { idFromUrl } from '../values/ids.js';
import type { ExportFile } from '../bytes/export-file.js';
import { declaredTable } from './declared-table.js';

export const instagramApifyComments = declaredTable('instagram-apify-comments', (draft, row) => {
  draft.threadId = idFromUrl(row.cell('posturl', 'commenturl'));
  draft.parentId = /\/c\/(\d+)/.exec(row.cell('parentcommenturl') ?? '')?.[1] ?? draft.parentId;
});

export const instagramApifyPosts = declaredTable('instagram-apify-posts', (draft) => {
  draft.threadId = draft.id;
});

export const tiktokApifyComments = declaredTable('tiktok-apify-comments', (draft, row) => {
  draft.url = row.cell('videoweburl', 'submittedvideourl');
  draft.threadId = row.cell('aweme_id') ?? idFromUrl(draft.url);
});

export const tiktokApifyPosts = declaredTable('tiktok-apify-posts', (draft) => {
  draft.id ??= idFromUrl(draft.url);
  draft.threadId = draft.id;
});

export const telegramKibana = declaredTable('telegram-kibana', (draft, row) => {
  if (draft.text === '-') draft.text = undefined;
  draft.id = idFromUrl(draft.url) ?? row.cell('id', '_id');
  draft.threadId = row.cell('channelusername');
  if (draft.url !== undefined && !/^https?:/.test(draft.url)) draft.url = `https://${draft.url}`;
});

const owners = new WeakMap<ExportFile, { readonly name: string | undefined }>();

/** Whose download it is: who alone writes or is written to in every row. */
function linkedinOwner(file: ExportFile): string | undefined {
  const known = owners.get(file);
  if (known) return known.name;
  const { names = [], rows = [] } = file.table ?? {};
  const people = rows.map(
    (cells) =>
      new Set(
        ['from', 'to'].flatMap((column) =>
          (cells[names.indexOf(column)] ?? '').split(',').map((one) => one.trim()),
        ),
      ),
  );
  const everywhere = [...(people[0] ?? [])].filter(
    (one) => one !== '' && people.every((row) => row.has(one)),
  );
  const name = everywhere.length === 1 ? everywhere[0] : undefined;
  owners.set(file, { name });
  return name;
}

export const linkedinMessages = declaredTable('linkedin-messages', (draft, row) => {
  if (/^(?:yes|oui)$/i.test(row.cell('is message draft') ?? '')) return 'a draft';
  if (draft.authorName !== undefined && draft.authorName === linkedinOwner(row.file))
    draft.authorIsBrand = true;
  if (draft.text !== undefined) draft.text = decodeIfHtml(draft.text);
  if (row.cell('attachments') !== undefined) draft.attachments = 1;
  draft.url = undefined;
  return [];
});

export const linkedinComments = declaredTable(
  'linkedin-comments',
  (draft) => {
    draft.threadId = idFromUrl(draft.url);
  },
  {
    check: (file, names) =>
      [...names].filter((name) => name !== '').length === 3 &&
      (file.table?.rows ?? []).some((cells) => cells.some((cell) => cell.includes('linkedin.com'))),
  },
);

/** Shares of LinkedIn have each of their lines in quotes. */
export const linkedinShares = declaredTable('linkedin-shares', (draft) => {
  draft.text = draft.text?.replaceAll('"\n"', '\n');
  draft.id = idFromUrl(draft.url);
  draft.threadId = draft.id;
});

/** Post and comment of an id such as `comment:123_456`, which Apify gives in base64. */
const facebookId = (cell: string | undefined): readonly [post: string, comment: string] | undefined => {
  const [, post, comment] = /:(\d+)_(\d+)/.exec(Buffer.from(cell ?? '', 'base64').toString('latin1')) ?? [];
  return post === undefined || comment === undefined ? undefined : [post, comment];
};

export const facebookApifyComments = declaredTable('facebook-apify-comments', (draft, row) => {
  const own = facebookId(row.cell('id')) ?? facebookId(row.cell('feedbackid'));
  draft.threadId = own?.[0] ?? idFromUrl(row.cell('facebookurl', 'inputurl'));
  draft.id = own?.[1] ?? idFromUrl(draft.url) ?? draft.id;
  draft.parentId = facebookId(row.cell('replytocommentid'))?.[1] ?? draft.parentId;
});
