import type { Direction, MessageRecord } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

/** Messages of a conversation, or conversations with their last messages. */
const PATHS = [['payload'], ['data', 'payload']] as const;
/** What the numbers of `message_type` mean; webhooks say it in words. */
const TYPES = ['incoming', 'outgoing', 'activity', 'template'];

const typeOf = (message: unknown): string | undefined => {
  const type = at(message, 'message_type');
  return TYPES.find((name, number) => type === number || type === name);
};
const isMessage = (value: unknown): boolean =>
  typeOf(value) !== undefined && typeof at(value, 'private') === 'boolean';
const messagesOf = (item: unknown): readonly unknown[] =>
  isMessage(item) ? [item] : asArray(at(item, 'messages')).filter(isMessage);

function toRecord(message: unknown, row: number): MessageRecord {
  const type = typeOf(message),
    sender = at(message, 'sender'),
    isCustomer = type === 'incoming',
    who = (asText(at(sender, 'type')) ?? asText(at(message, 'sender_type')) ?? '').toLowerCase(),
    id = asText(at(sender, 'id'));
  const direction: Direction = isCustomer
    ? 'inbound'
    : at(message, 'private') === true
      ? 'internal'
      : 'outbound';
  // what nobody wrote: events, templates, questionnaires, bots
  const automatic =
    type === 'activity' ||
    type === 'template' ||
    who.replaceAll('_', '') === 'agentbot' ||
    at(message, 'content_type') === 'input_csat';
  const text = type === 'activity' ? undefined : wordsOf(at(message, 'content')),
    deleted = at(message, 'content_attributes', 'deleted') === true;
  return careRecord({
    row,
    platform: 'chatwoot',
    channel: 'chat',
    kind: deleted ? 'deleted' : automatic ? 'system' : text === undefined ? 'media' : 'message',
    id: asText(at(message, 'id')),
    threadId: asText(at(message, 'conversation_id')) ?? asText(at(message, 'conversation', 'id')),
    direction,
    // contacts and users have numbers of their own
    authorId: id === undefined ? undefined : `${isCustomer ? 'contact' : 'user'}-${id}`,
    authorName: wordsOf(at(sender, 'name')),
    contacts: [at(sender, 'email'), at(sender, 'phone_number')],
    sentAt: timeOf(at(message, 'created_at')),
    text: deleted ? undefined : text,
    attachments: at(message, 'attachments'),
  });
}

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  for (const message of messagesOf(item)) yield { record: toRecord(message, next()) };
}

export const chatwoot = described('chatwoot', {
  detect: byFirstItem(PATHS, [
    (item) => messagesOf(item).length > 0,
    0.95,
    'messages with "message_type" and "private" as Chatwoot tells them',
  ]),
  parse: numberedItems(PATHS, records),
});
