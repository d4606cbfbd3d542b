import type { Direction, MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import {
  byFirstItem,
  closingIn,
  itemsIn,
  readItems,
  textOrHtml,
  timeOf,
  wordsOf,
  zoneOf,
} from '../json/json-records.js';
import type { Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

const PATHS = [['data'], ['tickets']] as const;
const DIRECTIONS: Readonly<Record<string, Direction | undefined>> = {
  INBOUND: 'inbound',
  OUTBOUND: 'outbound',
  NOTE: 'internal',
};
const directionOf = (value: unknown): Direction | undefined => DIRECTIONS[asText(at(value, 'type')) ?? ''];

const isMessage = (value: unknown): boolean =>
  directionOf(value) !== undefined &&
  at(value, 'ticket_id') !== undefined &&
  at(value, 'message') !== undefined;
const isTicket = (value: unknown): boolean => asArray(at(value, 'messages')).some(isMessage);

/** What Trengo calls WhatsApp. */
const CHANNELS: Readonly<Record<string, string>> = { wa_business: 'whatsapp-dm', whatsapp: 'whatsapp-dm' };
function channelOf(value: unknown): string {
  const type = asText(at(value, 'channel', 'type'))?.toLowerCase() ?? 'ticket';
  return CHANNELS[type] ?? type;
}

type Around = Pick<MessageRecord, 'channel' | 'title' | 'status' | 'closedAt'>;

function messageRecord(message: unknown, around: Around, row: number, options: ReadOptions): Parsed {
  const direction = directionOf(message) ?? 'internal',
    customer = direction === 'inbound',
    author = at(message, customer ? 'contact' : 'agent'),
    html = at(message, 'body_type') === 'HTML',
    text = html ? textOrHtml(undefined, at(message, 'message')) : wordsOf(at(message, 'message'));
  return {
    record: careRecord({
      row,
      platform: 'trengo',
      ...around,
      id: asText(at(message, 'id')),
      threadId: asText(at(message, 'ticket_id')),
      direction,
      authorId: asText(at(author, 'id')),
      authorName: wordsOf(at(author, 'name')),
      contacts: [at(author, 'email'), at(author, 'phone')],
      sentAt: timeOf(at(message, 'created_at'), zoneOf(options)),
      text,
      attachments: at(message, 'attachments'),
    }),
  };
}

/** Tickets with their messages, or messages alone. */
async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  let row = 0;
  yield* readItems(itemsIn(file, ...PATHS), function* (item) {
    if (isMessage(item)) yield messageRecord(item, { channel: channelOf(item) }, ++row, options);
    if (!isTicket(item)) return;
    const first = row + 1,
      { closedAt, doubts } = closingIn(
        [at(item, 'closed_at')],
        timeOf(at(item, 'created_at'), zoneOf(options)),
        first,
      );
    yield* doubts;
    const around: Around = {
      channel: channelOf(item),
      title: wordsOf(at(item, 'subject')),
      status: asText(at(item, 'status')),
      closedAt,
    };
    for (const message of asArray(at(item, 'messages')))
      if (isMessage(message)) yield messageRecord(message, around, ++row, options);
  });
}

export const trengo = described('trengo', {
  detect: byFirstItem(
    PATHS,
    [isTicket, 0.95, 'tickets whose messages are "INBOUND", "OUTBOUND" or "NOTE" as Trengo tells them'],
    [isMessage, 0.95, 'messages with "ticket_id" that are "INBOUND", "OUTBOUND" or "NOTE"'],
  ),
  parse,
});
