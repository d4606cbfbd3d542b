import type { MessageRecord } from '../../model/index.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { byFirstItem, countOf, itemRecords, languageOf, timeOf, wordsOf } from '../json/json-records.js';
import { described } from './described.js';

const PATHS = [['comments'], ['itemList'], ['aweme_list']] as const;

/** Zeeschuimer wraps each object of the platform as `data`. */
const unwrap = (item: unknown): unknown =>
  asObject(at(item, 'data')) && (at(item, 'source_platform') ?? at(item, 'timestamp_collected')) !== undefined
    ? at(item, 'data')
    : item;

const isComment = (value: unknown): boolean =>
  at(value, 'cid') !== undefined && at(value, 'aweme_id') !== undefined;
const isVideo = (value: unknown): boolean =>
  at(value, 'id') !== undefined &&
  at(value, 'createTime') !== undefined &&
  (at(value, 'desc') ?? at(value, 'stats')) !== undefined;

function commentRecord(value: unknown, row: number): MessageRecord {
  const user = at(value, 'user');
  const video = asText(at(value, 'aweme_id'));
  const parentId = [at(value, 'reply_to_reply_id'), at(value, 'reply_id')]
    .map(asText)
    .find((id) => id !== undefined && id !== '0');
  const text = wordsOf(at(value, 'text'));
  const images = asArray(at(value, 'image_list')).length;
  const owner = /@([\w.]+)\/video/.exec(asText(at(value, 'share_info', 'url')) ?? '')?.[1];
  return {
    row,
    platform: 'tiktok',
    stage: 'public',
    kind: text === undefined ? 'media' : 'comment',
    id: asText(at(value, 'cid')),
    threadId: video,
    parentId,
    authorId: asText(at(user, 'uid')) ?? asText(at(user, 'unique_id')),
    authorName: asText(at(user, 'unique_id')) ?? asText(at(user, 'nickname')),
    sentAt: timeOf(at(value, 'create_time')),
    text,
    url: video === undefined ? undefined : `https://www.tiktok.com/@${owner ?? ''}/video/${video}`,
    likes: countOf(at(value, 'digg_count')),
    replies: countOf(at(value, 'reply_comment_total')),
    givenLanguage: languageOf(at(value, 'comment_language')),
    attachments: images > 0 ? images : undefined,
  };
}

function videoRecord(value: unknown, row: number): MessageRecord {
  const author = at(value, 'author');
  const name = typeof author === 'string' ? author : asText(at(author, 'uniqueId'));
  const stats = asObject(at(value, 'statsV2')) ?? at(value, 'stats');
  const id = asText(at(value, 'id'));
  const text = wordsOf(at(value, 'desc'));
  return {
    row,
    platform: 'tiktok',
    stage: 'public',
    kind: text === undefined ? 'media' : 'post',
    id,
    threadId: id,
    authorId: asText(at(author, 'id')) ?? asText(at(value, 'authorId')),
    authorName: name,
    sentAt: timeOf(at(value, 'createTime')),
    text,
    url: id === undefined || name === undefined ? undefined : `https://www.tiktok.com/@${name}/video/${id}`,
    likes: countOf(at(stats, 'diggCount')),
    shares: countOf(at(stats, 'shareCount')),
    replies: countOf(at(stats, 'commentCount')),
    views: countOf(at(stats, 'playCount')),
    reach: countOf(at(value, 'authorStats', 'followerCount')),
    givenLanguage: languageOf(at(value, 'textLanguage')),
    attachments: 1,
  };
}

function toRecord(item: unknown, row: number): MessageRecord | undefined {
  const value = unwrap(item);
  return isComment(value) ? commentRecord(value, row) : isVideo(value) ? videoRecord(value, row) : undefined;
}

export const tiktokNdjson = described('tiktok-ndjson', {
  detect: byFirstItem(
    PATHS,
    [(item) => isComment(unwrap(item)), 0.97, 'comments with "cid" and "aweme_id"'],
    [(item) => isVideo(unwrap(item)), 0.93, 'videos with "desc", "createTime" and "stats"'],
  ),
  parse: itemRecords(PATHS, toRecord),
});
