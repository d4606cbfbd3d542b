import { decodeIfHtml } from '../markup/html.js';
import { idFromUrl } from '../values/ids.js';
import { tableSource } from '../table/table-source.js';

/** LinkedIn data download: private messages. From its public documentation; no file seen. */
export const linkedinMessages = tableSource({
  format: 'linkedin-messages',
  label: 'LinkedIn messages.csv (data download)',
  stage: 'private',
  evidence: 'documented',
  example:
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
  signature: ['conversation id', 'from', 'content', ['sender profile url', 'to', 'folder']],
  without: ['message id'],
  fields: {
    threadId: 'conversation id',
    authorName: 'from',
    authorId: ['sender profile url', 'from'],
    date: 'date',
    title: 'subject',
    text: 'content',
  },
  defaults: { platform: 'linkedin', stage: 'private', kind: 'message', channel: 'linkedin-dm' },
  finish(draft, row) {
    if (draft.text !== undefined) draft.text = decodeIfHtml(draft.text);
    if (row.cell('attachments') !== undefined) draft.attachments = 1;
    draft.url = undefined;
  },
});

/** LinkedIn data download: comments that the member wrote. From its public documentation; no file seen. */
export const linkedinComments = tableSource({
  format: 'linkedin-comments',
  label: 'LinkedIn Comments.csv (data download)',
  stage: 'public',
  evidence: 'documented',
  example: 'Date,Link,Message',
  signature: ['date', 'link', 'message'],
  check: (file, names) =>
    [...names].filter((name) => name !== '').length === 3 &&
    (file.table?.rows ?? []).some((cells) => cells.some((cell) => cell.includes('linkedin.com'))),
  fields: { date: 'date', url: 'link', text: 'message' },
  defaults: { platform: 'linkedin', stage: 'public', kind: 'comment' },
  finish(draft) {
    draft.threadId = draft.url === undefined ? undefined : idFromUrl(draft.url);
  },
});
