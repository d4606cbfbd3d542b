import type { Direction } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['conversations'], ['messages']] as const;

const isMessage = (value: unknown): boolean =>
  Array.isArray(at(value, 'message_parts')) && asText(at(value, 'actor_type')) !== undefined;
const isConversation = (value: unknown): boolean => asArray(at(value, 'messages')).some(isMessage);

function directionOf(message: unknown): Direction {
  if (at(message, 'message_type') === 'private') return 'internal';
  return at(message, 'actor_type') === 'user' ? 'inbound' : 'outbound';
}

/** One message, in parts of text, pictures and files. */
function* messageRecords(message: unknown, users: readonly unknown[], row: number): Iterable<Parsed> {
  if (!isMessage(message)) return;
  const parts = asArray(at(message, 'message_parts')),
    text = wordsOf(parts.map((part) => asText(at(part, 'text', 'content')) ?? '').join('\n')),
    direction = directionOf(message),
    actor = asText(at(message, 'actor_id')),
    user = direction === 'inbound' ? users.find((one) => at(one, 'id') === actor) : undefined,
    automatic =
      direction !== 'inbound' &&
      (/^(?:system|bot)$/.test(asText(at(message, 'actor_type')) ?? '') ||
        /^(?:system|bot)$/.test(asText(at(message, 'message_source')) ?? '') ||
        at(message, 'message_type') === 'system');
  yield {
    record: careRecord({
      row,
      platform: 'freshchat',
      channel: 'chat',
      automatic,
      id: asText(at(message, 'id')),
      threadId: asText(at(message, 'conversation_id')),
      direction,
      authorId: actor,
      authorName: wordsOf(
        [at(user, 'first_name'), at(user, 'last_name')].map((part) => asText(part) ?? '').join(' '),
      ),
      contacts: [at(user, 'email'), at(user, 'phone')],
      sentAt: timeOf(at(message, 'created_time')),
      text,
      attachments: parts.filter((part) => at(part, 'text') === undefined),
    }),
  };
}

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  if (!isConversation(item)) {
    if (isMessage(item)) yield* messageRecords(item, [], next());
    return;
  }
  const users = asArray(at(item, 'users'));
  for (const message of asArray(at(item, 'messages'))) yield* messageRecords(message, users, next());
}

export const freshchat = described('freshchat', {
  detect: byFirstItem(
    PATHS,
    [isConversation, 0.95, 'conversations whose messages have "message_parts" and "actor_type"'],
    [isMessage, 0.95, 'messages with "message_parts" and "actor_type" as Freshchat tells them'],
  ),
  parse: numberedItems(PATHS, records),
});
