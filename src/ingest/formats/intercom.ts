import type { Direction, MessageRecord, RecordTime } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { closingIn, countOf, firstItem, numberedItems, textOrHtml, timeOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['conversations'], ['data', 'items'], ['pages', 'data']] as const;
const CHANNELS: Readonly<Record<string, string>> = {
  email: 'email',
  facebook: 'facebook-dm',
  instagram: 'instagram-dm',
  twitter: 'x-dm',
  whatsapp: 'whatsapp-dm',
  sms: 'sms',
  phone_call: 'phone',
  phone_switch: 'phone',
};
const DELETED = /^this message was deleted$/i;

/** A conversation, bare or inside a webhook. */
function conversationOf(item: unknown): unknown {
  const inner = at(item, 'data', 'item') ?? item;
  const first = at(inner, 'conversation_message') ?? at(inner, 'source');
  return asObject(inner) &&
    (at(inner, 'type') === 'conversation' || at(inner, 'conversation_parts') !== undefined) &&
    first !== undefined
    ? inner
    : undefined;
}

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const item = firstItem(file, ...PATHS);
  if (conversationOf(item) !== undefined)
    return { score: 0.96, why: '"type": "conversation" with "conversation_parts"' };
  const topic = asText(at(item, 'topic')) ?? '';
  if (at(item, 'type') === 'notification_event' && topic !== '')
    return {
      score: 0.9,
      why: `webhook "${topic}"`,
      holdsNoMessages: `an Intercom event "${topic}" without a conversation`,
    };
  return undefined;
}

function directionOf(author: unknown, partType: string): Direction {
  if (partType === 'note') return 'internal';
  return /^(?:admin|bot|team|operator|fin)$/.test(asText(at(author, 'type')) ?? '') ? 'outbound' : 'inbound';
}

interface Conversation {
  readonly id: string | undefined;
  readonly channel: string | undefined;
  readonly status: string | undefined;
  readonly closedAt: RecordTime | undefined;
  readonly customer: unknown;
}

function toRecord(part: unknown, partType: string, conversation: Conversation, row: number): MessageRecord {
  const text = textOrHtml(undefined, at(part, 'body'));
  const author = at(part, 'author');
  const direction = directionOf(author, partType);
  const isDeleted = at(part, 'redacted') === true || DELETED.test(text ?? '');
  const known =
    direction === 'inbound' ? { ...asObject(conversation.customer), ...asObject(author) } : asObject(author);
  const id = asText(at(part, 'id'));
  return careRecord({
    row,
    platform: 'intercom',
    channel: conversation.channel,
    direction,
    ...(isDeleted && { kind: 'deleted' as const }),
    automatic: at(author, 'type') === 'bot',
    id: id === undefined ? undefined : `${conversation.id ?? ''}/${id}`,
    threadId: conversation.id,
    authorId: asText(at(author, 'id')),
    authorName: asText(at(known, 'name')),
    contacts: [at(known, 'email')],
    sentAt: timeOf(at(part, 'created_at')),
    title: textOrHtml(undefined, at(part, 'subject')),
    text: isDeleted ? undefined : text,
    status: partType === 'close' ? 'closed' : partType === 'open' ? 'open' : conversation.status,
    closedAt: partType === 'close' ? timeOf(at(part, 'created_at')) : conversation.closedAt,
    attachments: at(part, 'attachments'),
  });
}

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  const value = conversationOf(item);
  if (value === undefined) return;
  const first = asObject(at(value, 'conversation_message')) ?? asObject(at(value, 'source')) ?? {};
  const type = asText(first['type']) ?? '';
  const row = next();
  const { closedAt, doubts } = closingIn(
    [at(value, 'statistics', 'last_close_at')],
    timeOf(at(value, 'created_at')),
    row,
  );
  yield* doubts;
  const conversation: Conversation = {
    id: asText(at(value, 'id')),
    status: asText(at(value, 'state')),
    closedAt,
    customer: at(value, 'user') ?? at(value, 'contacts', 'contacts', 0),
    channel: Object.hasOwn(CHANNELS, type) ? CHANNELS[type] : undefined,
  };
  const rating = countOf(at(value, 'conversation_rating', 'rating'));
  const opening = toRecord(
    { ...first, created_at: first['created_at'] ?? at(value, 'created_at') },
    'comment',
    conversation,
    row,
  );
  yield { record: { ...opening, ...(rating === undefined ? {} : { rating, ratingMax: 5 }) } };
  const list = at(value, 'conversation_parts', 'conversation_parts') ?? at(value, 'conversation_parts');
  for (const part of asArray(list))
    yield { record: toRecord(part, asText(at(part, 'part_type')) ?? 'comment', conversation, next()) };
}

export const intercom = described('intercom', { detect, parse: numberedItems(PATHS, records) });
