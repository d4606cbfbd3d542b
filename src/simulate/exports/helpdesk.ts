import type { SimulatedMessage, TrueCase } from '../truth.js';
import { byThread, numericId, utf8, type WrittenFile } from './written-file.js';
import { escapeXml } from './xlsx.js';

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

/** Zendesk account export: one ticket a line, with requester and comments; `public: false` is a note between agents. */
export function writeZendesk(
  messages: readonly SimulatedMessage[],
  cases: readonly TrueCase[],
  brandSlug: string,
  path: string,
): WrittenFile[] {
  const rows: { message: SimulatedMessage; exportId: string }[] = [];
  const lines = byThread(messages).map((thread, index) => {
    const first = thread[0] as SimulatedMessage,
      last = thread[thread.length - 1] as SimulatedMessage;
    const oneCase = cases.find(({ caseId }) => caseId === first.planted.caseId);
    const status =
      oneCase?.resolvedAt != null && oneCase.reopenedAt === null
        ? 'solved'
        : thread.some(({ direction }) => direction === 'outbound')
          ? 'pending'
          : 'new';
    const via = { channel: 'web', source: { from: {}, to: {}, rel: null } };
    const requester = userId(first);
    return JSON.stringify({
      url: `https://${brandSlug}.zendesk.com/api/v2/tickets/${index + 4100}.json`,
      id: index + 4100,
      external_id: null,
      via,
      created_at: iso(first.sentAt),
      updated_at: iso(last.sentAt),
      type: 'incident',
      subject: first.title ?? '',
      raw_subject: first.title ?? '',
      description: first.text,
      priority: 'normal',
      status,
      recipient: null,
      requester_id: requester,
      submitter_id: requester,
      assignee_id: null,
      group_id: 11,
      tags: [],
      satisfaction_rating: null,
      brand_id: 7,
      requester: { id: requester, name: first.authorName, email: first.authorId ?? null, role: 'end-user' },
      comments: thread.map((message) => {
        const id = numericId(message, '88');
        rows.push({ message, exportId: id });
        return {
          id: Number(id),
          type: 'Comment',
          author_id: userId(message),
          body: message.text,
          html_body: htmlBody(message.text),
          public: message.direction !== 'internal',
          attachments: [],
          created_at: iso(message.sentAt),
        };
      }),
    });
  });
  return [{ path, bytes: utf8(lines.map((line) => `${line}\n`).join('')), rows }];
}
