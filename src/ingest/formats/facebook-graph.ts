import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed, Source } from '../source.js';

const PATHS = [['data'], ['posts', 'data'], ['feed', 'data'], ['conversations', 'data']] as const;
const POST_KEYS = [
  'story',
  'type',
  'status_type',
  'permalink_url',
  'shares',
  'updated_time',
  'full_picture',
  'privacy_type',
  'is_published',
  'link',
  'picture',
  'comments',
];
const COMMENT_KEYS = [
  'parent',
  'can_comment',
  'can_remove',
  'comment_count',
  'user_likes',
  'attachment',
  'is_hidden',
  'object',
];

/** A comment as the Instagram side of the Graph API gives it. */
const isInstagram = (item: unknown): boolean =>
  /^\d{15,}$/.test(asText(at(item, 'id')) ?? '') &&
  typeof at(item, 'text') === 'string' &&
  at(item, 'timestamp') !== undefined &&
  at(item, 'ownerUsername') === undefined;
/** A recommendation of a page. */
const isRating = (item: unknown): boolean =>
  at(item, 'created_time') !== undefined &&
  (at(item, 'recommendation_type') ?? at(item, 'review_text')) !== undefined;

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = firstItem(file, ...PATHS);
  const id = asText(at(item, 'id')) ?? '';
  if (id.startsWith('t_') && at(item, 'messages', 'data') !== undefined)
    return { score: 0.95, why: 'conversations "t_…" with "messages.data"' };
  if (isInstagram(item))
    return { score: 0.9, why: 'comments with "timestamp", "text" and "username" of the Instagram Graph API' };
  if (isRating(item)) return { score: 0.93, why: '"recommendation_type" or "review_text" of page ratings' };
  const said =
    at(item, 'message') ??
    at(item, 'story') ??
    at(item, 'from') ??
    at(item, 'attachment') ??
    at(item, 'attachments');
  const bare = at(item, 'created_time') === undefined;
  const nested = asText(at(item, 'comments', 'data', 0, 'created_time'));
  if (!/^\d+(?:_\d+)*$/.test(id) || (bare ? nested === undefined : said === undefined)) return undefined;
  return {
    score: id.includes('_') ? 0.95 : 0.85,
    why: '"id" such as 123_456 with "created_time" of the Graph API',
  };
}

const isComment = (item: Readonly<Record<string, unknown>>, id: string): boolean =>
  COMMENT_KEYS.some((key) => item[key] !== undefined) ||
  (!POST_KEYS.some((key) => item[key] !== undefined) && id.split('_')[0] !== asText(at(item, 'from', 'id')));

/** `page` is the account whose post it is: only pages one runs give their comments. */
function base(
  item: Readonly<Record<string, unknown>>,
  row: number,
  page?: string,
): Omit<MessageRecord, 'kind'> {
  return {
    row,
    platform: 'facebook',
    stage: 'public',
    id: asText(item['id']),
    authorIsBrand: page !== undefined && page === asText(at(item, 'from', 'id')) ? true : undefined,
    authorId: asText(at(item, 'from', 'id')),
    authorName: asText(at(item, 'from', 'name')) ?? asText(at(item, 'from', 'username')),
    sentAt: timeOf(item['created_time']),
    text: wordsOf(item['message']),
    url: asText(item['permalink_url']),
    likes: countOf(
      at(item, 'reactions', 'summary', 'total_count') ??
        item['like_count'] ??
        at(item, 'likes', 'summary', 'total_count') ??
        (Array.isArray(at(item, 'reactions', 'data'))
          ? asArray(at(item, 'reactions', 'data')).length
          : undefined) ??
        (Array.isArray(at(item, 'likes', 'data')) ? asArray(at(item, 'likes', 'data')).length : undefined),
    ),
    shares: countOf(at(item, 'shares', 'count')),
    replies: countOf(
      at(item, 'comments', 'summary', 'total_count') ??
        item['comment_count'] ??
        at(item, 'comments', 'count'),
    ),
  };
}

function* comments(
  list: unknown,
  thread: string | undefined,
  parent: string | undefined,
  next: () => number,
  page?: string,
): Iterable<Parsed> {
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
        ...record,
        kind: record.text === undefined ? 'media' : 'comment',
        threadId: thread ?? record.id?.split('_')[0],
        parentId: asText(at(item, 'parent', 'id')) ?? parent,
        attachments,
      },
    };
    yield* comments(at(item, 'comments', 'data'), thread ?? record.id?.split('_')[0], record.id, next, page);
  }
}

function* conversation(item: Readonly<Record<string, unknown>>, next: () => number): Iterable<Parsed> {
  for (const message of asArray(at(item, 'messages', 'data'))) {
    const value = asObject(message);
    const row = next();
    if (!value) {
      yield { reject: { row, reason: 'not-a-message', hint: 'a conversation item without content' } };
      continue;
    }
    const attachments =
      asArray(at(value, 'attachments', 'data')).length || (value['sticker'] === undefined ? 0 : 1);
    const record = base(value, row);
    yield {
      record: {
        ...record,
        stage: 'private',
        url: undefined,
        kind: record.text === undefined ? 'media' : 'message',
        threadId: asText(item['id']),
        attachments: attachments > 0 ? attachments : undefined,
      },
    };
  }
}

function* post(item: Readonly<Record<string, unknown>>, next: () => number): Iterable<Parsed> {
  const page = asText(item['id'])?.split('_')[0];
  const record = base(item, next(), page);
  const attachments =
    asArray(at(item, 'attachments', 'data')).length || ((item['full_picture'] ?? item['picture']) ? 1 : 0);
  const title = wordsOf(item['name']);
  const kind =
    record.text !== undefined || title !== undefined ? 'post' : attachments > 0 ? 'media' : 'system';
  yield {
    record: {
      ...record,
      kind,
      threadId: record.id,
      title,
      attachments: attachments > 0 ? attachments : undefined,
    },
  };
  yield* comments(at(item, 'comments', 'data'), record.id, record.id, next, page);
}

function* instagram(value: unknown, parent: string | undefined, next: () => number): Iterable<Parsed> {
  const id = asText(at(value, 'id')),
    user = asText(at(value, 'username')) ?? asText(at(value, 'from', 'username'));
  const text = wordsOf(at(value, 'text'));
  yield {
    record: {
      row: next(),
      platform: 'instagram',
      stage: 'public',
      kind: text === undefined ? 'media' : 'comment',
      id,
      parentId: parent ?? asText(at(value, 'parent_id')),
      threadId: asText(at(value, 'media', 'id')),
      authorId: asText(at(value, 'from', 'id')) ?? user,
      authorName: user,
      authorHandle: user,
      sentAt: timeOf(at(value, 'timestamp')),
      text,
      likes: countOf(at(value, 'like_count')),
    },
  };
  for (const reply of asArray(at(value, 'replies', 'data'))) yield* instagram(reply, id, next);
}

/** Recommendations are yes or no; the older ones have 1 to 5 stars. */
function ratingOf(value: unknown, row: number): MessageRecord {
  const text = wordsOf(at(value, 'review_text')),
    stars = countOf(at(value, 'rating')),
    type = asText(at(value, 'recommendation_type'));
  return {
    row,
    platform: 'facebook',
    stage: 'public',
    kind: 'review',
    channel: 'review',
    id: asText(at(value, 'open_graph_story', 'id')),
    authorId: asText(at(value, 'reviewer', 'id')),
    authorName: asText(at(value, 'reviewer', 'name')),
    sentAt: timeOf(at(value, 'created_time')),
    text,
    rating: stars,
    ratingMax: stars === undefined ? undefined : 5,
    givenSentiment: type === 'positive' || type === 'negative' ? type : undefined,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0;
  const next = (): number => ++row;
  yield* readItems(itemsIn(file, ...PATHS), function* (value) {
    const item = asObject(value);
    const id = asText(item?.['id']);
    if (isInstagram(item)) {
      yield* instagram(item, undefined, next);
      return;
    }
    if (isRating(item)) {
      yield { record: ratingOf(item, next()) };
      return;
    }
    if (!item || id === undefined) return;
    if (Array.isArray(at(item, 'messages', 'data'))) yield* conversation(item, next);
    else if (isComment(item, id)) yield* comments([item], undefined, undefined, next);
    else if (item['created_time'] !== undefined) yield* post(item, next);
    else yield* comments(at(item, 'comments', 'data'), id, id, next);
  });
}

export const facebookGraph: Source = {
  format: 'facebook-graph',
  label: 'Facebook and Instagram Graph API (posts, comments, page inbox, ratings; JSON)',
  stage: 'mixed',
  evidence: 'fixture',
  example: '{ "data": [{ "id": "1_2", "created_time": "2012-12-05T00:58:26+0000", "message": "…" }] }',
  memory: 'stream',
  detect,
  parse,
};
