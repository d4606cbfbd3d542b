import type { Direction } from '../../model/index.js';
import { filedUnder } from '../json/filed-under.js';
import { careRecord, type CareMessage } from '../json/care-record.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import {
  byFirstItem,
  closingIn,
  countOf,
  numberedItems,
  textOrHtml,
  timeOf,
  wordsOf,
} from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['tickets'], ['results']] as const;
const STATUS: Readonly<Record<string, string>> = {
  2: 'open',
  3: 'pending',
  4: 'resolved',
  5: 'closed',
  6: 'waiting on customer',
  7: 'waiting on third party',
};
/** `source` of a ticket: how it came in. */
const CHANNELS: Readonly<Record<string, string>> = {
  1: 'email',
  2: 'ticket',
  3: 'phone',
  5: 'x-dm',
  6: 'facebook-dm',
  7: 'chat',
  13: 'whatsapp-dm',
};

const ticketOf = (item: unknown): Readonly<Record<string, unknown>> | undefined =>
  asObject(at(item, 'helpdesk_ticket')) ?? asObject(item);
const isExported = (item: unknown): boolean => at(item, 'helpdesk_ticket') !== undefined;
const isTicket = (ticket: unknown): boolean =>
  at(ticket, 'subject') !== undefined &&
  at(ticket, 'requester_id') !== undefined &&
  at(ticket, 'raw_subject') === undefined &&
  ['description_text', 'responder_id', 'fr_due_by', 'notes', 'display_id', 'fr_escalated'].some(
    (key) => at(ticket, key) !== undefined,
  );

function* records(item: unknown, next: () => number): Iterable<Parsed> {
  const ticket = ticketOf(item);
  if (!ticket || (!isTicket(ticket) && !isExported(item))) return;
  const number = asText(ticket['display_id']) ?? asText(ticket['id']);
  const requester = asText(ticket['requester_id']);
  const status = asText(ticket['status_name']) ?? asText(at(STATUS, asText(ticket['status']) ?? ''));
  const channel = asText(at(CHANNELS, asText(ticket['source']) ?? '')) ?? 'ticket';
  const base = { platform: 'freshdesk', channel, threadId: number };
  const text = textOrHtml(
    ticket['description_text'] ??
      (ticket['description_html'] === undefined ? undefined : ticket['description']),
    ticket['description_html'] ?? ticket['description'],
  );
  const row = next(),
    sentAt = timeOf(ticket['created_at']);
  // the account export calls `ticket_states` what the API calls `stats`
  const states = ticket['stats'] ?? ticket['ticket_states'];
  const { closedAt, doubts } = closingIn(
    [at(states, 'resolved_at'), at(states, 'closed_at'), ticket['resolved_at'], ticket['closed_at']],
    sentAt,
    row,
  );
  yield* doubts;
  yield {
    record: careRecord({
      ...base,
      row,
      kind: 'ticket',
      id: `ticket-${number ?? ''}`,
      direction: 'inbound',
      authorId: requester,
      authorName: asText(at(ticket, 'requester', 'name')) ?? asText(ticket['requester_name']),
      contacts: [at(ticket, 'requester', 'email')],
      sentAt,
      title: wordsOf(ticket['subject']),
      text,
      status,
      closedAt,
      attributes: filedUnder(ticket),
      attachments: ticket['attachments'],
    }),
  };
  for (const wrapped of [...asArray(ticket['notes']), ...asArray(ticket['conversations'])]) {
    const note = at(wrapped, 'helpdesk_note') ?? wrapped;
    yield {
      record: careRecord({
        ...base,
        ...noteFields(note, requester),
        row: next(),
        parentId: `ticket-${number ?? ''}`,
        status,
        closedAt,
      }),
    };
  }
}

function noteFields(note: unknown, requester: string | undefined): Omit<CareMessage, 'row' | 'platform'> {
  const author = asText(at(note, 'user_id'));
  const inbound =
    at(note, 'incoming') === true ||
    (at(note, 'incoming') === undefined && author !== undefined && author === requester);
  const isDeleted = at(note, 'deleted') === true;
  const direction: Direction = at(note, 'private') === true ? 'internal' : inbound ? 'inbound' : 'outbound';
  const text = textOrHtml(
    at(note, 'body_text') ?? (at(note, 'body_html') === undefined ? undefined : at(note, 'body')),
    at(note, 'body_html') ?? at(note, 'body'),
  );
  return {
    ...(isDeleted && { kind: 'deleted' as const }),
    id: asText(at(note, 'id')),
    direction,
    authorId: author,
    sentAt: timeOf(at(note, 'created_at')),
    text: isDeleted ? undefined : text,
    attachments: at(note, 'attachments'),
    likes: countOf(at(note, 'likes')),
  };
}

export const freshdesk = described('freshdesk', {
  detect: byFirstItem(
    PATHS,
    [isExported, 0.96, '"helpdesk_ticket", as the account export writes it'],
    [isTicket, 0.9, 'tickets with "requester_id", "responder_id" and "fr_due_by"'],
  ),
  parse: numberedItems(PATHS, records),
});
