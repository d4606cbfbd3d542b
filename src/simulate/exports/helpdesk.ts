import type { SimulatedMessage, TrueCase } from '../truth.js';
import { byThread, numericId, utf8, type WrittenFile } from './written-file.js';
import { escapeXml } from './write-xlsx.js';

const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

const htmlBody = (text: string): string =>
  `<div class="zd-comment" dir="auto">${text
    .split('\n\n')
    .map((paragraph) => `<p dir="auto">${escapeXml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')}</div>`;

/** Numeric id of a user: customers by their number, agents by their name. */
const userId = (message: SimulatedMessage): number =>
  message.person === undefined
    ? 900_000 + [...message.authorName].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0)
    : 4_000_000 + message.person.id;

/** A ticket without its comments. */
function ticketOf(
  thread: readonly SimulatedMessage[],
  cases: readonly TrueCase[],
  brandSlug: string,
  id: number,
): Readonly<Record<string, unknown>> {
  const first = thread[0] as SimulatedMessage,
    last = thread[thread.length - 1] as SimulatedMessage;
  const oneCase = cases.find(({ caseId }) => caseId === first.planted.caseId);
  const status =
    first.ticket?.status ??
    (oneCase?.resolvedAt != null && oneCase.reopenedAt === null
      ? 'solved'
      : thread.some(({ direction }) => direction === 'outbound')
        ? 'pending'
        : 'new');
  // Where the exports begin amid a conversation, an agent speaks first; who asked is somebody else.
  const asking = thread.find(({ direction }) => direction === 'inbound'),
    requester = asking === undefined ? 8_000_000 + id : userId(asking);
  return {
    url: `https://${brandSlug}.zendesk.com/api/v2/tickets/${id}.json`,
    id,
    external_id: null,
    via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
    created_at: iso(first.sentAt),
    updated_at: iso(last.sentAt),
    type: first.ticket?.type ?? 'incident',
    subject: first.title ?? '',
    raw_subject: first.title ?? '',
    description: first.text,
    priority: 'normal',
    status,
    recipient: null,
    requester_id: requester,
    submitter_id: userId(first),
    assignee_id: null,
    group_id: 11,
    tags: first.ticket?.tags ?? [],
    satisfaction_rating: null,
    brand_id: 7,
    requester: {
      id: requester,
      name: asking?.authorName ?? null,
      email: asking?.authorId ?? null,
      role: 'end-user',
    },
  };
}

const commentOf = (message: SimulatedMessage): Readonly<Record<string, unknown>> => ({
  id: Number(numericId(message, '88')),
  type: 'Comment',
  author_id: userId(message),
  body: message.text,
  html_body: htmlBody(message.text),
  public: message.direction !== 'internal',
  attachments: [],
  created_at: iso(message.sentAt),
});

const commentRow = (message: SimulatedMessage): WrittenFile['rows'][number] => ({
  message,
  exportId: numericId(message, '88'),
});

/** Zendesk account export: one ticket a line, with requester and comments; `public: false` is a note between agents. */
export function writeZendesk(
  messages: readonly SimulatedMessage[],
  cases: readonly TrueCase[],
  brandSlug: string,
  path: string,
): WrittenFile[] {
  const threads = byThread(messages);
  const lines = threads.map((thread, index) =>
    JSON.stringify({ ...ticketOf(thread, cases, brandSlug, index + 4100), comments: thread.map(commentOf) }),
  );
  return [
    {
      path,
      bytes: utf8(lines.map((line) => `${line}\n`).join('')),
      rows: threads.flatMap((thread) => thread.map(commentRow)),
    },
  ];
}

/** Zendesk by its API: the list of tickets, and the comments of each ticket in a page of its own, whose first repeats the description. */
export function writeZendeskPages(
  messages: readonly SimulatedMessage[],
  brandSlug: string,
  folder: string,
): WrittenFile[] {
  const threads = byThread(messages);
  const tickets = threads.map((thread, index) => ticketOf(thread, [], brandSlug, index + 4100));
  const list: WrittenFile = {
    path: `${folder}/tickets.json`,
    bytes: utf8(JSON.stringify({ tickets, next_page: null, count: tickets.length }, null, 1)),
    rows: threads.map((thread, index) => ({
      message: thread[0] as SimulatedMessage,
      exportId: `ticket-${index + 4100}`,
    })),
  };
  const pages = threads.map((thread, index): WrittenFile => {
    const users = [...new Map(thread.map((message) => [userId(message), message])).values()].map(
      (message) => ({
        id: userId(message),
        name: message.authorName,
        email: message.direction === 'inbound' ? (message.authorId ?? null) : null,
        role: message.direction === 'inbound' ? 'end-user' : 'agent',
      }),
    );
    return {
      path: `${folder}/comments/${index + 4100}.json`,
      bytes: utf8(
        JSON.stringify(
          { ticket_id: index + 4100, comments: thread.map(commentOf), users, next_page: null },
          null,
          1,
        ),
      ),
      rows: thread.map(commentRow),
    };
  });
  return [list, ...pages];
}
