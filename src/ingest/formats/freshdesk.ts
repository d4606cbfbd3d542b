import type { Direction, MessageRecord } from '../../model/index.js';
import { filedUnder } from '../json/filed-under.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import {
  byFirstItem,
  closingIn,
  countOf,
  kindOfMessage,
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
  const email = asText(at(ticket, 'requester', 'email'));
  const base = { platform: 'freshdesk', stage: 'private' as const, channel, threadId: number };
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
    record: {
      ...base,
      row,
      kind: 'ticket',
      id: `ticket-${number ?? ''}`,
      direction: 'inbound',
      authorId: requester,
      authorName: asText(at(ticket, 'requester', 'name')) ?? asText(ticket['requester_name']),
      authorContacts: email === undefined ? undefined : [email],
      sentAt,
      title: wordsOf(ticket['subject']),
      text,
      status,
      closedAt,
      attributes: filedUnder(ticket),
      attachments: asArray(ticket['attachments']).length || undefined,
    },
  };
  for (const wrapped of [...asArray(ticket['notes']), ...asArray(ticket['conversations'])]) {
    const note = at(wrapped, 'helpdesk_note') ?? wrapped;
    yield {
      record: {
        ...base,
        ...noteFields(note, requester),
        row: next(),
        parentId: `ticket-${number ?? ''}`,
        status,
        closedAt,
      },
    };
  }
}

function noteFields(
  note: unknown,
  requester: string | undefined,
): Omit<MessageRecord, 'row' | 'platform' | 'stage'> {
  const author = asText(at(note, 'user_id'));
  const inbound =
    at(note, 'incoming') === true ||
    (at(note, 'incoming') === undefined && author !== undefined && author === requester);
  const direction: Direction = at(note, 'private') === true ? 'internal' : inbound ? 'inbound' : 'outbound';
  const attachments = asArray(at(note, 'attachments')).length;
  const text = textOrHtml(
    at(note, 'body_text') ?? (at(note, 'body_html') === undefined ? undefined : at(note, 'body')),
    at(note, 'body_html') ?? at(note, 'body'),
  );
  return {
    kind: at(note, 'deleted') === true ? 'deleted' : kindOfMessage(text, attachments),
    id: asText(at(note, 'id')),
    direction,
    authorId: author,
    authorIsBrand: direction === 'inbound' ? undefined : true,
    sentAt: timeOf(at(note, 'created_at')),
    text: at(note, 'deleted') === true ? undefined : text,
    attachments: attachments > 0 ? attachments : undefined,
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
