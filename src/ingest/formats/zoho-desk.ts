import type { Direction, MessageRecord } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, closingIn, numberedItems, textOrHtml, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['data'], ['tickets']] as const;

const isTicket = (value: unknown): boolean =>
  at(value, 'ticketNumber') !== undefined &&
  at(value, 'createdTime') !== undefined &&
  (at(value, 'statusType') ?? at(value, 'departmentId')) !== undefined;

const nameOf = (person: unknown): string | undefined =>
  wordsOf(at(person, 'name')) ??
  wordsOf([at(person, 'firstName'), at(person, 'lastName')].map((part) => asText(part) ?? '').join(' '));

/** A thread was sent one way or the other, or forwarded to a third party; a comment is a colleague’s, seen by the customer where it is public. */
function directionOf(part: unknown): Direction {
  if (at(part, 'isForward') === true && at(part, 'direction') === 'out') return 'internal';
  if (at(part, 'commentedTime') !== undefined || at(part, 'type') === 'comment')
    return at(part, 'isPublic') === true ? 'outbound' : 'internal';
  return at(part, 'direction') === 'out' ? 'outbound' : 'inbound';
}

type Around = Pick<MessageRecord, 'channel' | 'threadId' | 'title' | 'status' | 'closedAt'>;

function partRecord(part: unknown, around: Around, contact: unknown, row: number): Parsed {
  if (at(part, 'status') === 'DRAFT') return { reject: { row, reason: 'not-a-message', hint: 'a draft' } };
  const direction = directionOf(part),
    customer = direction === 'inbound',
    told = at(part, 'author') ?? at(part, 'commenter'),
    // an agent notes a call
    author = customer && (told === undefined || at(told, 'type') === 'AGENT') ? contact : told,
    html = at(part, 'contentType') !== 'text/plain' && at(part, 'contentType') !== 'plainText',
    content = at(part, 'content') ?? at(part, 'summary'),
    text = html ? textOrHtml(undefined, content) : wordsOf(content);

  return {
    record: careRecord({
      row,
      platform: 'zoho-desk',
      ...around,
      id: asText(at(part, 'id')),
      direction,
      authorId: asText(at(author, 'id')),
      authorName: nameOf(author),
      contacts: [at(author, 'email') ?? at(contact, 'email')],
      sentAt: timeOf(at(part, 'createdTime') ?? at(part, 'commentedTime')),
      text,
      attachments: at(part, 'attachments'),
    }),
  };
}

/** Tickets with what was said since; without it the description is the ticket. */
function* records(item: unknown, next: () => number): Iterable<Parsed> {
  if (!isTicket(item)) return;
  const row = next(),
    contact = at(item, 'contact'),
    sentAt = timeOf(at(item, 'createdTime')),
    { closedAt, doubts } = closingIn([at(item, 'closedTime')], sentAt, row);
  yield* doubts;
  const around: Around = {
    channel: asText(at(item, 'channel'))?.toLowerCase(),
    threadId: asText(at(item, 'id')),
    title: wordsOf(at(item, 'subject')),
    status: asText(at(item, 'status')),
    closedAt,
  };
  const parts = asArray(at(item, 'conversations') ?? at(item, 'threads'));
  for (const [rank, part] of parts.entries())
    yield partRecord(part, around, contact, rank === 0 ? row : next());
  if (parts.length > 0) return;
  yield {
    record: careRecord({
      ...around,
      row,
      platform: 'zoho-desk',
      kind: 'ticket',
      id: around.threadId,
      direction: 'inbound',
      authorId: asText(at(contact, 'id')),
      authorName: nameOf(contact),
      contacts: [at(item, 'email') ?? at(contact, 'email')],
      sentAt,
      text: textOrHtml(undefined, at(item, 'description')),
    }),
  };
}

export const zohoDesk = described('zoho-desk', {
  detect: byFirstItem(PATHS, [isTicket, 0.95, 'tickets with "ticketNumber" and "createdTime"']),
  parse: numberedItems(PATHS, records),
});
