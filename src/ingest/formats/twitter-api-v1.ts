import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { tweetV1, unescapeTweet } from '../json/tweet.js';
import { described } from './described.js';

const PATHS = [['statuses'], ['events'], ['direct_messages']] as const;
const RUBY_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} [\d:]{8} \+0000 \d{4}$/;

const isEvent = (item: unknown): boolean => at(item, 'message_create', 'message_data') !== undefined;
const isTweet = (item: unknown): boolean =>
  at(item, 'id_str') !== undefined &&
  RUBY_DATE.test(asText(at(item, 'created_at')) ?? '') &&
  (at(item, 'user') !== undefined || at(item, 'full_text') !== undefined || at(item, 'text') !== undefined);

/** A direct message of the endpoint that was closed in 2018. */
function oldMessage(item: unknown, row: number): MessageRecord {
  const sender = asText(at(item, 'sender', 'id_str')),
    recipient = asText(at(item, 'recipient', 'id_str'));
  const text = unescapeTweet(wordsOf(at(item, 'text')));
  return {
    row,
    platform: 'x',
    channel: 'x-dm',
    stage: 'private',
    kind: text === undefined ? 'media' : 'message',
    id: asText(at(item, 'id_str')),
    threadId: threadOf(sender, recipient),
    authorId: sender,
    authorName: wordsOf(at(item, 'sender', 'name')) ?? asText(at(item, 'sender', 'screen_name')),
    authorHandle: asText(at(item, 'sender', 'screen_name')),
    sentAt: timeOf(at(item, 'created_at')),
    text,
  };
}

const threadOf = (...people: readonly (string | undefined)[]): string =>
  people
    .filter((part) => part !== undefined)
    .toSorted()
    .join('-');

function* toRecords(item: unknown, row: number): Iterable<Parsed> {
  const event = at(item, 'message_create');
  if (event === undefined && at(item, 'recipient') !== undefined && at(item, 'sender') !== undefined) {
    yield { record: oldMessage(item, row) };
    return;
  }
  if (event === undefined) {
    const record = tweetV1(item, row);
    if (record) yield { record };
    return;
  }
  const sender = asText(at(event, 'sender_id')),
    recipient = asText(at(event, 'target', 'recipient_id'));
  const text = unescapeTweet(wordsOf(at(event, 'message_data', 'text')));
  const hasMedia = at(event, 'message_data', 'attachment') !== undefined;
  yield {
    record: {
      row,
      platform: 'x',
      channel: 'x-dm',
      stage: 'private',
      kind: text === undefined ? 'media' : 'message',
      id: asText(at(item, 'id')),
      threadId: threadOf(sender, recipient),
      authorId: sender,
      sentAt: timeOf(at(item, 'created_timestamp')),
      text,
      attachments: hasMedia ? 1 : undefined,
    },
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  yield* readItems(itemsIn(file, ...PATHS), toRecords);
  if (
    asArray(at(file.json?.value, 'statuses')).length === 0 &&
    at(file.json?.value, 'statuses') !== undefined
  )
    yield { note: 'a search without result' };
}

export const twitterApiV1 = described('twitter-api-v1', {
  detect: byFirstItem(
    PATHS,
    [isEvent, 0.96, '"message_create" events of the direct messages API'],
    [isTweet, 0.95, 'tweets with "id_str" and a date such as "Wed Jul 13 20:46:28 +0000 2022"'],
  ),
  parse,
});
