import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, kindOfMessage, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['chats'], ['data']] as const;

/** Senders are told by a letter: a visitor, an agent, the system. */
const SENDERS: ReadonlySet<unknown> = new Set(['v', 'a', 's']);

const isChat = (value: unknown): boolean =>
  Array.isArray(at(value, 'messages')) &&
  at(value, 'visitor') !== undefined &&
  SENDERS.has(at(value, 'messages', 0, 'sender', 't'));

function* records(chat: unknown, next: () => number): Iterable<Parsed> {
  if (!isChat(chat)) return;
  const visitor = at(chat, 'visitor'),
    threadId = asText(at(chat, 'id')),
    email = asText(at(visitor, 'email'));
  for (const [rank, message] of asArray(at(chat, 'messages')).entries()) {
    const sender = asText(at(message, 'sender', 't')),
      customer = sender === 'v',
      text = wordsOf(at(message, 'msg')),
      attachments = asArray(at(message, 'attchs')).length;
    yield {
      record: {
        row: next(),
        platform: 'tawk',
        stage: 'private',
        channel: 'chat',
        kind: sender === 's' ? 'system' : kindOfMessage(text, attachments),
        id: threadId === undefined ? undefined : `${threadId}/${rank}`,
        threadId,
        direction: customer ? 'inbound' : 'outbound',
        authorId: customer ? asText(at(visitor, 'id')) : asText(at(message, 'sender', 'id')),
        authorName: wordsOf((customer ? at(visitor, 'name') : undefined) ?? at(message, 'sender', 'n')),
        authorIsBrand: customer ? undefined : true,
        authorContacts: customer && email !== undefined && email !== '' ? [email] : undefined,
        sentAt: timeOf(at(message, 'time')),
        text,
        attachments: attachments > 0 ? attachments : undefined,
      },
    };
  }
}

export const tawk = described('tawk', {
  detect: byFirstItem(PATHS, [isChat, 0.95, 'chats with "visitor" and messages whose "sender" has a "t"']),
  parse: numberedItems(PATHS, records),
});
