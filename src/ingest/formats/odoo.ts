import type { Direction, MessageRecord } from '../../model/index.js';
import type { Draft, RowReader, TableFormat } from '../table/table-source.js';
import type { MappedSource } from '../table/told-mapping.js';
import { declaredTable } from './declared-table.js';

/** Columns of the messages under a ticket, as an export for imports and one in words call them. */
const BODIES = ['message_ids/body', 'messages/contents', 'messages/contenus', 'messages/contenu'];
const DATES = [
  'message_ids/date',
  'message_ids/create_date',
  'messages/date',
  'messages/created on',
  'messages/créé le',
];
const AUTHORS = [
  'message_ids/author_id/name',
  'message_ids/author_id/display_name',
  'message_ids/author_id',
  'messages/author',
  'messages/auteur',
];
const SENDERS = ['message_ids/email_from', 'messages/from', 'messages/de'];
const TYPES = [
  'message_ids/message_type',
  'messages/message type',
  'messages/type de message',
  'messages/type',
];
const SUBTYPES = [
  'message_ids/subtype_id/name',
  'message_ids/subtype_id',
  'messages/subtype',
  'messages/sous-type',
];
const MACHINE = /notification|auto_comment|automated|automatique/i;
/** What Odoo writes itself where the type is not exported. */
const NOTICE =
  /^(?:[\p{L} /-]{0,40} (?:created|créée?s?)|(?:stage|étape) (?:changed|changée?).*|(?:new|nouveau) ticket.{0,40})\.?$/iu;
const INCOMING = /^(?:email|e-?mail|courriel)$|incoming|entrant/i;

/** A message of the row under a ticket; `undefined` where it holds none, or the words that opened the ticket again. */
function messageOf(row: RowReader, ticket: Draft, rank: number): MessageRecord | undefined {
  const text = BODIES.flatMap((name) => row.cells(name))[0];
  if (text === undefined || text === ticket.text) return undefined;
  const author = row.cell(...AUTHORS),
    sender = row.cell(...SENDERS),
    type = row.cell(...TYPES) ?? '',
    [address] = ticket.authorContacts ?? [];
  const isCustomer =
    (author !== undefined && author === ticket.authorName) ||
    (address !== undefined && sender?.includes(address) === true) ||
    (INCOMING.test(type) && !/outgoing|sortant/i.test(type));
  const isMachine = MACHINE.test(type) || NOTICE.test(text);
  const isNote = isMachine || /\bnotes?\b/i.test(row.cell(...SUBTYPES) ?? '');
  const direction: Direction = isNote ? 'internal' : isCustomer ? 'inbound' : 'outbound';
  const when = row.cell(...DATES);
  return {
    row: row.current.row,
    platform: ticket.platform,
    channel: ticket.channel,
    stage: ticket.stage,
    kind: isMachine ? 'system' : 'message',
    id: `${ticket.id ?? `row-${ticket.row}`}-${rank}`,
    parentId: ticket.id,
    threadId: ticket.threadId,
    direction,
    authorName: direction === 'inbound' ? (ticket.authorName ?? author) : author,
    authorIsBrand: direction === 'inbound' ? undefined : true,
    authorContacts: direction === 'inbound' ? ticket.authorContacts : undefined,
    sentAt: when === undefined ? undefined : row.timeIn(when),
    text,
    status: ticket.status,
    closedAt: ticket.closedAt,
  };
}

/** Rows without a ticket of their own continue the one above: Odoo writes each further message so. */
function reading(): NonNullable<TableFormat['finish']> {
  let ticket: Draft | undefined,
    rank = 0;
  return (draft, row) => {
    const opens = draft.id !== undefined || draft.title !== undefined || draft.text !== undefined;
    if (opens) {
      ticket = draft;
      rank = 0;
    }
    if (!ticket) return 'a line under no ticket';
    const message = messageOf(row, ticket, ++rank);
    if (opens) return message ? [message] : [];
    if (!message) return 'a line under a ticket without further words';
    Object.assign(draft, message);
    return [];
  };
}

export const odoo: MappedSource = {
  ...declaredTable('odoo'),
  rows: { quotes: true, chained: true },
  parse: (file, options) => declaredTable('odoo', reading()).parse(file, options),
};
