import { tableSource } from '../table/table-source.js';

/** Front messages: the extract holds the first words only. */
export const front = tableSource({
  format: 'front',
  label: 'Front message export (CSV)',
  stage: 'private',
  evidence: 'fixture',
  example: 'Conversation ID,Message ID,Subject,Extract,Tags',
  signature: ['conversation id', 'message id', ['extract', 'subject']],
  fields: {
    id: 'message id',
    threadId: 'conversation id',
    title: 'subject',
    text: ['body', 'text', 'extract'],
    date: ['message date', 'date', 'sent at', 'created at', 'attempted at'],
    authorName: ['author', 'from name', 'from', 'contact name'],
    authorContact: ['from handle', 'contact handle', 'from'],
    status: ['conversation status', 'status'],
  },
  defaults: { platform: 'front', stage: 'private', kind: 'message' },
  finish(draft, row) {
    const direction = (row.cell('direction', 'inbound/outbound', 'type') ?? '').toLowerCase();
    if (/^out|sent|reply/.test(direction)) {
      draft.direction = 'outbound';
      draft.authorIsBrand = true;
    } else if (/comment|internal|note/.test(direction)) {
      draft.direction = 'internal';
      draft.authorIsBrand = true;
    }
    const channel = row.cell('channel type', 'message type', 'inbox type')?.toLowerCase();
    if (channel !== undefined) draft.channel = channel;
  },
});

/** Zendesk view: one row a ticket, no message text, so the subject is all there is. */
export const zendeskView = tableSource({
  format: 'zendesk-view',
  label: 'Zendesk view (CSV)',
  stage: 'private',
  evidence: 'documented',
  example:
    'Summation column,Id,Requester,Requester id,…,Subject,Tags,Status,Priority,Via,Ticket type,Created at',
  signature: [
    'requester',
    'subject',
    ['summation column', 'ticket type', 'requester id', 'requester email', 'assignee'],
    ['created at', 'requested', 'status'],
  ],
  fields: {
    id: 'id',
    threadId: 'id',
    authorName: 'requester',
    authorId: ['requester id', 'requester external id'],
    authorContact: 'requester email',
    title: 'subject',
    text: ['description', 'latest comment'],
    date: ['created at', 'requested'],
    status: 'status',
    closedAt: ['solved at', 'closed at'],
    brand: ['brand', 'organization'],
  },
  defaults: { platform: 'zendesk', stage: 'private', kind: 'ticket', channel: 'ticket' },
  finish(draft, row) {
    const via = row.cell('via', 'channel');
    if (via !== undefined) draft.channel = via.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-');
    for (const column of ['tags', 'ticket type']) {
      const value = row.cell(column);
      if (value !== undefined && value !== '-') draft.attributes = { ...draft.attributes, [column]: value };
    }
  },
});

/** osTicket's list of tickets: one row a ticket, no message text; its columns are those of its queues, in the agent's language. */
export const osticket = tableSource({
  format: 'osticket',
  label: 'osTicket tickets (CSV; unverified)',
  stage: 'private',
  evidence: 'documented',
  example: 'Ticket Number,Date Created,Subject,From,From Email,Current Status,Last Updated,Closed Date',
  signature: [
    'ticket number',
    'date created',
    'subject',
    ['from', 'from email'],
    ['current status', 'closed date'],
  ],
  fields: {
    id: 'ticket number',
    threadId: 'ticket number',
    authorName: 'from',
    authorContact: 'from email',
    title: 'subject',
    text: ['issue summary', 'message'],
    date: 'date created',
    status: 'current status',
    closedAt: 'closed date',
  },
  defaults: { platform: 'osticket', stage: 'private', kind: 'ticket', channel: 'ticket' },
  finish(draft, row) {
    const source = row.cell('source')?.toLowerCase();
    if (source === 'email' || source === 'phone') draft.channel = source;
    if (source === 'web') draft.channel = 'form';
    for (const column of ['department', 'help topic']) {
      const value = row.cell(column);
      if (value !== undefined) draft.attributes = { ...draft.attributes, [column]: value };
    }
  },
});
