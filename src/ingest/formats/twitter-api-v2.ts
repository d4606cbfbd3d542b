import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { countOf, itemsIn, languageOf, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { tweetUrl, unescapeTweet } from '../json/tweet.js';
import { described } from './described.js';

const isTweet = (value: unknown): boolean => at(value, 'id') !== undefined && at(value, 'text') !== undefined;
const isV2 = (value: unknown): boolean =>
  isTweet(value) &&
  ['author_id', 'edit_history_tweet_ids', 'public_metrics', 'conversation_id', 'referenced_tweets'].some(
    (key) => at(value, key) !== undefined,
  );

/** An event of the direct-message end points. */
const isDirect = (value: unknown): boolean =>
  at(value, 'dm_conversation_id') !== undefined && at(value, 'event_type') !== undefined;
/** The object of an answer that asks for one tweet has nothing but these. */
const isBareAnswer = (page: unknown, tweet: unknown): boolean =>
  isTweet(tweet) &&
  at(page, 'data') !== undefined &&
  Object.keys(asObject(page) ?? {}).every((key) => /^(?:data|includes|errors|meta)$/.test(key)) &&
  /^\d{1,20}$/.test(asText(at(tweet, 'id')) ?? '') &&
  Object.keys(asObject(tweet) ?? {}).every((key) => TWEET_KEYS.has(key));
const TWEET_KEYS = new Set(
  'id text created_at lang source entities attachments possibly_sensitive reply_settings geo withheld'.split(
    ' ',
  ),
);

/** What such a file holds when it holds no tweets. */
function otherContent(page: unknown, first: unknown): string | undefined {
  if (at(first, 'username') !== undefined && at(first, 'name') !== undefined && !isTweet(first))
    return 'users, no tweets';
  if (at(first, 'tweet_count') !== undefined && at(first, 'start') !== undefined)
    return 'counts of tweets, no tweets';
  if (
    at(first, 'redacted_at') !== undefined ||
    (at(first, 'action') !== undefined && at(first, 'reason') !== undefined)
  )
    return 'compliance events, no tweets';
  if (
    first === undefined &&
    /^https:\/\/api\.(?:twitter|x)\.com\//.test(asText(at(page, 'errors', 0, 'type')) ?? '')
  )
    return 'errors only';
  return at(page, 'meta', 'result_count') === 0 && first === undefined
    ? 'a search without result'
    : undefined;
}

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const value = Array.isArray(file.json.value) ? file.json.value[0] : file.json.value;
  const data = at(value, 'data');
  const first = Array.isArray(data)
    ? data[0]
    : (data ?? ((at(value, 'meta') ?? at(value, 'errors')) ? undefined : value));
  const wrapped =
    at(value, '__twarc') !== undefined ||
    at(value, 'includes') !== undefined ||
    at(value, 'matching_rules') !== undefined ||
    at(value, 'meta', 'newest_id') !== undefined;
  if (isV2(first))
    return {
      score: wrapped ? 0.97 : 0.93,
      why: wrapped ? '"data" with "includes" or "__twarc"' : 'tweets with "author_id" and "text"',
    };
  const other = otherContent(value, first);
  // A page without tweets may come before pages with tweets.
  if (other !== undefined && first === undefined && file.json.layout !== 'document')
    return { score: wrapped ? 0.97 : 0.9, why: 'pages of the Twitter API v2' };
  if (other !== undefined)
    return { score: wrapped ? 0.97 : 0.9, why: 'answer of the Twitter API v2', holdsNoMessages: other };
  if (isDirect(first)) return { score: 0.95, why: 'events with "dm_conversation_id"' };
  if (isTweet(first) && wrapped) return { score: 0.9, why: '"data" with "includes" or "__twarc"' };
  return isBareAnswer(value, first)
    ? { score: 0.8, why: '"data" with "id" and "text" of a tweet' }
    : undefined;
}

type Lookup = ReadonlyMap<string, unknown>;

function byId(values: unknown): Lookup {
  return new Map(asArray(values).map((value) => [asText(at(value, 'id')) ?? '', value] as const));
}

const longText = (tweet: unknown): string | undefined =>
  unescapeTweet(wordsOf(at(tweet, 'note_tweet', 'text')) ?? wordsOf(at(tweet, 'text')));

function toRecord(value: unknown, row: number, users: Lookup, tweets: Lookup): MessageRecord | undefined {
  const tweet = asObject(value);
  const id = asText(tweet?.['id']);
  if (!tweet || id === undefined || !isTweet(tweet)) return undefined;
  const references = asArray(tweet['referenced_tweets']);
  const reference = (type: string): unknown => references.find((item) => at(item, 'type') === type);
  const reposted = reference('retweeted');
  const original =
    reposted === undefined ? undefined : (tweets.get(asText(at(reposted, 'id')) ?? '') ?? reposted);
  const parentId = asText(at(reference('replied_to'), 'id'));
  const author = asObject(tweet['author']) ?? users.get(asText(tweet['author_id']) ?? '');
  const userName = asText(at(author, 'username'));
  const metrics = tweet['public_metrics'];
  const media =
    asArray(at(tweet, 'attachments', 'media_keys')).length ||
    asArray(at(tweet, 'attachments', 'media')).length;
  return {
    row,
    platform: 'x',
    stage: 'public',
    kind:
      reposted !== undefined
        ? 'share'
        : parentId !== undefined || tweet['in_reply_to_user_id']
          ? 'comment'
          : 'post',
    id,
    parentId,
    threadId: asText(tweet['conversation_id']),
    authorId: asText(tweet['author_id']) ?? asText(at(author, 'id')),
    authorName: wordsOf(at(author, 'name')) ?? userName,
    authorHandle: userName,
    sentAt: timeOf(tweet['created_at']),
    // The text of a retweet is cut at 140 characters; the original is beside it.
    text: (original === undefined ? undefined : longText(original)) ?? longText(tweet),
    url: tweetUrl(id, userName),
    likes: countOf(at(metrics, 'like_count')),
    shares: countOf(at(metrics, 'retweet_count')),
    replies: countOf(at(metrics, 'reply_count')),
    views: countOf(at(metrics, 'impression_count')),
    reach: countOf(at(author, 'public_metrics', 'followers_count')),
    givenLanguage: languageOf(tweet['lang']),
    attachments: media > 0 ? media : undefined,
    edited: asArray(tweet['edit_history_tweet_ids']).length > 1 ? true : undefined,
  };
}

function toDirect(event: unknown, row: number, users: Lookup): MessageRecord {
  const author = asText(at(event, 'sender_id'));
  const sender = users.get(author ?? '');
  const userName = asText(at(sender, 'username'));
  const text = unescapeTweet(wordsOf(at(event, 'text')));
  const media = asArray(at(event, 'attachments', 'media_keys')).length;
  return {
    row,
    platform: 'x',
    stage: 'private',
    channel: 'x-dm',
    kind: at(event, 'event_type') !== 'MessageCreate' ? 'system' : text === undefined ? 'media' : 'message',
    id: asText(at(event, 'id')),
    threadId: asText(at(event, 'dm_conversation_id')),
    authorId: author,
    authorName: wordsOf(at(sender, 'name')) ?? userName,
    authorHandle: userName,
    sentAt: timeOf(at(event, 'created_at')),
    text,
    attachments: media > 0 ? media : undefined,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0;
  yield* readItems(itemsIn(file), function* (page) {
    const data = at(page, 'data');
    const tweets = Array.isArray(data) ? data : [data ?? page];
    const users = byId(at(page, 'includes', 'users')),
      others = byId(at(page, 'includes', 'tweets'));
    if (data === undefined && !isTweet(page)) {
      if (at(page, 'meta') !== undefined || at(page, 'errors') !== undefined)
        yield { note: 'a page without tweets' };
      return;
    }
    if (tweets.length === 0) yield { note: 'a page without tweets' };
    for (const tweet of tweets) {
      row++;
      const record = isDirect(tweet) ? toDirect(tweet, row, users) : toRecord(tweet, row, users, others);
      yield record
        ? { record }
        : {
            reject: {
              row,
              reason: 'not-a-message',
              hint: otherContent(page, tweet) ?? 'an object without id and text',
            },
          };
    }
  });
}

export const twitterApiV2 = described('twitter-api-v2', { detect, parse });
