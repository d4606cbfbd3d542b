import type { Direction, MessageRecord } from '../../model/index.js';
import { filedUnder } from '../json/filed-under.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import {
  byFirstItem,
  closingIn,
  languageOf,
  numberedItems,
  textOrHtml,
  timeOf,
  wordsOf,
} from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['data'], ['tickets']] as const;
/** Channels of tickets, as this package calls them; those that are missing keep their names. */
const CHANNELS: Readonly<Record<string, string>> = {
  'facebook-messenger': 'facebook-dm',
  'instagram-direct-message': 'instagram-dm',
  'twitter-direct-message': 'x-dm',
  whatsapp: 'whatsapp-dm',
  'contact-form': 'form',
  contact_form: 'form',
  facebook: 'facebook-comment',
  'instagram-comment': 'instagram-comment',
  'instagram-ad-comment': 'instagram-comment',
};
/** Of these, what anybody reads. */
const PUBLIC: ReadonlySet<string> = new Set(['facebook-comment', 'instagram-comment']);

const isTicket = (value: unknown): boolean =>
  at(value, 'created_datetime') !== undefined &&
  at(value, 'closed_datetime') !== undefined &&
  (at(value, 'customer') !== undefined || at(value, 'messages') !== undefined);

/** A list of messages without their tickets, as /api/messages gives it. */
const isMessage = (value: unknown): boolean =>
  at(value, 'ticket_id') !== undefined && typeof at(value, 'from_agent') === 'boolean';

const textOf = (message: unknown): string | undefined =>
  wordsOf(at(message, 'stripped_text')) ?? textOrHtml(at(message, 'body_text'), at(message, 'body_html'));

/** A rule of the desk answers, no person. */
const isByRule = (message: unknown): boolean =>
  at(message, 'from_agent') === true && at(message, 'via') === 'rule';

type Around = Pick<
  MessageRecord,
  'platform' | 'stage' | 'channel' | 'threadId' | 'status' | 'closedAt' | 'givenLanguage' | 'attributes'
>;

function messageRecord(message: unknown, base: Around, row: number): MessageRecord {
  const isInternal = at(message, 'public') === false || at(message, 'channel') === 'internal-note';
  const direction: Direction = isInternal
    ? 'internal'
    : at(message, 'from_agent') === true
      ? 'outbound'
      : 'inbound';
  const sender = at(message, 'sender');
  return careRecord({
    ...base,
    row,
    automatic: isByRule(message),
    id: asText(at(message, 'id')),
    // Nobody outside reads a note, be its ticket a comment.
    ...(isInternal && { stage: 'private' as const }),
    direction,
    authorId: asText(at(sender, 'id')),
    authorName: asText(at(sender, 'name')),
    contacts: [at(sender, 'email')],
    sentAt: timeOf(at(message, 'sent_datetime') ?? at(message, 'created_datetime')),
    title: wordsOf(at(message, 'subject')),
    text: textOf(message),
    attachments: at(message, 'attachments'),
  });
}

function* records(ticket: unknown, next: () => number): Iterable<Parsed> {
  if (isMessage(ticket)) {
    const told = asText(at(ticket, 'source', 'type')) ?? asText(at(ticket, 'channel')) ?? 'ticket',
      channel = asText(at(CHANNELS, told)) ?? told;
    const stage = PUBLIC.has(channel) ? ('public' as const) : ('private' as const);
    const threadId = asText(at(ticket, 'ticket_id'));
    yield { record: messageRecord(ticket, { platform: 'gorgias', stage, channel, threadId }, next()) };
    return;
  }
  if (!isTicket(ticket)) return;
  const row = next(),
    sentAt = timeOf(at(ticket, 'created_datetime'));
  const { closedAt, doubts } = closingIn([at(ticket, 'closed_datetime')], sentAt, row);
  yield* doubts;
  const told = asText(at(ticket, 'channel')) ?? 'ticket',
    channel = asText(at(CHANNELS, told)) ?? told;
  const base = {
    platform: 'gorgias',
    stage: PUBLIC.has(channel) ? ('public' as const) : ('private' as const),
    channel,
    threadId: asText(at(ticket, 'id')),
    status: asText(at(ticket, 'status')),
    closedAt,
    givenLanguage: languageOf(at(ticket, 'language')),
    attributes: filedUnder(ticket),
  };
  const messages = asArray(at(ticket, 'messages'));
  for (const [rank, message] of messages.entries())
    yield { record: messageRecord(message, base, rank === 0 ? row : next()) };
  if (messages.length > 0) return;
  const customer = at(ticket, 'customer'),
    email = asText(at(customer, 'email'));
  yield {
    record: {
      ...base,
      row,
      kind: 'ticket',
      id: `ticket-${base.threadId ?? ''}`,
      direction: at(ticket, 'from_agent') === true ? 'outbound' : 'inbound',
      authorId: asText(at(customer, 'id')),
      authorName: asText(at(customer, 'name')),
      authorContacts: email === undefined ? undefined : [email],
      sentAt,
      title: wordsOf(at(ticket, 'subject')),
      text: wordsOf(at(ticket, 'excerpt')),
    },
  };
}

export const gorgias = described('gorgias', {
  detect: byFirstItem(
    PATHS,
    [isTicket, 0.95, 'tickets with "created_datetime", "closed_datetime" and "customer"'],
    [isMessage, 0.95, 'messages with "ticket_id" and "from_agent"'],
  ),
  parse: numberedItems(PATHS, records),
});
