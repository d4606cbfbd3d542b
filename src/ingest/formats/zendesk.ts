import type { Direction, MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { htmlToText } from '../markup/html.js';
import { MAX_JSON_ITEM, asArray, asObject, asText, at } from '../json/json.js';
import { firstItem, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed, Source } from '../source.js';

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'email',
  facebook: 'facebook-dm',
  instagram_dm: 'instagram-dm',
  twitter: 'x-dm',
  whatsapp: 'whatsapp-dm',
  chat: 'chat',
  native_messaging: 'chat',
  voice: 'phone',
  phone: 'phone',
  sms: 'sms',
  line: 'line-dm',
  telegram: 'telegram-dm',
  viber: 'viber-dm',
};

const isTicket = (value: unknown): boolean =>
  at(value, 'raw_subject') !== undefined ||
  (at(value, 'requester_id') !== undefined &&
    at(value, 'via') !== undefined &&
    at(value, 'subject') !== undefined);
const isAudit = (value: unknown): boolean =>
  at(value, 'ticket_id') !== undefined && Array.isArray(at(value, 'events'));
const isComment = (value: unknown): boolean =>
  at(value, 'author_id') !== undefined &&
  at(value, 'body') !== undefined &&
  (at(value, 'html_body') ?? at(value, 'public')) !== undefined;

function detect(file: ExportFile): Detection | undefined {
  if (!file.json || file.json.prefix !== undefined) return undefined;
  const page = Array.isArray(file.json.value) ? file.json.value[0] : file.json.value;
  const first = (key: string): unknown => at(page, key, 0);
  if (isTicket(first('tickets')) || isTicket(at(page, 'ticket')))
    return { score: 0.97, why: '"tickets" with "requester_id" and "via"' };
  if (isAudit(first('audits'))) return { score: 0.97, why: '"audits" with "events"' };
  if (isComment(first('comments')) && !isTicket(page))
    return { score: 0.96, why: '"comments" with "html_body" and "public"' };
  if (isTicket(page)) return { score: 0.96, why: 'tickets with "requester_id" and "via"' };
  if (isAudit(firstItem(file)) || isComment(firstItem(file)))
    return { score: 0.93, why: 'comments or audits of tickets' };
  const lists = ['users', 'organizations', 'ticket_metrics', 'ticket_events', 'ticket_fields'].filter((key) =>
    Array.isArray(at(page, key)),
  );
  if (lists.length > 0 && (at(page, 'next_page') !== undefined || at(page, 'end_of_stream') !== undefined)) {
    return {
      score: 0.85,
      why: `"${lists[0]}" with "next_page"`,
      holdsNoMessages: `a Zendesk list of ${lists.join(', ')}`,
    };
  }
  return undefined;
}

interface Person {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly isAgent: boolean | undefined;
}

/** What the file has said so far: people beside the tickets, and who asked for which ticket. */
class Desk {
  row = 0;
  guessed = false;
  readonly people = new Map<string, Person>();
  readonly requesters = new Map<string, string>();

  learn(page: unknown): void {
    for (const user of asArray(at(page, 'users'))) this.person(user);
    for (const key of ['requester', 'submitter', 'assignee']) this.person(at(page, key));
  }

  private person(user: unknown): void {
    const id = asText(at(user, 'id'));
    if (id === undefined) return;
    const role = asText(at(user, 'role'));
    this.people.set(id, {
      name: asText(at(user, 'name')),
      email: asText(at(user, 'email')),
      isAgent: role === undefined ? undefined : role !== 'end-user',
    });
  }

  /** inbound when the author asked for the ticket or is an end user; else an agent answers. */
  direction(author: string | undefined, ticket: string | undefined, isPublic: boolean): Direction {
    if (!isPublic) return 'internal';
    const requester = ticket === undefined ? undefined : this.requesters.get(ticket);
    if (author !== undefined && author === requester) return 'inbound';
    const isAgent = author === undefined ? undefined : this.people.get(author)?.isAgent;
    if (isAgent !== undefined) return isAgent ? 'outbound' : 'inbound';
    return requester === undefined ? 'inbound' : 'outbound';
  }

  author(
    id: string | undefined,
    direction: Direction,
  ): Pick<MessageRecord, 'authorId' | 'authorName' | 'authorContacts' | 'authorIsBrand' | 'direction'> {
    const person = id === undefined ? undefined : this.people.get(id);
    const email = direction === 'inbound' ? person?.email : undefined;
    return {
      authorId: id,
      authorName: person?.name,
      direction,
      authorIsBrand: direction === 'inbound' ? undefined : true,
      authorContacts: email === undefined ? undefined : [email],
    };
  }
}

const base = { platform: 'zendesk', stage: 'private' as const };
const channelOf = (via: unknown): string => CHANNELS[asText(at(via, 'channel')) ?? ''] ?? 'ticket';

function bodyOf(comment: unknown): string | undefined {
  const html = wordsOf(at(comment, 'html_body'));
  return (
    wordsOf(at(comment, 'plain_body'))?.replaceAll('&nbsp;', ' ') ??
    wordsOf(at(comment, 'body')) ??
    (html === undefined ? undefined : wordsOf(htmlToText(html)))
  );
}

interface Around {
  readonly ticket: string | undefined;
  readonly via: unknown;
  readonly at: unknown;
  readonly status: string | undefined;
  readonly title: string | undefined;
}

function commentRecord(value: unknown, around: Around, desk: Desk): MessageRecord {
  const author = asText(at(value, 'author_id'));
  const direction = desk.direction(author, around.ticket, at(value, 'public') !== false);
  const text = bodyOf(value);
  const attachments = asArray(at(value, 'attachments')).length;
  return {
    ...base,
    ...desk.author(author, direction),
    row: ++desk.row,
    channel: channelOf(at(value, 'via') ?? around.via),
    kind: text !== undefined ? 'message' : attachments > 0 ? 'media' : 'system',
    id: asText(at(value, 'id')),
    threadId: around.ticket,
    sentAt: timeOf(at(value, 'created_at') ?? around.at),
    title: around.title,
    text,
    status: around.status,
    attachments: attachments > 0 ? attachments : undefined,
  };
}

function* ticketRecords(value: unknown, desk: Desk): Iterable<Parsed> {
  desk.learn(value);
  const id = asText(at(value, 'id'));
  const requester = asText(at(value, 'requester_id')) ?? asText(at(value, 'requester', 'id'));
  if (id !== undefined && requester !== undefined) desk.requesters.set(id, requester);
  const status = asText(at(value, 'status')),
    title = wordsOf(at(value, 'subject'));
  const comments = asArray(at(value, 'comments'));
  // The account export holds the comments in the ticket; the description then repeats the first one.
  if (comments.length > 0) {
    for (const [index, each] of comments.entries()) {
      yield {
        record: commentRecord(
          each,
          {
            ticket: id,
            via: at(value, 'via'),
            at: at(value, 'created_at'),
            status,
            title: index === 0 ? title : undefined,
          },
          desk,
        ),
      };
    }
    return;
  }
  const score = asText(at(value, 'satisfaction_rating', 'score'));
  yield {
    record: {
      ...base,
      ...desk.author(requester, 'inbound'),
      row: ++desk.row,
      kind: status === 'deleted' ? 'deleted' : 'ticket',
      channel: channelOf(at(value, 'via')),
      id: `ticket-${id ?? ''}`,
      threadId: id,
      sentAt: timeOf(at(value, 'created_at')),
      title: status === 'deleted' ? undefined : title,
      text: status === 'deleted' ? undefined : wordsOf(at(value, 'description')),
      status,
      rating: score === 'good' ? 1 : score === 'bad' ? 0 : undefined,
      ratingMax: score === 'good' || score === 'bad' ? 1 : undefined,
    },
  };
}

/** One audit: the comments in it; without any, the change itself is kept, with the status it sets. */
function* auditRecords(value: unknown, desk: Desk): Iterable<Parsed> {
  const id = asText(at(value, 'ticket_id'));
  const events = asArray(at(value, 'events'));
  const set = (name: string): string | undefined =>
    asText(
      at(
        events.find((event) => at(event, 'field_name') === name),
        'value',
      ),
    );
  const requester = set('requester_id');
  if (id !== undefined && requester !== undefined) desk.requesters.set(id, requester);
  const around: Around = {
    ticket: id,
    via: at(value, 'via'),
    at: at(value, 'created_at'),
    status: set('status'),
    title: wordsOf(set('subject')),
  };
  const comments = events.filter(
    (event) => (asText(at(event, 'type')) ?? '').endsWith('Comment') && bodyOf(event) !== undefined,
  );
  for (const each of comments)
    yield { record: commentRecord({ ...asObject(each), via: undefined }, around, desk) };
  if (comments.length > 0) return;
  const author = asText(at(value, 'author_id'));
  const direction = desk.direction(author, id, true);
  yield {
    record: {
      ...base,
      ...desk.author(author, direction),
      row: ++desk.row,
      kind: 'system',
      channel: channelOf(at(value, 'via')),
      id: asText(at(value, 'id')),
      threadId: id,
      sentAt: timeOf(around.at),
      status: around.status,
    },
  };
}

/** The comments of one ticket, which the API lists without saying whose ticket it is: the first author asked. */
function* commentRecords(page: unknown, desk: Desk): Iterable<Parsed> {
  const list = asArray(at(page, 'comments'));
  const thread =
    asText(at(page, 'ticket_id')) ??
    /tickets\/(\d+)\/comments/.exec(
      asText(at(page, 'next_page')) ?? asText(at(page, 'links', 'next')) ?? '',
    )?.[1];
  const first = asText(at(list[0], 'author_id'));
  const ticketId = thread ?? `of-comment-${asText(at(list[0], 'id')) ?? ''}`;
  if (desk.people.size === 0 && first !== undefined) {
    desk.requesters.set(ticketId, first);
    desk.guessed = true;
  }
  for (const each of list)
    yield {
      record: commentRecord(
        each,
        { ticket: ticketId, via: undefined, at: undefined, status: undefined, title: undefined },
        desk,
      ),
    };
}

function* pageRecords(value: unknown, desk: Desk): Iterable<Parsed> {
  desk.learn(value);
  const list =
    at(value, 'tickets') ?? at(value, 'audits') ?? at(value, 'ticket_audits') ?? at(value, 'comments');
  if (isTicket(value)) yield* ticketRecords(value, desk);
  else if (isTicket(at(value, 'ticket'))) yield* ticketRecords(at(value, 'ticket'), desk);
  else if (isAudit(value)) yield* auditRecords(value, desk);
  else if (isComment(value))
    yield {
      record: commentRecord(
        value,
        {
          ticket: asText(at(value, 'ticket_id')),
          via: undefined,
          at: undefined,
          status: undefined,
          title: undefined,
        },
        desk,
      ),
    };
  else if (Array.isArray(at(value, 'comments'))) yield* commentRecords(value, desk);
  else if (Array.isArray(list)) {
    if (list.length === 0) yield { note: 'an empty page' };
    for (const item of list) {
      if (isTicket(item)) yield* ticketRecords(item, desk);
      else if (isAudit(item)) yield* auditRecords(item, desk);
      else
        yield { reject: { row: ++desk.row, reason: 'not-a-message', hint: 'neither a ticket nor an audit' } };
    }
  }
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const desk = new Desk();
  yield* readItems(itemsIn(file), (value) => pageRecords(value, desk));
  if (desk.guessed)
    yield {
      doubt: {
        reason: 'other',
        column: 'author_id',
        hint: 'the comments do not say who is an agent: the first author of each page is taken as the customer, the others as agents',
      },
    };
}

export const zendesk: Source = {
  format: 'zendesk',
  label: 'Zendesk (tickets, incremental export, audits, comments; JSON)',
  stage: 'private',
  evidence: 'real',
  example:
    '{ "tickets": [{ "id": 1, "raw_subject": "…", "description": "…", "via": { "channel": "email" } }] }',
  memory: { wholeUpTo: MAX_JSON_ITEM },
  detect,
  parse,
};
