import { filedUnder } from '../json/filed-under.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['chats'], ['docs'], ['results']] as const;

/** Chats hold a history, messages left outside of hours one text. */
const isChat = (value: unknown): boolean =>
  at(value, 'visitor') !== undefined &&
  (Array.isArray(at(value, 'history')) || at(value, 'type') === 'offline_msg');

const isExport = (item: unknown): boolean =>
  isChat(item) &&
  (at(item, 'timestamp') ?? at(item, 'session')) !== undefined &&
  (asArray(at(item, 'history')).length === 0 ||
    asText(at(item, 'history', 0, 'type'))?.startsWith('chat.') === true);

const SAID = new Set(['chat.msg', 'chat.file']);

function* records(chat: unknown, next: () => number): Iterable<Parsed> {
  if (!isChat(chat)) return;
  const visitor = at(chat, 'visitor');
  const base = {
    platform: 'zendesk-chat',
    channel: 'chat',
    threadId: asText(at(chat, 'id')),
    attributes: filedUnder({ tags: at(chat, 'tags') }),
  };
  const customer = {
    direction: 'inbound' as const,
    authorId: asText(at(visitor, 'id')),
    authorName: wordsOf(at(visitor, 'name')),
    contacts: [at(visitor, 'email'), at(visitor, 'phone')],
  };
  const left = wordsOf(at(chat, 'message'));
  if (!Array.isArray(at(chat, 'history'))) {
    if (left !== undefined)
      yield {
        record: careRecord({
          ...base,
          ...customer,
          row: next(),
          id: base.threadId,
          sentAt: timeOf(at(chat, 'timestamp')),
          text: left,
        }),
      };
    return;
  }
  let said = 0;
  for (const event of asArray(at(chat, 'history'))) {
    if (!SAID.has(asText(at(event, 'type')) ?? '')) continue;
    said++;
    const nick = asText(at(event, 'nick')) ?? '',
      byVisitor = nick === 'visitor' || nick.startsWith('visitor:') || at(event, 'sender_type') === 'Visitor';
    // Texts of a trigger of the desk are nobody's.
    const automatic = !byVisitor && (nick === 'agent:trigger' || at(event, 'sender_type') === 'Trigger');
    const text = wordsOf(at(event, 'msg'));
    yield {
      record: careRecord({
        ...base,
        ...(byVisitor
          ? customer
          : { direction: 'outbound', authorId: nick, authorName: wordsOf(at(event, 'name')) }),
        row: next(),
        kind: automatic ? 'system' : text === undefined ? 'media' : 'message',
        id: `${base.threadId ?? ''}-${asText(at(event, 'msg_id')) ?? String(said)}`,
        sentAt: timeOf(at(event, 'timestamp')),
        text,
        attachments: at(event, 'attachment') === undefined ? 0 : 1,
      }),
    };
  }
  if (said === 0)
    yield { reject: { row: next(), reason: 'not-a-message', hint: 'a chat in which nobody wrote' } };
}

export const zendeskChat = described('zendesk-chat', {
  detect: byFirstItem(PATHS, [isExport, 0.95, 'chats with "visitor" and a "history" of "chat.…"']),
  parse: numberedItems(PATHS, records),
});
