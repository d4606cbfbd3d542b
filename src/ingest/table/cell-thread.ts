/** Conversations that stand whole in one cell: chats with who writes each line, comments one under the other. */
import type { TablePeek } from '../bytes/export-file.js';
import type { MessageRecord } from '../../model/index.js';
import type { Draft, Guess } from './column-map.js';
import { guessColumns } from './guess-columns.js';
import type { RowReader } from './table-row.js';
import { foldName } from './text-names.js';
import { PART_READERS, type PartReader } from './cell-parts.js';

/** Cells without a conversation. */
const EMPTY = /^\s*(?:\[\s*\])?\s*$/;
const MOST = 0.8,
  HALF = 0.5;

const CUSTOMER =
  /\b(?:clients?|cliente|customer|visiteur|visitor|internaute|user|utilisateur|guest|invite)\b/;
const BRAND =
  /\b(?:agents?|conseiller|conseillere|operateur|operatrice|operator|advisor|support|sav|service|equipe|team)\b/;
const MACHINE = /\b(?:bot|chatbot|assistant|systeme|system|automatique|automatic)\b/;

const fold = (name: string): string => foldName(name.toLowerCase());

type Side = 'customer' | 'brand' | 'machine';

/** Whose part it is, by what the row or the name says; `undefined` where nothing does. */
function sideOf(who: string, customer: string, agent: string): Side | undefined {
  const name = fold(who);
  const has = (other: string): boolean =>
    other !== '' && name !== '' && (` ${other} `.includes(` ${name} `) || ` ${name} `.includes(` ${other} `));
  if (MACHINE.test(name)) return 'machine';
  if (has(agent) || BRAND.test(name)) return 'brand';
  return has(customer) || CUSTOMER.test(name) ? 'customer' : undefined;
}

/** A column of conversations, and how its cells begin. */
export interface CellThread {
  readonly at: number;
  /** No other column holds what opened it. */
  readonly isText: boolean;
  /** The column of that, where the conversation was taken for the text. */
  readonly text?: number | undefined;
  readonly reader: PartReader;
  /** The column of who has the ticket. */
  readonly agent: number;
}

/**
 * The column of a table of care whose cells are conversations: nearly all of them begin as a line of one does, and somebody in most of them is known: by
 * the row, or by a role.
 */
export function cellThread(table: TablePeek, guess: Guess): CellThread | undefined {
  const agent = table.names.findIndex((name) =>
    /^(?:agents?(?: name)?|conseillere?|operateur|operator|assignees?|assigne a|traite par)$/.test(
      foldName(name),
    ),
  );
  const taken = new Set(Object.values(guess));
  for (const at of table.names.keys()) {
    if (taken.has(at) && at !== guess.text) continue;
    const rows = table.rows.filter((row) => !EMPTY.test(row[at] ?? ''));
    const reader = PART_READERS.find(({ read, isList }) => {
      const threads = rows.map((row) => ({ row, parts: read(row[at] ?? '') }));
      const begun = threads.filter(({ parts }) => parts.length > 0);
      const known = begun.filter(({ row, parts }) => {
        const sides = parts.map((part) =>
          sideOf(part.who, fold(row[guess.authorName ?? -1] ?? ''), fold(row[agent] ?? part.agent ?? '')),
        );
        return sides.some((side) => side === 'customer' || side === 'brand');
      });
      return (
        begun.length > 0 &&
        begun.length >= rows.length * MOST &&
        (isList ||
          (known.length >= rows.length * HALF &&
            begun.filter(({ parts }) => parts.length > 1).length >= rows.length * HALF))
      );
    });
    if (reader) return { at, reader, agent, ...openedBy(table, guess, at) };
  }
  return undefined;
}

/** What opens a conversation: the text of the table, or what it would be without the conversations. */
function openedBy(table: TablePeek, guess: Guess, at: number): Pick<CellThread, 'isText' | 'text'> {
  if (at !== guess.text) return { isText: false };
  const rows = table.rows.map((row) =>
    row.with(at < row.length ? at : 0, at < row.length ? '' : (row[0] ?? '')),
  );
  const text = guessColumns({ ...table, rows })?.text;
  return text === undefined || text === at ? { isText: true } : { isText: false, text };
}

/** What is a message each stands in no attribute besides. */
function withoutColumn(attributes: Draft['attributes'], column: string | undefined): Draft['attributes'] {
  const left = Object.entries(attributes ?? {}).filter(([name]) => name !== column);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

const MINUTE = 60_000;
/** Minutes into the day; 0 where none are written. */
function minutesIn(text: string): number {
  const [, hour, minute, half] = /(?<!\d)(\d{1,2})[:h](\d{2})(?::\d{2})?(?: ?([AaPp])[Mm])?/.exec(text) ?? [];
  const twelve = half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return twelve * 60 + Number(minute ?? 0);
}

/** A time of day on the day of the row, or on the next one where it is earlier than what was said before. */
function timeOfDay(hour: string, sentAt: MessageRecord['sentAt'], after: number): MessageRecord['sentAt'] {
  const opened = sentAt?.epochMs ?? null;
  if (!sentAt || opened === null) return sentAt;
  const day = opened - (sentAt.dayOnly === true ? 0 : minutesIn(sentAt.raw)) * MINUTE;
  const told = day + minutesIn(hour) * MINUTE;
  const { dayOnly: _, ...rest } = sentAt;
  return { ...rest, raw: hour, epochMs: told < after - MINUTE ? told + 1440 * MINUTE : told };
}

/** So many seconds after a conversation began. */
function later(begun: MessageRecord['sentAt'], seconds = 0): MessageRecord['sentAt'] {
  const opened = begun?.epochMs ?? null;
  return begun && opened !== null ? { ...begun, epochMs: opened + seconds * 1000 } : begun;
}

/**
 * The parts of a conversation in a cell as messages under the row, whose own text they follow; where the cell was the text, the first of them is the row.
 */
export function speakInCell(
  draft: Draft,
  row: RowReader,
  talk: CellThread | undefined,
): readonly MessageRecord[] {
  if (!talk) return [];
  const { at, reader, agent, isText } = talk;
  const cells = row.current.cells,
    parts = reader.read(cells[at] ?? '').filter(({ text }) => text !== '');
  if (parts.length === 0) return [];
  const customer = fold(draft.authorName ?? ''),
    thread = draft.threadId ?? draft.id ?? `row-${draft.row}`,
    { id: own = `${thread}-0`, sentAt: begun, attributes: _, title: __, rating: ___, ...ticket } = draft;
  const sides = parts.map((part) => sideOf(part.who, customer, fold(cells[agent] ?? part.agent ?? '')));
  // who is not known stands against whom one knows: beside a text of its own, under a name, the customer
  const opened = !isText && (reader.isList || (customer !== '' && !sides.includes('brand'))),
    other = opened || sides.includes('customer') ? 'brand' : 'customer';
  let after = Number.NEGATIVE_INFINITY;
  const records = parts.map(({ when, hour, after: elapsed, who, text }, index): MessageRecord => {
    const side = sides[index] ?? other,
      isCustomer = side === 'customer';
    const sentAt =
      when !== undefined ? row.timeIn(when) : hour ? timeOfDay(hour, begun, after) : later(begun, elapsed);
    after = sentAt?.epochMs ?? after;
    return {
      ...ticket,
      channel: reader.ofChats ? 'chat' : ticket.channel,
      kind: side === 'machine' ? 'system' : 'message',
      id: `${own}-${index + 1}`,
      parentId: isText ? undefined : own,
      threadId: thread,
      direction: isCustomer ? 'inbound' : 'outbound',
      authorId: isCustomer ? draft.authorId : undefined,
      authorName: isCustomer ? (draft.authorName ?? undefined) : who,
      authorIsBrand: isCustomer ? undefined : true,
      authorContacts: isCustomer ? draft.authorContacts : undefined,
      sentAt,
      text,
    };
  });
  draft.threadId = thread;
  draft.id = own;
  draft.attributes = withoutColumn(draft.attributes, row.others?.find(([, column]) => column === at)?.[0]);
  if (!isText) return records;
  const [first, ...rest] = records;
  const { attributes, title, rating, ratingMax, closedAt, status } = draft;
  Object.assign(draft, first, { attributes, title, rating, ratingMax, closedAt, status });
  return rest;
}
