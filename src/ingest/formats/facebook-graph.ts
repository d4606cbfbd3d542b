import type { ExportFile } from '../bytes/export-file.js';
import {
  commentRecords,
  conversationRecords,
  instagramRecords,
  mediaRecords,
  postRecords,
  ratingRecord,
} from '../json/graph-records.js';
import { asObject, asText, at } from '../json/json.js';
import { firstItem, itemsIn, readItems } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [
  ['data'],
  ['media', 'data'],
  ['posts', 'data'],
  ['feed', 'data'],
  ['conversations', 'data'],
] as const;
const POST_KEYS = (
  'story type status_type permalink_url shares updated_time full_picture privacy_type is_published ' +
  'link picture comments'
).split(' ');
const COMMENT_KEYS =
  'parent can_comment can_remove comment_count user_likes attachment is_hidden object'.split(' ');

/** A comment as the Instagram side of the Graph API gives it. */
const isInstagram = (item: unknown): boolean =>
  /^\d{15,}$/.test(asText(at(item, 'id')) ?? '') &&
  typeof at(item, 'text') === 'string' &&
  at(item, 'timestamp') !== undefined &&
  at(item, 'ownerUsername') === undefined;
/** A post of an account of Instagram, of which the comments, or the words and the time, are asked for. */
const isMedia = (item: unknown): boolean =>
  /^\d{15,}$/.test(asText(at(item, 'id')) ?? '') &&
  at(item, 'message') === undefined &&
  at(item, 'created_time') === undefined &&
  ((at(item, 'media_type') ?? at(item, 'caption')) !== undefined ||
    at(item, 'comments', 'data', 0, 'timestamp') !== undefined) &&
  (at(item, 'timestamp') ?? at(item, 'comments', 'data')) !== undefined;
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
  if (isMedia(item))
    return { score: 0.92, why: 'posts with "media_type" or "comments.data" of the Instagram Graph API' };
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

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0;
  const next = (): number => ++row;
  yield* readItems(itemsIn(file, ...PATHS), function* (value) {
    const item = asObject(value);
    const id = asText(item?.['id']);
    if (isInstagram(item)) {
      yield* instagramRecords(item, undefined, next);
      return;
    }
    if (isMedia(item)) {
      yield* mediaRecords(item, next);
      return;
    }
    if (isRating(item)) {
      yield { record: ratingRecord(item, next()) };
      return;
    }
    if (!item || id === undefined) return;
    if (Array.isArray(at(item, 'messages', 'data'))) yield* conversationRecords(item, next);
    else if (isComment(item, id)) yield* commentRecords([item], undefined, undefined, next);
    else if (item['created_time'] !== undefined) yield* postRecords(item, next);
    else yield* commentRecords(at(item, 'comments', 'data'), id, id, next);
  });
}

export const facebookGraph = described('facebook-graph', { detect, parse });
