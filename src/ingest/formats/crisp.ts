import { careRecord } from '../json/care-record.js';
import { asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['data'], ['messages']] as const;

const isMessage = (value: unknown): boolean =>
  asText(at(value, 'session_id')) !== undefined &&
  /^(?:user|operator)$/.test(asText(at(value, 'from')) ?? '') &&
  at(value, 'fingerprint') !== undefined;

function* records(message: unknown, next: () => number): Iterable<Parsed> {
  if (!isMessage(message)) return;
  const type = asText(at(message, 'type')) ?? 'text',
    isCustomer = at(message, 'from') === 'user',
    content = at(message, 'content'),
    session = asText(at(message, 'session_id')) ?? '';
  // files, choices and fields hold objects; an event is nobody's words
  const text = type === 'event' ? undefined : (wordsOf(content) ?? wordsOf(at(content, 'text'))),
    automatic = type === 'event' || (!isCustomer && at(message, 'automated') === true);
  yield {
    record: careRecord({
      row: next(),
      platform: 'crisp',
      channel: asText(at(message, 'origin')) === 'email' ? 'email' : 'chat',
      kind: automatic ? 'system' : text === undefined ? 'media' : 'message',
      // a fingerprint is addressed within its session
      id: `${session}/${asText(at(message, 'fingerprint')) ?? ''}`,
      threadId: session,
      direction: isCustomer ? 'inbound' : type === 'note' ? 'internal' : 'outbound',
      authorId: asText(at(message, 'user', 'user_id')),
      authorName: wordsOf(at(message, 'user', 'nickname')),
      sentAt: timeOf(at(message, 'timestamp')),
      text,
      attachments: type === 'file' || type === 'audio' || type === 'animation' ? 1 : 0,
      edited: at(message, 'edited') === true ? true : undefined,
    }),
  };
}

export const crisp = described('crisp', {
  detect: byFirstItem(PATHS, [
    isMessage,
    0.95,
    'messages with "session_id", "from" and "fingerprint" as Crisp tells them',
  ]),
  parse: numberedItems(PATHS, records),
});
