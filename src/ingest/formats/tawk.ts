import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['chats'], ['data'], []] as const;

/** Senders are told by a letter: a visitor, an agent, the system. */
const SENDERS: ReadonlySet<unknown> = new Set(['v', 'a', 's']);

const isChat = (value: unknown): boolean =>
  Array.isArray(at(value, 'messages')) &&
  at(value, 'visitor') !== undefined &&
  SENDERS.has(at(value, 'messages', 0, 'sender', 't'));

/** A chat, in the transcript that a webhook sends or alone. */
const chatOf = (item: unknown): unknown => at(item, 'chat') ?? item;

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  const chat = chatOf(item);
  if (!isChat(chat)) return;
  const visitor = at(chat, 'visitor'),
    threadId = asText(at(chat, 'id'));
  for (const [rank, message] of asArray(at(chat, 'messages')).entries()) {
    const sender = asText(at(message, 'sender', 't')),
      customer = sender === 'v';
    yield {
      record: careRecord({
        row: next(),
        platform: 'tawk',
        channel: 'chat',
        automatic: sender === 's',
        id: threadId === undefined ? undefined : `${threadId}/${rank}`,
        threadId,
        direction: customer ? 'inbound' : 'outbound',
        authorId: customer ? asText(at(visitor, 'id')) : asText(at(message, 'sender', 'id')),
        authorName: wordsOf((customer ? at(visitor, 'name') : undefined) ?? at(message, 'sender', 'n')),
        contacts: [at(visitor, 'email')],
        sentAt: timeOf(at(message, 'time')),
        text: wordsOf(at(message, 'msg')),
        attachments: at(message, 'attchs'),
      }),
    };
  }
}

export const tawk = described('tawk', {
  detect: byFirstItem(PATHS, [
    (item) => isChat(chatOf(item)),
    0.95,
    'chats with "visitor" and messages whose "sender" has a "t"',
  ]),
  parse: numberedItems(PATHS, records),
});
