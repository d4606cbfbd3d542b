import type { Direction, MessageRecord } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, closingIn, numberedItems, textOrHtml, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [[], ['tickets'], ['articles'], ['ticket_articles']] as const;

const isTicket = (value: unknown): boolean =>
  at(value, 'number') !== undefined &&
  at(value, 'customer_id') !== undefined &&
  at(value, 'close_at') !== undefined &&
  (at(value, 'state') ?? at(value, 'state_id')) !== undefined;
const isArticle = (value: unknown): boolean =>
  at(value, 'ticket_id') !== undefined &&
  at(value, 'body') !== undefined &&
  at(value, 'internal') !== undefined &&
  (at(value, 'sender') ?? at(value, 'sender_id')) !== undefined;

/** The senders of articles by their numbers, as each Zammad begins with. */
const SENDERS: Readonly<Record<string, string>> = { 1: 'Agent', 2: 'Customer', 3: 'System' };
/** The ways of articles, as this package calls them; others keep their names. */
const CHANNELS: Readonly<Record<string, string>> = {
  web: 'form',
  'twitter direct-message': 'x-dm',
  'telegram personal-message': 'telegram-dm',
  'whatsapp message': 'whatsapp-dm',
  'facebook feed comment': 'facebook-comment',
  'facebook feed post': 'facebook-post',
  'twitter status': 'x-post',
};
const ADDRESS = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+@[^<>\s]+)>\s*$/;

type Around = Pick<MessageRecord, 'threadId' | 'title' | 'status' | 'closedAt'>;

function articleRecord(article: unknown, around: Around, row: number): Parsed {
  const sender = asText(at(article, 'sender')) ?? SENDERS[asText(at(article, 'sender_id')) ?? ''],
    internal = at(article, 'internal') === true,
    direction: Direction = internal ? 'internal' : sender === 'Customer' ? 'inbound' : 'outbound',
    customer = direction === 'inbound',
    from = asText(at(article, 'from')),
    [, name = from, address] = ADDRESS.exec(from ?? '') ?? [],
    email = address ?? (from?.includes('@') === true ? from.trim() : undefined),
    type = asText(at(article, 'type')) ?? '',
    body = at(article, 'body'),
    text = at(article, 'content_type') === 'text/html' ? textOrHtml(undefined, body) : wordsOf(body);
  return {
    record: careRecord({
      row,
      platform: 'zammad',
      channel: asText(at(CHANNELS, type)) ?? (type === '' || type === 'note' ? 'ticket' : type),
      ...around,
      automatic: sender === 'System',
      id: asText(at(article, 'id')),
      direction,
      authorId: customer ? asText(at(article, 'origin_by_id') ?? at(article, 'created_by_id')) : undefined,
      authorName: name === email ? undefined : wordsOf(name),
      contacts: [email],
      sentAt: timeOf(at(article, 'created_at')),
      title: around.title ?? wordsOf(at(article, 'subject')),
      text,
      attachments: at(article, 'attachments'),
    }),
  };
}

/** Articles, or tickets: with their articles inside, or alone, which tell states and closings. */
function* records(item: unknown, next: () => number): Iterable<Parsed> {
  if (!isTicket(item)) {
    if (isArticle(item)) yield articleRecord(item, { threadId: asText(at(item, 'ticket_id')) }, next());
    return;
  }
  const row = next(),
    sentAt = timeOf(at(item, 'created_at')),
    { closedAt, doubts } = closingIn([at(item, 'close_at')], sentAt, row);
  yield* doubts;
  const around: Around = {
    threadId: asText(at(item, 'id')),
    title: wordsOf(at(item, 'title')),
    status: asText(at(item, 'state')),
    closedAt,
  };
  const articles = asArray(at(item, 'articles')).filter(isArticle);
  for (const [rank, article] of articles.entries())
    yield articleRecord(article, around, rank === 0 ? row : next());
  if (articles.length > 0) return;
  const customer = asText(at(item, 'customer'));
  yield {
    record: {
      ...around,
      row,
      platform: 'zammad',
      stage: 'private',
      channel: 'ticket',
      kind: 'ticket',
      id: `ticket-${around.threadId ?? ''}`,
      direction: 'inbound',
      authorId: asText(at(item, 'customer_id')),
      authorContacts: customer?.includes('@') === true ? [customer] : undefined,
      sentAt,
    },
  };
}

export const zammad = described('zammad', {
  detect: byFirstItem(
    PATHS,
    [isTicket, 0.95, 'tickets with "number", "customer_id" and "close_at"'],
    [isArticle, 0.95, 'articles with "ticket_id", "sender" and "internal"'],
  ),
  parse: numberedItems(PATHS, records),
});
