import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../export-file.js';
import { asArray, asObject, asText, at } from '../json.js';
import { countOf, firstItem, itemsIn, readItems, timeOf, wordsOf } from '../json-records.js';
import type { Detection, Parsed, Source } from '../source.js';

const PATHS = [['data'], ['posts', 'data'], ['feed', 'data'], ['conversations', 'data']] as const;
const POST_KEYS = ['story', 'type', 'status_type', 'permalink_url', 'shares', 'updated_time', 'full_picture', 'privacy_type', 'is_published', 'link', 'picture', 'comments'];
const COMMENT_KEYS = ['parent', 'can_comment', 'can_remove', 'comment_count', 'user_likes', 'attachment', 'is_hidden', 'object'];

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = firstItem(file, ...PATHS);
  const id = asText(at(item, 'id')) ?? '';
  if (id.startsWith('t_') && at(item, 'messages', 'data') !== undefined) return { score: 0.95, why: 'conversations "t_…" with "messages.data"' };
  const said = at(item, 'message') ?? at(item, 'story') ?? at(item, 'from') ?? at(item, 'attachment') ?? at(item, 'attachments');
  const bare = at(item, 'created_time') === undefined;
  const nested = asText(at(item, 'comments', 'data', 0, 'created_time'));
  if (!/^\d+(?:_\d+)*$/.test(id) || (bare ? nested === undefined : said === undefined)) return undefined;
  return { score: id.includes('_') ? 0.95 : 0.85, why: '"id" such as 123_456 with "created_time" of the Graph API' };
}

const isComment = (item: Readonly<Record<string, unknown>>, id: string): boolean =>
  COMMENT_KEYS.some((key) => item[key] !== undefined) || (!POST_KEYS.some((key) => item[key] !== undefined) && id.split('_')[0] !== asText(at(item, 'from', 'id')));

/** `page` is the account whose post it is: only pages one runs give their comments. */
function base(item: Readonly<Record<string, unknown>>, row: number, page?: string): Omit<MessageRecord, 'kind'> {
  return {
    row, platform: 'facebook', stage: 'public', id: asText(item['id']),
    authorIsBrand: page !== undefined && page === asText(at(item, 'from', 'id')) ? true : undefined,
    authorId: asText(at(item, 'from', 'id')), authorName: asText(at(item, 'from', 'name')) ?? asText(at(item, 'from', 'username')),
    sentAt: timeOf(item['created_time']),
    text: wordsOf(item['message']),
    url: asText(item['permalink_url']),
    likes: countOf(at(item, 'reactions', 'summary', 'total_count') ?? item['like_count'] ?? at(item, 'likes', 'summary', 'total_count')
      ?? (Array.isArray(at(item, 'reactions', 'data')) ? asArray(at(item, 'reactions', 'data')).length : undefined)
      ?? (Array.isArray(at(item, 'likes', 'data')) ? asArray(at(item, 'likes', 'data')).length : undefined)),
    shares: countOf(at(item, 'shares', 'count')),
    replies: countOf(at(item, 'comments', 'summary', 'total_count') ?? item['comment_count'] ?? at(item, 'comments', 'count')),
  };
}

function* comments(list: unknown, thread: string | undefined, parent: string | undefined, next: () => number, page?: string): Iterable<Parsed> {
  for (const value of asArray(list)) {
    const item = asObject(value);
    if (!item || asText(item['id']) === undefined) {
      yield { reject: { row: next(), reason: 'not-a-message', hint: 'a comment without id' } };
      continue;
    }
    const record = base(item, next(), page);
    const attachments = item['attachment'] === undefined ? undefined : 1;
    yield {
      record: {
        ...record, kind: record.text === undefined ? 'media' : 'comment', threadId: thread ?? record.id?.split('_')[0],
        parentId: asText(at(item, 'parent', 'id')) ?? parent, attachments,
      },
    };
    yield* comments(at(item, 'comments', 'data'), thread ?? record.id?.split('_')[0], record.id, next, page);
  }
}

function* conversation(item: Readonly<Record<string, unknown>>, next: () => number): Iterable<Parsed> {
  for (const message of asArray(at(item, 'messages', 'data'))) {
    const value = asObject(message);
    const row = next();
    if (!value) { yield { reject: { row, reason: 'not-a-message', hint: 'a conversation item without content' } }; continue; }
    const attachments = asArray(at(value, 'attachments', 'data')).length || (value['sticker'] === undefined ? 0 : 1);
    const record = base(value, row);
    yield {
      record: {
        ...record, stage: 'private', url: undefined, kind: record.text === undefined ? 'media' : 'message', threadId: asText(item['id']),
        attachments: attachments > 0 ? attachments : undefined,
      },
    };
  }
}

function* post(item: Readonly<Record<string, unknown>>, next: () => number): Iterable<Parsed> {
  const page = asText(item['id'])?.split('_')[0];
  const record = base(item, next(), page);
  const attachments = asArray(at(item, 'attachments', 'data')).length || (item['full_picture'] ?? item['picture'] ? 1 : 0);
  const title = wordsOf(item['name']);
  const kind = record.text !== undefined || title !== undefined ? 'post' : attachments > 0 ? 'media' : 'system';
  yield { record: { ...record, kind, threadId: record.id, title, attachments: attachments > 0 ? attachments : undefined } };
  yield* comments(at(item, 'comments', 'data'), record.id, record.id, next, page);
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0;
  const next = (): number => ++row;
  yield* readItems(itemsIn(file, ...PATHS), function* (value) {
    const item = asObject(value);
    const id = asText(item?.['id']);
    if (!item || id === undefined) return;
    if (Array.isArray(at(item, 'messages', 'data'))) yield* conversation(item, next);
    else if (isComment(item, id)) yield* comments([item], undefined, undefined, next);
    else if (item['created_time'] !== undefined) yield* post(item, next);
    else yield* comments(at(item, 'comments', 'data'), id, id, next);
  });
}

export const facebookGraph: Source = {
  format: 'facebook-graph',
  label: 'Facebook Graph API (posts, comments, page inbox; JSON)',
  stage: 'mixed',
  evidence: 'fixture',
  example: '{ "data": [{ "id": "1_2", "created_time": "2012-12-05T00:58:26+0000", "message": "…" }] }',
  memory: 'stream',
  detect,
  parse,
};
