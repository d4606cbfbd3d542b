import type { Direction, MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { filedUnder } from '../json/filed-under.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, closingIn, numberedItems, textOrHtml, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [
  ['_embedded', 'conversations'],
  ['_embedded', 'threads'],
] as const;
/** Threads that persons write; the others tell what became of the conversation. */
const SPOKEN: ReadonlySet<string> = new Set([
  'customer',
  'message',
  'note',
  'chat',
  'beaconchat',
  'phone',
  'forwardparent',
  'forwardchild',
]);
/** What colleagues alone read. */
const UNSEEN: ReadonlySet<string> = new Set(['note', 'forwardparent', 'forwardchild']);
/** What no customer has seen: a draft, or a text that a colleague has still to release. */
const UNSENT: ReadonlySet<string> = new Set(['draft', 'underreview']);

const isConversation = (value: unknown): boolean =>
  at(value, 'mailboxId') !== undefined &&
  (at(value, 'primaryCustomer') ?? at(value, 'customer')) !== undefined &&
  at(value, 'createdAt') !== undefined;
/** API and the tables that syncs make of it, whose names have underlines. */
const isThread = (value: unknown): boolean =>
  at(value, 'state') !== undefined &&
  at(value, 'source', 'via') !== undefined &&
  (at(value, 'createdBy', 'type') ?? at(value, 'created_by', 'type')) !== undefined &&
  (at(value, 'body') !== undefined || at(value, 'action') !== undefined);

const nameOf = (person: unknown): string | undefined =>
  wordsOf(
    [at(person, 'first') ?? at(person, 'firstName'), at(person, 'last') ?? at(person, 'lastName')]
      .map((part) => asText(part) ?? '')
      .join(' '),
  );

/** The side that wrote. A call is noted by an agent, in the customer’s place. */
function directionOf(thread: unknown, type: string): Direction {
  if (!SPOKEN.has(type) || UNSEEN.has(type)) return 'internal';
  if (type === 'customer' || type === 'phone') return 'inbound';
  if (type === 'message') return 'outbound';
  const by = asText(at(thread, 'createdBy', 'type') ?? at(thread, 'created_by', 'type'));
  return by === 'customer' ? 'inbound' : 'outbound';
}

/** Who wrote a thread, by what the conversation tells of them besides; another may write in it, too. */
const customerOf = (first: unknown, writer: unknown): unknown =>
  asText(at(writer, 'id') ?? at(first, 'id')) === asText(at(first, 'id'))
    ? { ...(first as object), ...(writer as object) }
    : writer;

type Around = Pick<MessageRecord, 'channel' | 'threadId' | 'title' | 'status' | 'closedAt' | 'attributes'> & {
  readonly customer?: unknown;
};

function threadRecord(thread: unknown, around: Around, row: number): Parsed {
  const { customer, ...told } = around;
  if (UNSENT.has(asText(at(thread, 'state')) ?? ''))
    return { reject: { row, reason: 'not-a-message', hint: 'a draft' } };
  const type = asText(at(thread, 'type')) ?? '',
    direction = directionOf(thread, type),
    text = textOrHtml(undefined, at(thread, 'body')),
    person =
      direction === 'inbound'
        ? customerOf(customer, at(thread, 'customer'))
        : (at(thread, 'createdBy') ?? at(thread, 'created_by'));
  const channel = asText(at(thread, 'source', 'type'));
  return {
    record: careRecord({
      row,
      platform: 'help-scout',
      ...told,
      channel: type === 'phone' ? 'phone' : type.endsWith('chat') ? 'chat' : (told.channel ?? channel),
      automatic: !SPOKEN.has(type),
      id: asText(at(thread, 'id')),
      direction,
      authorId: asText(at(person, 'id')),
      authorName: nameOf(person),
      contacts: [at(person, 'email')],
      sentAt: timeOf(at(thread, 'createdAt') ?? at(thread, 'created_at')),
      text,
      attachments: at(thread, '_embedded', 'attachments') ?? at(thread, 'attachments'),
    }),
  };
}

/** The conversation whose threads a page lists: its own link tells it. */
const listedIn = (file: ExportFile): string | undefined =>
  /\/conversations\/(\d+)\/threads\b/.exec(asText(at(file.json?.value, '_links', 'self', 'href')) ?? '')?.[1];

function* records(item: unknown, next: () => number, file: ExportFile): Iterable<Parsed> {
  if (!isConversation(item)) {
    if (!isThread(item)) return;
    const threadId = asText(at(item, 'conversation_id') ?? at(item, 'conversationId')) ?? listedIn(file);
    yield threadRecord(item, { threadId }, next());
    return;
  }
  const row = next(),
    customer = at(item, 'primaryCustomer') ?? at(item, 'customer'),
    sentAt = timeOf(at(item, 'createdAt'));
  const { closedAt, doubts } = closingIn([at(item, 'closedAt')], sentAt, row);
  yield* doubts;
  const around: Around = {
    channel: asText(at(item, 'type')),
    threadId: asText(at(item, 'id')),
    title: wordsOf(at(item, 'subject')),
    status: asText(at(item, 'status')),
    closedAt,
    attributes: filedUnder({ tags: asArray(at(item, 'tags')).map((tag) => at(tag, 'tag') ?? tag) }),
  };
  const threads = asArray(at(item, '_embedded', 'threads') ?? at(item, 'threads'));
  for (const [rank, thread] of threads.entries())
    yield threadRecord(thread, { ...around, customer }, rank === 0 ? row : next());
  if (threads.length > 0) return;
  const byCustomer = at(item, 'createdBy', 'type') === 'customer';
  // the preview is of whatever was written last: nobody's words for sure
  yield {
    record: careRecord({
      ...around,
      row,
      platform: 'help-scout',
      kind: 'ticket',
      id: `conversation-${around.threadId ?? ''}`,
      direction: byCustomer ? 'inbound' : 'outbound',
      authorId: byCustomer ? asText(at(customer, 'id')) : undefined,
      authorName: byCustomer ? nameOf(customer) : undefined,
      contacts: [at(customer, 'email')],
      sentAt,
    }),
  };
}

export const helpScout = described('help-scout', {
  detect: byFirstItem(
    PATHS,
    [isConversation, 0.95, 'conversations with "mailboxId" and "primaryCustomer"'],
    [isThread, 0.9, 'threads with "state", "source" and who created them'],
  ),
  parse: numberedItems(PATHS, records),
});
