import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at, jsonItems, wholeJson } from '../json/json.js';
import { readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { tweetV1, unescapeTweet } from '../json/tweet.js';
import { described } from './described.js';

const TWEETS = /^(?:tweets?|community_tweets?|deleted_tweets?|note_tweets?)$/;
const MESSAGES = /^direct_messages?(?:_group)?$/;

/** `tweets` of `window.YTD.tweets.part0`. */
const partName = (file: ExportFile): string | undefined =>
  /YTD\.([a-z_]+?)\.part\d+$/i.exec(file.json?.prefix ?? '')?.[1]?.toLowerCase();

function detect(file: ExportFile): Detection | undefined {
  const prefix = file.json?.prefix;
  if (prefix === undefined) return undefined;
  if (prefix.endsWith('__THAR_CONFIG'))
    return { score: 0.99, why: 'window.__THAR_CONFIG', holdsNoMessages: 'manifest of an X archive' };
  const part = partName(file);
  if (part === undefined) return undefined;
  const why = `the prefix ${prefix}`;
  if (!TWEETS.test(part) && !MESSAGES.test(part))
    return { score: 0.99, why, holdsNoMessages: `part "${part}" of an X archive holds no messages` };
  if (asArray(file.json?.value).length === 0 && file.headIsAll)
    return { score: 0.99, why, holdsNoMessages: `empty part "${part}" of an X archive` };
  return { score: 0.99, why };
}

interface Owner {
  readonly id: string | undefined;
  readonly userName: string | undefined;
}

/** The account of the archive, from the files beside. */
async function ownerOf(file: ExportFile): Promise<Owner> {
  for (const name of ['account.js', 'manifest.js']) {
    const sibling = await file.sibling(name);
    if (!sibling) continue;
    try {
      const value = await wholeJson(sibling, 16 * 1024 * 1024);
      const account = at(value, 0, 'account') ?? at(value, 'userInfo');
      const id = asText(at(account, 'accountId')),
        userName = asText(at(account, 'username')) ?? asText(at(account, 'userName'));
      if (id !== undefined || userName !== undefined) return { id, userName };
    } catch {
      /* a damaged neighbour does not make the tweets unreadable */
    }
  }
  return { id: undefined, userName: undefined };
}

function toTweet(item: unknown, row: number, owner: Owner): MessageRecord | undefined {
  const note = at(item, 'noteTweet');
  const tweet =
    note === undefined
      ? (at(item, 'tweet') ?? item)
      : {
          id_str: at(note, 'noteTweetId'),
          created_at: at(note, 'createdAt'),
          full_text: at(note, 'core', 'text'),
        };
  const record = tweetV1(tweet, row, owner);
  if (!record) return undefined;
  const isDeleted = at(tweet, 'deleted_at') !== undefined;
  return {
    ...record,
    ...(isDeleted ? { kind: 'deleted' as const, text: undefined } : {}),
    ...((owner.id ?? owner.userName) ? { authorIsBrand: true } : {}),
  };
}

function toMessage(
  event: unknown,
  conversation: string | undefined,
  row: number,
  owner: Owner,
): MessageRecord | undefined {
  const [type, value] = Object.entries(asObject(event) ?? {})[0] ?? [];
  if (type === undefined || !asObject(value)) return undefined;
  const base = {
    row,
    platform: 'x',
    channel: 'x-dm',
    stage: 'private' as const,
    threadId: conversation,
    id: asText(at(value, 'id')),
    sentAt: timeOf(at(value, 'createdAt')),
  };
  if (type !== 'messageCreate') return { ...base, kind: 'system' };
  const sender = asText(at(value, 'senderId'));
  const text = unescapeTweet(wordsOf(at(value, 'text')));
  const attachments = asArray(at(value, 'mediaUrls')).length;
  const likes = asArray(at(value, 'reactions')).length;
  return {
    ...base,
    kind: text === undefined ? 'media' : 'message',
    authorId: sender,
    text,
    ...(owner.id !== undefined && sender === owner.id
      ? { authorIsBrand: true, authorName: owner.userName }
      : {}),
    likes: likes > 0 ? likes : undefined,
    attachments: attachments > 0 ? attachments : undefined,
    edited: asArray(at(value, 'editHistory')).length > 0 ? true : undefined,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const owner = await ownerOf(file);
  if (owner.id ?? owner.userName) yield { note: "the account of the archive is taken as the brand's own" };
  else yield { note: 'no account.js or manifest.js beside: the author of the archive is not known' };
  if (!MESSAGES.test(partName(file) ?? '')) {
    yield* readItems(jsonItems(file, []), function* (item, row) {
      const record = toTweet(item, row, owner);
      if (record) yield { record };
    });
    return;
  }
  let row = 0;
  yield* readItems(jsonItems(file, []), function* (item) {
    const conversation = asText(at(item, 'dmConversation', 'conversationId'));
    for (const event of asArray(at(item, 'dmConversation', 'messages'))) {
      row++;
      const record = toMessage(event, conversation, row, owner);
      yield record
        ? { record }
        : { reject: { row, reason: 'not-a-message', hint: 'an event of a conversation without content' } };
    }
  });
}

export const twitterArchive = described('twitter-archive', { detect, parse });
