import type { MessageRecord } from '../../model/index.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { byFirstItem, countOf, itemRecords, timeOf, wordsOf } from '../json/json-records.js';
import { tweetV1 } from '../json/tweet.js';
import { described } from './described.js';

/** Zeeschuimer keeps each object of a page that was looked at as `data`, beside where it was met. */
const dataOf = (item: unknown): unknown =>
  (at(item, 'source_platform') ?? at(item, 'timestamp_collected')) === undefined
    ? undefined
    : at(item, 'data');

const isTweet = (value: unknown): boolean => at(value, 'legacy', 'full_text') !== undefined;
const isInstagram = (value: unknown): boolean =>
  at(value, 'code') !== undefined &&
  at(value, 'taken_at') !== undefined &&
  at(value, 'media_type') !== undefined;

/** A tweet of the pages of X as one of its API: older pages keep the names of its author apart from newer ones. */
function tweet(value: unknown, row: number): MessageRecord | undefined {
  const user = at(value, 'core', 'user_results', 'result');
  const passedOn = at(value, 'legacy', 'retweeted_status_result', 'result');
  return tweetV1(
    {
      ...asObject(at(value, 'legacy')),
      note_tweet: at(value, 'note_tweet'),
      views: at(value, 'views'),
      ...(passedOn !== undefined && {
        retweeted_status: { ...asObject(at(passedOn, 'legacy') ?? at(passedOn, 'tweet', 'legacy')) },
      }),
      user: { ...asObject(at(user, 'legacy')), ...asObject(at(user, 'core')), id_str: at(user, 'rest_id') },
    },
    row,
  );
}

function instagramPost(value: unknown, row: number): MessageRecord {
  const user = at(value, 'user') ?? at(value, 'owner');
  const code = asText(at(value, 'code'));
  const text = wordsOf(at(value, 'caption', 'text'));
  return {
    row,
    platform: 'instagram',
    stage: 'public',
    kind: text === undefined ? 'media' : 'post',
    id: code,
    threadId: code,
    authorId: asText(at(user, 'id')) ?? asText(at(user, 'pk')),
    authorName: wordsOf(at(user, 'full_name')) ?? asText(at(user, 'username')),
    authorHandle: asText(at(user, 'username')),
    sentAt: timeOf(at(value, 'taken_at')),
    text,
    url: code === undefined ? undefined : `https://www.instagram.com/p/${code}/`,
    likes: countOf(at(value, 'like_count')),
    replies: countOf(at(value, 'comment_count')),
    views: countOf(at(value, 'play_count') ?? at(value, 'view_count')),
    attachments: Math.max(1, asArray(at(value, 'carousel_media')).length),
  };
}

function toRecord(item: unknown, row: number): MessageRecord | undefined {
  const value = dataOf(item);
  return isTweet(value) ? tweet(value, row) : isInstagram(value) ? instagramPost(value, row) : undefined;
}

export const zeeschuimer = described('zeeschuimer', {
  detect: byFirstItem(
    [],
    [(item) => isTweet(dataOf(item)), 0.96, 'tweets with "legacy" as "data" of Zeeschuimer'],
    [(item) => isInstagram(dataOf(item)), 0.96, 'posts with "code" and "taken_at" as "data" of Zeeschuimer'],
  ),
  parse: itemRecords([], toRecord),
});
