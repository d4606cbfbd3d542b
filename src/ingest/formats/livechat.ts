import { filedUnder } from '../json/filed-under.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['chats'], ['chats_summary']] as const;

/** Archives give one thread a chat, a chat asked for alone its threads. */
const threadsOf = (chat: unknown): readonly unknown[] =>
  at(chat, 'thread') === undefined ? asArray(at(chat, 'threads')) : [at(chat, 'thread')];
const isChat = (value: unknown): boolean =>
  Array.isArray(at(value, 'users')) && threadsOf(value).some((thread) => Array.isArray(at(thread, 'events')));

/** Fields of a form that are the visitor's own words. */
const ASKED = /^(?:question|textarea|subject|text)$/;

/** What a visitor asked in the form before a chat; the survey after it is no message. */
const askedIn = (event: unknown): string | undefined =>
  at(event, 'form_type') === 'postchat'
    ? undefined
    : wordsOf(
        asArray(at(event, 'fields'))
          .flatMap((field) =>
            ASKED.test(asText(at(field, 'type')) ?? '') ? (asText(at(field, 'answer')) ?? []) : [],
          )
          .join('\n'),
      );
/** An answer of a form by the kind of its field. */
const answerIn = (event: unknown, type: string): string | undefined =>
  wordsOf(
    at(
      asArray(at(event, 'fields')).find((field) => at(field, 'type') === type),
      'answer',
    ),
  );

function* records(chat: unknown, next: () => number): Iterable<Parsed> {
  if (!isChat(chat)) return;
  const users = new Map(asArray(at(chat, 'users')).map((user) => [asText(at(user, 'id')), user]));
  let said = 0;
  for (const thread of threadsOf(chat)) {
    const base = {
      platform: 'livechat',
      channel: 'chat',
      threadId: asText(at(thread, 'id')) ?? asText(at(chat, 'id')),
      attributes: filedUnder({ tags: at(thread, 'tags') }),
    };
    for (const event of asArray(at(thread, 'events'))) {
      const type = asText(at(event, 'type')),
        author = asText(at(event, 'author_id')),
        user = users.get(author);
      const asked = type === 'filled_form' ? askedIn(event) : undefined;
      // What the system says has no author.
      if (type !== 'message' && type !== 'file' && type !== 'rich_message' && asked === undefined) continue;
      said++;
      const isCustomer = asked !== undefined || at(user, 'type') === 'customer',
        text = asked ?? wordsOf(at(event, 'text')) ?? wordsOf(at(event, 'elements', 0, 'title'));
      const hidden = (asText(at(event, 'visibility')) ?? asText(at(event, 'recipients'))) === 'agents';
      yield {
        record: careRecord({
          ...base,
          row: next(),
          // Cards, and what a bot writes, are no person's words.
          kind:
            type === 'rich_message' || (!isCustomer && author?.startsWith('bot-') === true)
              ? 'system'
              : text === undefined
                ? 'media'
                : 'message',
          id: asText(at(event, 'id')),
          direction: isCustomer ? 'inbound' : hidden ? 'internal' : 'outbound',
          authorId: author,
          authorName: wordsOf(at(user, 'name')) ?? answerIn(event, 'name'),
          contacts: [wordsOf(at(user, 'email')) ?? answerIn(event, 'email')],
          sentAt: timeOf(at(event, 'created_at')),
          text,
          attachments: type === 'file' ? 1 : 0,
        }),
      };
    }
  }
  if (said === 0)
    yield { reject: { row: next(), reason: 'not-a-message', hint: 'a chat in which nobody wrote' } };
}

export const livechat = described('livechat', {
  detect: byFirstItem(PATHS, [isChat, 0.95, 'chats with "users" and a "thread" of "events"']),
  parse: numberedItems(PATHS, records),
});
