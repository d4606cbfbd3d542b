import type { Direction, MessageRecord } from '../../model/index.js';
import { saysAutomatic } from '../mail/mail-record.js';
import { ownWords } from '../mail/quote.js';
import { replyOf } from '../table/reply-columns.js';
import { deskChannel } from '../values/channels.js';
import { declaredTable } from './declared-table.js';

export const front = declaredTable('front', (draft, row) => {
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
});

export const zendeskView = declaredTable('zendesk-view', (draft, row) => {
  const via = row.cell('via', 'channel');
  if (via !== undefined)
    draft.channel = deskChannel(via) ?? via.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-');
  for (const column of ['tags', 'ticket type']) {
    const value = row.cell(column);
    if (value !== undefined && value !== '-') draft.attributes = { ...draft.attributes, [column]: value };
  }
});

export const osticket = declaredTable('osticket', (draft, row) => {
  const source = row.cell('source')?.toLowerCase();
  if (source === 'email' || source === 'phone') draft.channel = source;
  if (source === 'web') draft.channel = 'form';
  for (const column of ['department', 'help topic']) {
    const value = row.cell(column);
    if (value !== undefined) draft.attributes = { ...draft.attributes, [column]: value };
  }
});

export const salesforceCases = declaredTable('salesforce-cases', (draft, row) => {
  const number = row.cell('casenumber');
  if (number !== undefined) draft.id = `ticket-${number}`;
  const origin = row.cell('origin')?.toLowerCase();
  if (origin !== undefined)
    draft.channel = origin === 'web' ? 'form' : origin.replaceAll(/[^\p{L}\d]+/gu, '-');
});

/** The id of no case. */
const NO_CASE = /^0{15}(?:AAA)?$/;

export const salesforceEmails = declaredTable('salesforce-emails', (draft, row) => {
  if (row.cell('status') === '5') return 'a draft';
  if (NO_CASE.test(draft.threadId ?? '')) draft.threadId = row.cell('threadidentifier');
  const incoming = /^(?:1|true)$/i.test(row.cell('incoming') ?? '');
  draft.direction = incoming ? 'inbound' : 'outbound';
  if (draft.text !== undefined) draft.text = ownWords(draft.text, draft.title);
  if (incoming) return [];
  draft.authorIsBrand = true;
  draft.authorContacts = undefined;
  if (saysAutomatic(draft.title)) draft.kind = 'system';
  return [];
});

/** Who comments a case is a user of the desk, as in its JSON: what is published is an answer, the rest a note. */
export const salesforceComments = declaredTable('salesforce-comments', (draft, row) => {
  if (/^(?:1|true)$/i.test(row.cell('isdeleted') ?? '')) return 'a deleted comment';
  const published = /^(?:1|true)$/i.test(row.cell('ispublished') ?? '');
  draft.direction = published ? 'outbound' : 'internal';
  draft.authorIsBrand = true;
  return [];
});

/** "Ana Roc (ana@exemple.fr)", several of them apart by semicolons. */
const CONTACT = /^([^;()]{0,200})\(([^()\s@]{1,64}@[^()\s@]{1,255})\)/;

export const hubspotTickets = declaredTable('hubspot-tickets', (draft, row) => {
  if (draft.threadId !== undefined) draft.id = `ticket-${draft.threadId}`;
  const [, name, address] = CONTACT.exec(draft.authorName ?? '') ?? [];
  if (address !== undefined) {
    draft.authorName = name?.trim() || undefined;
    draft.authorContacts ??= [address];
  }
  const source = row.cell('source', 'ticket source', 'source du ticket');
  draft.channel = (source === undefined ? undefined : deskChannel(source)) ?? draft.channel;
});

const FOLLOW_UPS = ['suivis - description', 'followups - description', 'acompanhamentos - descrição'];

export const glpi = declaredTable(
  'glpi',
  (draft, row) => {
    // a French GLPI writes thousands apart, and persons of a ticket each on a line
    const number = draft.threadId?.replaceAll(/\s/gu, '');
    draft.threadId = number;
    if (number !== undefined) draft.id = `ticket-${number}`;
    draft.authorName = draft.authorName?.split(/\n|<br ?\/?>/)[0]?.trim();
    const source = row.cell(
      'source de la demande',
      'request source',
      'origem da requisição',
      'fuente de solicitud',
    );
    draft.channel = (source === undefined ? undefined : deskChannel(source)) ?? draft.channel;
    const category = row.cell('catégorie', 'category', 'categoria', 'categoría');
    if (category !== undefined) draft.attributes = { category };
    const solution = replyOf(draft, row.get('replyText'), row.time('replyDate'));
    return solution?.text === undefined ? [] : [solution];
  },
  {
    doubt: ({ table }) =>
      FOLLOW_UPS.some((name) => table?.names.includes(name) === true)
        ? 'follow-ups of a ticket stand in one cell without time or author: not read'
        : undefined,
  },
);

/** A comment of Jira in one cell: when it was written, the account of its author, its words. */
const JIRA_COMMENT = /^([^;\n]{6,40});([^;\n]{0,120});([\s\S]*)$/;
const JIRA_COMMENTS = ['comment', 'commentaire', 'comentario', 'kommentar'];
/** The account of Automation for Jira, the same on every site. */
const JIRA_AUTOMATION = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';

export const jiraTable = declaredTable(
  'jira-table',
  (draft, row) => {
    const asker = new Set([draft.authorId, draft.authorName]);
    // customers of a portal who gave no name go by their address
    if (/^\S+@\S+\.\S+$/.test(draft.authorName ?? '')) draft.authorContacts = [draft.authorName ?? ''];
    return JIRA_COMMENTS.flatMap((name) => row.cells(name)).flatMap((cell, index): MessageRecord[] => {
      const [, when = '', account = '', words = ''] = JIRA_COMMENT.exec(cell) ?? [];
      const sentAt = row.timeIn(when),
        text = words.trim();
      if (sentAt === undefined && cell.trim() !== '')
        row.doubt({
          column: 'Comment',
          reason: 'other',
          hint: 'a comment without a time that can be read: left out',
        });
      if (sentAt === undefined || text === '') return [];
      // Accounts of a portal of customers begin with `qm:`.
      const isAsker = asker.has(account);
      const direction: Direction = isAsker || account.startsWith('qm:') ? 'inbound' : 'outbound';
      return [
        {
          row: draft.row,
          platform: draft.platform,
          channel: draft.channel,
          stage: draft.stage,
          kind: account === JIRA_AUTOMATION ? 'system' : 'message',
          id: `${draft.threadId ?? ''}-${index + 1}`,
          parentId: draft.id,
          threadId: draft.threadId,
          direction,
          authorId: account === '' ? undefined : account,
          authorName: isAsker ? draft.authorName : undefined,
          authorIsBrand: direction === 'inbound' ? undefined : true,
          sentAt,
          text,
          status: draft.status,
          closedAt: draft.closedAt,
        },
      ];
    });
  },
  {
    doubt: ({ table }) =>
      table?.rows.some((cells) =>
        table.names.some((name, at) => JIRA_COMMENTS.includes(name) && (cells[at] ?? '') !== ''),
      ) === true
        ? 'this table does not say which comments colleagues alone read: those of agents are read as answers; the JSON of the API says it'
        : undefined,
  },
);
