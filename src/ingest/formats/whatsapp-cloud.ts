import type { MessageRecord } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asNumber, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

/** Types that hold a file, with a caption or none. */
const MEDIA: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'document', 'sticker', 'voice']);

const isWebhook = (value: unknown): boolean =>
  at(value, 'object') === 'whatsapp_business_account' && Array.isArray(at(value, 'entry'));
/** What providers pass on of a webhook: the value of one change. */
const isValue = (value: unknown): boolean =>
  at(value, 'messaging_product') === 'whatsapp' && at(value, 'metadata') !== undefined;

const valuesOf = (item: unknown): readonly unknown[] =>
  isValue(item)
    ? [item]
    : asArray(at(item, 'entry'))
        .flatMap((entry) => asArray(at(entry, 'changes')))
        .map((change) => at(change, 'value'))
        .filter(isValue);

/** Words that the customer wrote or chose; nothing for a type that has none. */
function textOf(message: unknown, type: string): string | undefined {
  const body = at(message, type);
  return (
    wordsOf(at(body, 'body')) ??
    wordsOf(at(body, 'caption')) ??
    (type === 'button' ? wordsOf(at(body, 'text')) : undefined) ??
    wordsOf(at(body, 'button_reply', 'title')) ??
    wordsOf(at(body, 'list_reply', 'title'))
  );
}

function toRecord(message: unknown, value: unknown, row: number): MessageRecord {
  const type = asText(at(message, 'type')) ?? '',
    from = asText(at(message, 'from')),
    // what the brand wrote on its own telephone is echoed to whom it went
    to = asText(at(message, 'to')),
    isCustomer = to === undefined,
    contact = asArray(at(value, 'contacts')).find((one) => at(one, 'wa_id') === from);
  return careRecord({
    row,
    platform: 'whatsapp',
    channel: 'chat',
    automatic: type === 'system' || type === 'unsupported' || type === 'reaction',
    id: asText(at(message, 'id')),
    threadId: isCustomer ? from : to,
    parentId: asText(at(message, 'context', 'id')),
    direction: isCustomer ? 'inbound' : 'outbound',
    authorId: from,
    authorName: wordsOf(at(contact, 'profile', 'name')),
    contacts: from === undefined ? [] : [`+${from}`],
    sentAt: timeOf(asNumber(at(message, 'timestamp'))),
    text: type === 'system' ? undefined : textOf(message, type),
    attachments: MEDIA.has(type) ? 1 : 0,
  });
}

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  let none = true;
  for (const value of valuesOf(item))
    for (const key of ['messages', 'message_echoes'])
      for (const message of asArray(at(value, key))) {
        none = false;
        yield { record: toRecord(message, value, next()) };
      }
  if (none)
    yield {
      reject: { row: next(), reason: 'not-a-message', hint: 'this item of the file holds no message' },
    };
}

/** Webhooks of WhatsApp's Cloud API as they were kept, one a line or in a list; what only tells that a message went out is none. */
export const whatsappCloud = described('whatsapp-cloud', {
  detect: byFirstItem(
    [],
    [isWebhook, 0.95, 'webhooks of a "whatsapp_business_account"'],
    [isValue, 0.95, 'values with "messaging_product" and "metadata" as WhatsApp’s webhooks tell them'],
  ),
  parse: numberedItems([], records),
});
