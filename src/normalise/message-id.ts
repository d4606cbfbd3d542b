import { createHash } from 'node:crypto';
import type { MessageRecord } from '../model/index.js';

/**
 * Identity of a message. With an id of the platform: `platform:id`. Without: `platform:~` and a hash of thread, author,
 * time and text, so that a second export of the same conversation gives the same id whatever its row order.
 *
 * @example
 * messageId({ row: 1, platform: 'x', id: '12', stage: 'public', kind: 'post' })
 * // → 'x:12'
 */
export function messageId(record: MessageRecord): string {
  if (record.id !== undefined && record.id !== '') return `${record.platform}:${record.id}`;
  const content = [record.threadId, record.authorId ?? record.authorName, record.sentAt?.raw, record.title, record.text, record.url]
    .map((part) => part ?? '')
    .join('\u0001');
  return `${record.platform}:~${createHash('sha1').update(content).digest('hex').slice(0, 20)}`;
}

/**
 * Whether two records with the same content-made id in one file are one message read twice. In a chat with minute
 * resolution the same person may write "ok" twice; where author or time are unknown, two people may write the same.
 */
export function repeatsAreDuplicates(record: MessageRecord): boolean {
  if (record.id !== undefined && record.id !== '') return true;
  const timeKnown = record.sentAt?.epochMs !== null && record.sentAt !== undefined && record.sentAt.dayOnly !== true;
  const authorKnown = (record.authorId ?? record.authorName) !== undefined;
  return record.stage !== 'private' && timeKnown && authorKnown;
}
