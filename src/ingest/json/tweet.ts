import type { MessageRecord } from '../../model/index.js';
import { asArray, asObject, asText, at } from './json.js';
import { retweetLength } from '../../util/retweet.js';
import { countOf, languageOf, timeOf, wordsOf } from './json-records.js';

/** Tweets come with `&`, `<` and `>` escaped, and nothing else. */
export function unescapeTweet(text: string | undefined): string | undefined {
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Address of a tweet; the name in it only decorates. */
export function tweetUrl(id: string | undefined, userName: string | undefined): string | undefined {
  return id === undefined ? undefined : `https://x.com/${userName ?? 'i/web'}/status/${id}`;
}

/** Long text, then full text, then the text cut at 140 characters. */
function textOf(tweet: unknown): string | undefined {
  const text =
    wordsOf(at(tweet, 'note_tweet', 'note_tweet_results', 'result', 'text')) ??
    wordsOf(at(tweet, 'extended_tweet', 'full_text')) ??
    wordsOf(at(tweet, 'full_text')) ??
    wordsOf(at(tweet, 'text'));
  return unescapeTweet(text);
}

/** A tweet of the API v1.1 or of an archive. `owner` is the author where the tweet names none. */
export function tweetV1(
  value: unknown,
  row: number,
  owner?: { readonly id: string | undefined; readonly userName: string | undefined },
): MessageRecord | undefined {
  const tweet = asObject(value);
  const id = asText(tweet?.['id_str']) ?? asText(tweet?.['id']);
  if (!tweet || id === undefined || (tweet['full_text'] === undefined && tweet['text'] === undefined))
    return undefined;
  const user = tweet['user'];
  const userName = asText(at(user, 'screen_name')) ?? owner?.userName;
  const reposted = asObject(tweet['retweeted_status']);
  const text = textOf(reposted ?? tweet);
  const isRepost = reposted !== undefined || retweetLength(text ?? '') > 0;
  const parentId = asText(tweet['in_reply_to_status_id_str']) ?? asText(tweet['in_reply_to_status_id']);
  const media = asArray(at(tweet, 'extended_entities', 'media'));
  return {
    row,
    platform: 'x',
    stage: 'public',
    kind: isRepost
      ? 'share'
      : parentId !== undefined || tweet['in_reply_to_user_id_str']
        ? 'comment'
        : 'post',
    id,
    parentId,
    threadId: asText(tweet['conversation_id_str']),
    authorId: asText(at(user, 'id_str')) ?? owner?.id,
    authorName: wordsOf(at(user, 'name')) ?? userName,
    authorHandle: userName,
    sentAt: timeOf(tweet['created_at']),
    text,
    url: tweetUrl(id, userName),
    likes: countOf(tweet['favorite_count']),
    shares: countOf(tweet['retweet_count']),
    replies: countOf(tweet['reply_count']),
    views: countOf(at(tweet, 'views', 'count') ?? at(tweet, 'ext_views', 'count')),
    reach: countOf(at(user, 'followers_count')),
    givenLanguage: languageOf(tweet['lang']),
    attachments: media.length > 0 ? media.length : undefined,
    edited: asObject(at(tweet, 'edit_info', 'edit')) !== undefined ? true : undefined,
  };
}
