import type { Direction, MessageRecord } from '../../model/index.js';
import type { Draft, RowReader } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';

/** Columns of journals, and whether only colleagues read them. */
const JOURNALS = [
  'additional comments',
  'comments',
  'commentaires supplémentaires',
  'comments and work notes',
  'comments_and_work_notes',
  'work notes',
  'work_notes',
  'notes de travail',
] as const;
const NOTES = /^(?:work notes|notes de travail)/i;
/** The line above an entry: when, who, and in brackets of which field. */
const ENTRY = /^(\d[\d/.: -]{8,20}(?: ?[AP]M)?) - ([^\n]{1,120}?) \(([^()\n]{3,40})\)[^\S\n]*$/gim;
/** Accounts of the platform that write by rules. */
const MACHINE = /^(?:system|system administrator|virtual agent|agent virtuel)$/i;
/** In its name stand mails of whom the platform has no account. */
const UNKNOWN = /^guest$/i;

interface Entry {
  readonly at: NonNullable<MessageRecord['sentAt']>;
  readonly who: string;
  readonly isNote: boolean;
  readonly text: string;
}

/** The entries of a journal; one without a time that can be read is part of the words above it, and a doubt where none is. */
function entriesOf(journal: string, row: RowReader): readonly Entry[] {
  const heads = [...journal.matchAll(ENTRY)].flatMap((match) => {
    const at = row.timeIn(match[1] ?? '');
    return at === undefined ? [] : [{ match, at }];
  });
  if (heads.length === 0 && journal.trim() !== '')
    row.doubt({ reason: 'other', hint: 'a journal without a time that can be read: left out' });
  return heads.flatMap(({ match, at }, index) => {
    const text = journal.slice(match.index + match[0].length, heads[index + 1]?.match.index).trim();
    const who = (match[2] ?? '').trim();
    return text === '' ? [] : [{ at, who, isNote: NOTES.test(match[3] ?? ''), text }];
  });
}

/** What was said in a case since it opened, in the order of time. */
function journals(draft: Draft, row: RowReader): readonly MessageRecord[] {
  const seen = new Set<string>();
  const entries = JOURNALS.flatMap((name) => row.cells(name).flatMap((cell) => entriesOf(cell, row)))
    .toSorted((a, b) => (a.at.epochMs ?? 0) - (b.at.epochMs ?? 0))
    .filter(({ at, who, text }) => {
      const key = [at.raw, who, text].join('\u0001');
      return !seen.has(key) && seen.add(key);
    });
  const ticket = draft.threadId ?? draft.id;
  return entries.map(({ at, who, isNote, text }, index): MessageRecord => {
    const isAsker = who === draft.authorName;
    const direction: Direction = isNote ? 'internal' : isAsker || UNKNOWN.test(who) ? 'inbound' : 'outbound';
    return {
      row: draft.row,
      platform: draft.platform,
      channel: draft.channel,
      stage: draft.stage,
      kind: !isAsker && MACHINE.test(who) ? 'system' : 'message',
      id: ticket === undefined ? undefined : `${ticket}-${index + 1}`,
      parentId: draft.id,
      threadId: ticket,
      direction,
      authorId: isAsker ? draft.authorId : undefined,
      authorName: who,
      authorIsBrand: direction === 'inbound' ? undefined : true,
      authorContacts: direction === 'inbound' ? draft.authorContacts : undefined,
      sentAt: at,
      text,
      status: draft.status,
      closedAt: draft.closedAt,
    };
  });
}

export const serviceNow = declaredTable('servicenow', journals);
