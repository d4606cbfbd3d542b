/** The table of a mailbox: who wrote each mail to whom, by their addresses, and what stands above the mail it answers. */
import type { TablePeek } from '../bytes/export-file.js';
import { FOR_ANYBODY } from '../../util/mailbox-hosts.js';
import { ownWords } from '../mail/quote.js';
import { saysAutomatic } from '../mail/mail-record.js';
import type { Draft } from './column-map.js';
import { foldName } from './text-names.js';
import { tally } from '../../util/grouped.js';

const ADDRESS_OF =
  '(?: (?:e ?mail|mail|courriel|adresse|address|adresses|addresses|direccion|indirizzo|endereco|adres))?';
const FROM = new RegExp(
  `^(?:de|from|expediteur|sender|emetteur|von|absender|da|mittente|remitente|remetente|van|afzender)${ADDRESS_OF}$`,
);
const TO = new RegExp(
  `^(?:a|to|pour|destinataires?|recipients?|an|empfanger|para|destinatarios?|destinatari[oi]|aan|ontvangers?)${ADDRESS_OF}$`,
);
const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:.]+/g;
/** What mail programs call folders. */
const FOLDER =
  /^(?:boite de reception|reception|inbox|(?:elements?|messages?|courriers?|mails?) (?:envoyes?|recus?|supprimes?)|envoyes?|recus?|received(?: items| mails?| messages?)?|sent(?: items| mails?| messages?)?|drafts?|brouillons?|archives?|spam|(?:courrier )?indesirables?|junk(?: e ?mail)?|corbeille|trash|deleted items)$/;
const ANSWERS = /^(?:\s*(?:re|ré|rép|tr|fwd?|aw|wg|rv|r|i|res|enc|antw|doorst)\s*:)+\s*/iu;
const MOST = 0.8;

/** The columns of sender and recipients, and which addresses are the brand's. */
export interface Mailbox {
  readonly from: number;
  readonly to: number;
  readonly isOwn: (address: string) => boolean;
  /** A customer at the brand’s own host. */
  readonly isCustomer: (address: string) => boolean;
}

const addressesIn = (cell: string | undefined): string[] => (cell ?? '').toLowerCase().match(ADDRESS) ?? [];
const hostOf = (address: string): string => address.slice(address.indexOf('@') + 1);
const filled = (table: TablePeek, at: number): string[] =>
  table.rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');

/** Whether the cells of a column are folders of a mailbox: « Dossier » is no case then. */
export function namesFolders(table: TablePeek, at: number): boolean {
  const cells = filled(table, at);
  return cells.filter((cell) => FOLDER.test(foldName(cell.toLowerCase()))).length > cells.length / 2;
}

/** The mailbox that a table is of: one address writes or is written to in most rows, and others do both; `undefined` for other tables. */
export function mailboxOf(table: TablePeek): Mailbox | undefined {
  const column = (names: RegExp): number =>
    table.names.findIndex((name, at) => {
      const cells = names.test(foldName(name)) ? filled(table, at) : [];
      return cells.length > 0 && cells.filter((cell) => cell.includes('@')).length >= cells.length * MOST;
    });
  const from = column(FROM),
    to = column(TO);
  if (from < 0 || to < 0) return undefined;
  const mails = table.rows
    .map((cells) => [addressesIn(cells[from]), addressesIn(cells[to])] as const)
    .filter(([senders, others]) => senders.length + others.length > 0);
  const counts = tally(mails.flatMap((mail) => [...new Set(mail.flat())]));
  const [service, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < Math.max(3, mails.length / 2)) return undefined;
  // agents have their own addresses at the host of the service, unless customers write from there too, or anybody may
  const at = (list: readonly string[]): boolean => list.some((one) => hostOf(one) === hostOf(service));
  const among = mails.filter(([senders, others]) => at(senders) && at(others)).length;
  const hosted = !FOR_ANYBODY.test(hostOf(service)) && among < mails.length * 0.2;
  // whom the service answers and who writes to nobody else is a customer at its host, as employees are
  const wrote = new Set<string>(),
    reached = new Set<string>(),
    answered = new Set<string>();
  for (const [senders, others] of mails)
    for (const sender of senders) {
      if (others.includes(service)) wrote.add(sender);
      if (others.some((one) => hostOf(one) !== hostOf(service))) reached.add(sender);
      if (sender === service) for (const one of others) answered.add(one);
    }
  const atHost = (address: string): boolean => hosted && hostOf(address) === hostOf(service);
  const isCustomer = (address: string): boolean =>
    atHost(address) && wrote.has(address) && answered.has(address) && !reached.has(address);
  const isOwn = (address: string): boolean =>
    address === service || (atHost(address) && !isCustomer(address));
  const sent = mails.filter(([senders]) => senders.some(isOwn)).length;
  return sent > 0 && sent < mails.length ? { from, to, isOwn, isCustomer } : undefined;
}

/** A cell without the addresses in it and the marks around them. */
const nameIn = (cell: string | undefined): string =>
  (cell ?? '')
    .replace(/[<("]?[^\s<>"]+@[^\s<>"]+[>)"]?/g, '')
    .replaceAll('"', '')
    .trim();

/** Makes a mail of a row: its side, its own words, and the conversation it stands in, which is told by customer and subject. */
export function asMail(
  draft: Draft,
  { from, to, isOwn, isCustomer }: Mailbox,
  cells: readonly string[],
  header: readonly string[],
): void {
  const senders = addressesIn(cells[from]),
    others = addressesIn(cells[to]);
  const own = senders.some(isOwn),
    customer = (own ? others : senders).find((one) => !isOwn(one));
  // Outlook writes names and addresses in columns of their own
  const name = nameIn(cells[from]) || nameIn(draft.authorName);
  draft.channel = 'email';
  draft.kind = 'message';
  draft.direction = !own ? 'inbound' : customer === undefined && others.length > 0 ? 'internal' : 'outbound';
  draft.authorIsBrand = own || (senders.some(isCustomer) ? false : undefined);
  draft.authorName = name === '' ? undefined : name;
  draft.authorContacts = own || customer === undefined ? undefined : [customer];
  const told = new Set([header[from], header[to]]);
  const left = Object.entries(draft.attributes ?? {}).filter(([column]) => !told.has(column));
  draft.attributes = left.length === 0 ? undefined : Object.fromEntries(left);
  const subject = (draft.title ?? '').replace(ANSWERS, '').trim();
  draft.threadId ??= customer === undefined ? undefined : `${customer} ${subject.toLowerCase()}`;
  if (draft.text !== undefined) draft.text = ownWords(draft.text, draft.title);
  if (own && saysAutomatic(draft.title)) draft.kind = 'system';
}
