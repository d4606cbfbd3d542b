import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../export-file.js';
import { asArray, asObject, asText, at } from '../json.js';
import { countOf, itemsIn, languageOf, readItems, timeOf, wordsOf } from '../json-records.js';
import type { Detection, Parsed, Source } from '../source.js';
import { tweetUrl, unescapeTweet } from '../tweet.js';

const isTweet = (value: unknown): boolean => at(value, 'id') !== undefined && at(value, 'text') !== undefined;
const isV2 = (value: unknown): boolean => isTweet(value) &&
  ['author_id', 'edit_history_tweet_ids', 'public_metrics', 'conversation_id', 'referenced_tweets'].some((key) => at(value, key) !== undefined);

/** What such a file holds when it holds no tweets. */
function otherContent(page: unknown, first: unknown): string | undefined {
  if (at(first, 'username') !== undefined && !isTweet(first)) return 'users, no tweets';
  if (at(first, 'tweet_count') !== undefined && at(first, 'start') !== undefined) return 'counts of tweets, no tweets';
  if (at(first, 'redacted_at') !== undefined || (at(first, 'action') !== undefined && at(first, 'reason') !== undefined)) return 'compliance events, no tweets';
  return at(page, 'meta', 'result_count') === 0 && first === undefined ? 'a search without result' : undefined;
}

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const value = Array.isArray(file.json.value) ? file.json.value[0] : file.json.value;
  const data = at(value, 'data');
  const first = Array.isArray(data) ? data[0] : (data ?? value);
  const wrapped = at(value, '__twarc') !== undefined || at(value, 'includes') !== undefined || at(value, 'matching_rules') !== undefined || at(value, 'meta', 'newest_id') !== undefined;
  if (isV2(first)) return { score: wrapped ? 0.97 : 0.93, why: wrapped ? '"data" with "includes" or "__twarc"' : 'tweets with "author_id" and "text"' };
  const other = otherContent(value, first);
  if (other !== undefined) return { score: wrapped ? 0.97 : 0.9, why: 'answer of the Twitter API v2', holdsNoMessages: other };
  return isTweet(first) && wrapped ? { score: 0.9, why: '"data" with "includes" or "__twarc"' } : undefined;
}

type Lookup = ReadonlyMap<string, unknown>;

function byId(values: unknown): Lookup {
  return new Map(asArray(values).map((value) => [asText(at(value, 'id')) ?? '', value] as const));
}

const longText = (tweet: unknown): string | undefined => unescapeTweet(wordsOf(at(tweet, 'note_tweet', 'text')) ?? wordsOf(at(tweet, 'text')));

function toRecord(value: unknown, row: number, users: Lookup, tweets: Lookup): MessageRecord | undefined {
  const tweet = asObject(value);
  const id = asText(tweet?.['id']);
  if (!tweet || id === undefined || !isTweet(tweet)) return undefined;
  const references = asArray(tweet['referenced_tweets']);
  const reference = (type: string): unknown => references.find((item) => at(item, 'type') === type);
  const reposted = reference('retweeted');
  const original = reposted === undefined ? undefined : (tweets.get(asText(at(reposted, 'id')) ?? '') ?? reposted);
  const parentId = asText(at(reference('replied_to'), 'id'));
  const author = asObject(tweet['author']) ?? users.get(asText(tweet['author_id']) ?? '');
  const userName = asText(at(author, 'username'));
  const metrics = tweet['public_metrics'];
  const media = asArray(at(tweet, 'attachments', 'media_keys')).length || asArray(at(tweet, 'attachments', 'media')).length;
  return {
    row, platform: 'x', stage: 'public', kind: reposted !== undefined ? 'share' : parentId !== undefined || tweet['in_reply_to_user_id'] ? 'comment' : 'post',
    id, parentId, threadId: asText(tweet['conversation_id']),
    authorId: asText(tweet['author_id']) ?? asText(at(author, 'id')), authorName: userName,
    sentAt: timeOf(tweet['created_at']),
    // The text of a retweet is cut at 140 characters; the original is beside it.
    text: (original === undefined ? undefined : longText(original)) ?? longText(tweet),
    url: tweetUrl(id, userName),
    likes: countOf(at(metrics, 'like_count')), shares: countOf(at(metrics, 'retweet_count')), replies: countOf(at(metrics, 'reply_count')),
    views: countOf(at(metrics, 'impression_count')), reach: countOf(at(author, 'public_metrics', 'followers_count')),
    givenLanguage: languageOf(tweet['lang']),
    attachments: media > 0 ? media : undefined,
    edited: asArray(tweet['edit_history_tweet_ids']).length > 1 ? true : undefined,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0;
  yield* readItems(itemsIn(file), function* (page) {
    const data = at(page, 'data');
    const tweets = Array.isArray(data) ? data : [data ?? page];
    const users = byId(at(page, 'includes', 'users')), others = byId(at(page, 'includes', 'tweets'));
    if (data === undefined && !isTweet(page)) {
      if (at(page, 'meta') !== undefined || at(page, 'errors') !== undefined) yield { note: 'a page without tweets' };
      return;
    }
    if (tweets.length === 0) yield { note: 'a page without tweets' };
    for (const tweet of tweets) {
      row++;
      const record = toRecord(tweet, row, users, others);
      yield record ? { record } : { reject: { row, reason: 'not-a-message', hint: otherContent(page, tweet) ?? 'an object without id and text' } };
    }
  });
}

export const twitterApiV2: Source = {
  format: 'twitter-api-v2',
  label: 'Twitter / X API v2 and twarc (pages, flat, streams)',
  stage: 'public',
  evidence: 'real',
  example: '{ "data": [{ "id": "…", "author_id": "…", "text": "…" }], "includes": { "users": [] }, "meta": {} }',
  memory: 'stream',
  detect,
  parse,
};
