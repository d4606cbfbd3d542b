import type { ExportFile } from '../bytes/export-file.js';
import { MAX_JSON_ITEM, asArray, asText, at } from '../json/json.js';
import { firstItem, itemsIn, readItems } from '../json/json-records.js';
import { ZendeskDesk } from '../json/zendesk-desk.js';
import { ZendeskSides } from '../json/zendesk-sides.js';
import {
  auditOf,
  auditRecords,
  bodyOf,
  commentRecord,
  commentRecords,
  ticketRecords,
} from '../json/zendesk-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const isTicket = (value: unknown): boolean =>
  at(value, 'raw_subject') !== undefined ||
  (at(value, 'requester_id') !== undefined &&
    at(value, 'via') !== undefined &&
    at(value, 'subject') !== undefined);
const isAudit = (value: unknown): boolean =>
  at(value, 'ticket_id') !== undefined && Array.isArray(at(value, 'events'));
/** A change of a ticket that the incremental export gives, with the comments of it where they were asked for. */
const isEvent = (value: unknown): boolean =>
  at(value, 'ticket_id') !== undefined && Array.isArray(at(value, 'child_events'));
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
  const changes = asArray(at(page, 'ticket_events'));
  if (changes.some((one) => asArray(at(one, 'child_events')).some((child) => bodyOf(child) !== undefined)))
    return { score: 0.97, why: '"ticket_events" with comments in "child_events"' };
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

const listIn = (page: unknown): unknown =>
  at(page, 'tickets') ??
  at(page, 'audits') ??
  at(page, 'ticket_audits') ??
  at(page, 'ticket_events') ??
  at(page, 'comments');

/** Reads a file of audits or changes a first time for who is who. */
async function overhear(file: ExportFile, desk: ZendeskDesk): Promise<void> {
  const sides = new ZendeskSides();
  for await (const item of itemsIn(file)) {
    if ('reject' in item) continue;
    desk.learn(item.value);
    for (const one of isAudit(item.value) ? [item.value] : asArray(listIn(item.value)))
      if (isAudit(one) || isEvent(one)) sides.read(isAudit(one) ? one : auditOf(one));
  }
  sides.tell(desk);
}

function* pageRecords(value: unknown, desk: ZendeskDesk): Iterable<Parsed> {
  desk.learn(value);
  const list = listIn(value);
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
      else if (isEvent(item)) yield* auditRecords(auditOf(item), desk);
      else
        yield { reject: { row: ++desk.row, reason: 'not-a-message', hint: 'neither a ticket nor an audit' } };
    }
  }
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const desk = new ZendeskDesk();
  const first = firstItem(file, ['audits'], ['ticket_audits'], ['ticket_events']);
  if (isAudit(first) || isEvent(first)) await overhear(file, desk);
  yield* readItems(itemsIn(file), (value) => pageRecords(value, desk));
  if (desk.guessed)
    yield {
      doubt: {
        reason: 'other',
        column: 'author_id',
        hint: 'nothing says who is an agent: of those who write in a ticket who writes in the fewest, else first, is taken as the customer, the others as agents',
      },
    };
}

export const zendesk = described('zendesk', { memory: { wholeUpTo: MAX_JSON_ITEM }, detect, parse });
