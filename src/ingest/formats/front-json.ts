import type { Direction } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, textOrHtml, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['_results']] as const;
/** Types of messages that are told in other words; the others keep theirs. */
const CHANNELS: Readonly<Record<string, string>> = {
  facebook: 'facebook-dm',
  fb_dm: 'facebook-dm',
  instagram_dm: 'instagram-dm',
  twitter_dm: 'x-dm',
  whatsapp: 'whatsapp-dm',
  front_chat: 'chat',
  intercom: 'chat',
};

const isMessage = (value: unknown): boolean =>
  typeof at(value, 'is_inbound') === 'boolean' && at(value, 'created_at') !== undefined;
const isEvent = (value: unknown): boolean =>
  at(value, 'emitted_at') !== undefined && at(value, 'conversation') !== undefined;

/** A message that stands alone tells its conversation by an address. */
const conversationOf = (message: unknown): string | undefined =>
  /conversations\/([^/?]+)/.exec(asText(at(message, '_links', 'related', 'conversation')) ?? '')?.[1];

function* messageRecord(
  message: unknown,
  row: number,
  around: { readonly id: string | undefined; readonly status?: string | undefined; readonly title?: unknown },
): Iterable<Parsed> {
  const direction: Direction = at(message, 'is_inbound') === true ? 'inbound' : 'outbound',
    from = asArray(at(message, 'recipients')).find((one) => at(one, 'role') === 'from'),
    type = asText(at(message, 'type')) ?? 'email';
  const html = wordsOf(at(message, 'body')),
    text =
      textOrHtml(at(message, 'text'), html) ??
      (html === undefined ? wordsOf(at(message, 'blurb')) : undefined);
  yield {
    record: careRecord({
      row,
      platform: 'front',
      channel: asText(at(CHANNELS, type)) ?? type.replaceAll('_', '-'),
      id: asText(at(message, 'id')),
      threadId: around.id,
      direction,
      authorName: asText(at(from, 'name')),
      contacts: [at(from, 'handle')],
      sentAt: timeOf(at(message, 'created_at')),
      title: wordsOf(at(message, 'subject')) ?? wordsOf(around.title),
      text,
      status: around.status,
      attachments: at(message, 'attachments'),
    }),
  };
}

/** A message, a comment among agents, or a change of a conversation: archived it is closed, reopened it is open. */
function* records(item: unknown, row: number): Iterable<Parsed> {
  if (isMessage(item)) {
    yield* messageRecord(item, row, { id: conversationOf(item) });
    return;
  }
  if (!isEvent(item)) return;
  const conversation = at(item, 'conversation'),
    type = asText(at(item, 'type')) ?? '',
    id = asText(at(conversation, 'id')),
    target = at(item, 'target', 'data');
  if (isMessage(target)) {
    yield* messageRecord(target, row, { id, title: at(conversation, 'subject') });
    return;
  }
  const text = type === 'comment' ? wordsOf(at(target, 'body')) : undefined,
    emittedAt = timeOf(at(item, 'emitted_at'));
  yield {
    record: careRecord({
      row,
      platform: 'front',
      id: asText(at(item, 'id')),
      threadId: id,
      direction: 'internal',
      sentAt: emittedAt,
      text,
      status: type === 'archive' ? 'closed' : type === 'reopen' || type === 'reminder' ? 'open' : undefined,
      closedAt: type === 'archive' ? emittedAt : undefined,
    }),
  };
}

export const frontJson = described('front-json', {
  detect: byFirstItem(
    PATHS,
    [isEvent, 0.95, 'events with "emitted_at" and "conversation"'],
    [isMessage, 0.95, 'messages with "is_inbound" and "created_at"'],
  ),
  parse: numberedItems(PATHS, (item, next) => records(item, next())),
});
