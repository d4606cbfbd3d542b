import type { MessageRecord, RecordTime } from '../../model/index.js';
import type { Parsed } from '../source.js';
import { filedUnder } from './filed-under.js';
import { asArray, asObject, asText, at } from './json.js';
import { closingIn, kindOfMessage, textOrHtml, timeOf, wordsOf } from './json-records.js';
import type { ZendeskDesk } from './zendesk-desk.js';

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

/** States that an audit sets by which a ticket is closed. */
const SOLVES = /^(?:solved|closed)$/;

const base = { platform: 'zendesk', stage: 'private' as const };
const channelOf = (via: unknown): string => CHANNELS[asText(at(via, 'channel')) ?? ''] ?? 'ticket';

export function bodyOf(comment: unknown): string | undefined {
  return (
    wordsOf(at(comment, 'plain_body'))?.replaceAll('&nbsp;', ' ') ??
    textOrHtml(at(comment, 'body'), at(comment, 'html_body'))
  );
}

/** What is known of the ticket around a comment. */
export interface Around {
  readonly ticket: string | undefined;
  readonly via: unknown;
  readonly at: unknown;
  readonly status: string | undefined;
  readonly closedAt?: RecordTime | undefined;
  readonly title: string | undefined;
  readonly filed?: Readonly<Record<string, string>> | undefined;
}

/** A comment of a ticket; what it does not say comes from the ticket around it. */
export function commentRecord(value: unknown, around: Around, desk: ZendeskDesk): MessageRecord {
  const author = asText(at(value, 'author_id'));
  const direction = desk.direction(author, around.ticket, at(value, 'public') !== false);
  const text = bodyOf(value);
  const attachments = asArray(at(value, 'attachments')).length;
  const via = at(value, 'via') ?? around.via;
  // a trigger or automation of the desk wrote it
  const automatic =
    direction === 'outbound' && /^(?:rule|automation|trigger)/.test(asText(at(via, 'channel')) ?? '');
  return {
    ...base,
    site: desk.site,
    ...desk.author(author, direction),
    row: ++desk.row,
    channel: channelOf(via),
    kind: automatic ? 'system' : kindOfMessage(text, attachments),
    id: asText(at(value, 'id')),
    threadId: around.ticket,
    sentAt: timeOf(at(value, 'created_at') ?? around.at),
    title: around.title,
    text,
    status: around.status,
    closedAt: around.closedAt,
    attributes: around.filed,
    attachments: attachments > 0 ? attachments : undefined,
  };
}

/** A ticket: its comments where it holds them, else its description. */
export function* ticketRecords(value: unknown, desk: ZendeskDesk): Iterable<Parsed> {
  desk.learn(value);
  const id = asText(at(value, 'id'));
  const requester = asText(at(value, 'requester_id')) ?? asText(at(value, 'requester', 'id'));
  const comments = asArray(at(value, 'comments'));
  if (id !== undefined && requester !== undefined) desk.asksFor(id, requester, comments);
  const status = asText(at(value, 'status')),
    title = wordsOf(at(value, 'subject'));
  // `metric_set` is side-loaded
  const { closedAt, doubts } = closingIn(
    [at(value, 'metric_set', 'solved_at'), at(value, 'solved_at'), at(value, 'closed_at')],
    timeOf(at(value, 'created_at')),
    desk.row + 1,
  );
  yield* doubts;
  // The account export holds the comments in the ticket; the description then repeats the first one.
  if (comments.length > 0) {
    // who takes a call notes it in the place of the customer who rings
    const rings =
      requester !== undefined &&
      channelOf(at(value, 'via')) === 'phone' &&
      at(value, 'via', 'source', 'rel') !== 'outbound';
    for (const [index, each] of comments.entries()) {
      yield {
        record: commentRecord(
          rings && index === 0 && at(each, 'public') !== false
            ? { ...asObject(each), via: at(value, 'via'), author_id: requester }
            : each,
          {
            ticket: id,
            via: at(value, 'via'),
            at: at(value, 'created_at'),
            status,
            closedAt,
            title: index === 0 ? title : undefined,
            filed: index === 0 ? filedUnder(value) : undefined,
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
      site: desk.site,
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
      closedAt,
      attributes: filedUnder(value),
      rating: score === 'good' ? 1 : score === 'bad' ? 0 : undefined,
      ratingMax: score === 'good' || score === 'bad' ? 1 : undefined,
    },
  };
}

const FIELDS_SET = ['status', 'subject', 'requester_id'] as const;

/** An event of the incremental export as the audit it tells of. */
export function auditOf(event: unknown): unknown {
  const via = (asText(at(event, 'via')) ?? '').toLowerCase(),
    children = asArray(at(event, 'child_events'));
  const set = children.flatMap((child) =>
    FIELDS_SET.filter((name) => at(child, name) !== undefined).map((name) => ({
      type: asText(at(child, 'event_type')),
      field_name: name,
      value: at(child, name),
    })),
  );
  return {
    id: at(event, 'id'),
    ticket_id: at(event, 'ticket_id'),
    created_at: at(event, 'created_at'),
    author_id: at(event, 'updater_id'),
    via: { channel: via.startsWith('phone') ? 'voice' : via.replace(/^mail$/, 'email') },
    events: [
      ...set,
      ...children
        .filter((child) => bodyOf(child) !== undefined)
        .map((child) => ({ type: at(child, 'event_type'), ...asObject(child) })),
    ],
  };
}

/** One audit: the comments in it; without any, the change itself is kept, with the status it sets. */
export function* auditRecords(value: unknown, desk: ZendeskDesk): Iterable<Parsed> {
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
    closedAt: SOLVES.test(set('status') ?? '') ? timeOf(at(value, 'created_at')) : undefined,
    title: wordsOf(set('subject')),
  };
  // who takes a call notes it in the place of the customer who rings
  const rings = requester !== undefined && channelOf(around.via) === 'phone';
  const comments = events.filter(
    (event) => (asText(at(event, 'type')) ?? '').endsWith('Comment') && bodyOf(event) !== undefined,
  );
  for (const each of comments)
    yield {
      record: commentRecord(
        { ...asObject(each), via: undefined, ...(rings && { author_id: requester }) },
        around,
        desk,
      ),
    };
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
      closedAt: around.closedAt,
    },
  };
}

/** The comments of one ticket, which the API lists without saying whose ticket it is: the first author asked. */
export function* commentRecords(page: unknown, desk: ZendeskDesk): Iterable<Parsed> {
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
