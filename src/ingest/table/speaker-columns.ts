/** Who writes each row of a care tool's table that has one row a message. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Draft } from './column-map.js';
import { apartFromAddress } from './behind-name.js';
import { namesFolders } from './mailbox-columns.js';
import { relaysContact } from '../../util/relayed.js';
import { foldName } from './text-names.js';

export type Voice = 'customer' | 'agent' | 'automatic' | 'internal';

/** Columns, by index. */
export interface Speakers {
  /** Says which side writes: « Entrant », "agent". */
  readonly side?: number | undefined;
  /** The side is told by yes (the customer) and no. */
  readonly flags?: boolean;
  /** Names who writes the row, where another column names the customer of its ticket. */
  readonly speaker?: number | undefined;
  readonly customer?: number | undefined;
  /** Says whether the customer sees the row. */
  readonly visible?: number | undefined;
  /** Says that only the brand sees it. */
  readonly hidden?: number | undefined;
  /** E-mails and telephones of the customer. */
  readonly contacts: readonly number[];
}

const SIDE_NAMES =
  /\b(?:sens|direction|roles?|incoming|inbound|entrante?|(?:author|sender|user|from|message|comment|expediteur|emetteur|auteur)(?: \w+)? type|types?(?: (?:d |de |du ))?(?: ?(?:auteur|expediteur|emetteur|intervenant|message|interlocuteur))?|emis par|origine|emetteur|expediteur|auteur|author|sender|speaker|from)\b/;
const SPEAKER_NAMES =
  /^(?:(?:comment|message|reply|note|public comment) )?(?:author|sender|from|by|auteur|expediteur|emetteur|intervenant|interlocuteur)(?: name)?$|^(?:nom |auteur |expediteur |emetteur )(?:de l |du |de la |de )?(?:auteur|expediteur|emetteur|message|commentaire|reponse|echange)$|^(?:ecrit|envoye|redige|saisi|poste|written|sent|posted) (?:par|by)$/;
const CUSTOMER_NAMES =
  /^(?:(?:nom |prenom |nom complet )(?:du |de la |de l |de )?)?(?:customer|client|cliente|requester|contact|consumer|consommateur|demandeur|requerant|usager|visiteur|visitor|internaute|end user)(?: (?:full )?name)?$/;
const VISIBLE_NAMES =
  /^(?:(?:comment|message|is|note|commentaire) )?(?:public|publique?)$|^(?:visible|visibilite|visibility)(?: (?:client|par le client|to customer))?$/;
const HIDDEN_NAMES =
  /^(?:(?:comment|message|is|note|commentaire) )?(?:private|privee?|internal|interne)(?: (?:note|comment))?$/;
/** Called so, yes and no are sides. */
const INCOMING_NAMES = /^(?:is )?(?:incoming|inbound|entrante?)$/;
const CONTACT_NAMES =
  /\b(?:e ?mail|courriel|mail|phone|telephone|tel|mobile|portable)\b(?!.*\b(?:agent|conseiller|assignee)\b)/;

const VOICES: readonly (readonly [Voice, RegExp])[] = [
  ['internal', /\b(?:interne|internal|private note|note privee)\b|^notes?$/],
  [
    'automatic',
    /\b(?:auto|automatique|automatic|automated|systeme?|bot|robot|workflow|automation|automate)\b/,
  ],
  [
    'customer',
    /^(?:message )?(?:entrante?s?|inbound|incoming|in|recue?s?|received|end user|enduser|usager|internaute|visit(?:eur|or)|requester|demandeur|contact|consommat(?:eur|rice)|consumer|cliente?s?|customers?|user|utilisateur)$/,
  ],
  [
    'agent',
    /^(?:message )?(?:sortante?s?|outbound|outgoing|out|envoyee?s?|sent|agents?|conseill(?:er|ere)|teleconseill(?:er|ere)|staff|admin|support|operat(?:eur|or|rice)|collaborat(?:eur|rice)|gestionnaire|marque|brand|service clients?|entreprise|company|enseigne|equipe|team ?(?:mate|member)?)$/,
  ],
];
const YES = /^(?:true|vrai|yes|oui|1|y|o)$/;
const NO = /^(?:false|faux|non|no|0|n|private|prive|interne|internal)$/;

/** What a cell says of who writes; `undefined` where it says nothing. `flags`: yes and no are sides. */
const voiceOf = (cell: string, flags = false): Voice | undefined => {
  const word = foldName(cell.toLowerCase());
  if (flags && (YES.test(word) || NO.test(word))) return YES.test(word) ? 'customer' : 'agent';
  return VOICES.find(([, words]) => words.test(word))?.[0];
};
const flagsSides = (name: string | undefined): boolean => INCOMING_NAMES.test(name ?? '');

/** A ticket has several rows. */
export function hasConversations(table: TablePeek, thread: number): boolean {
  const threads = table.rows.map((cells) => cells[thread] ?? '').filter((cell) => cell !== '');
  return threads.length - new Set(threads).size >= Math.max(2, threads.length * 0.1);
}

/** Nearly every filled cell says a side, and both sides write. */
function tellsSides(table: TablePeek, at: number): boolean {
  const filled = table.rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  const flags = flagsSides(foldName(table.names[at] ?? ''));
  const voices = filled.map((cell) => voiceOf(cell, flags)).filter((voice) => voice !== undefined);
  return (
    filled.length > 0 &&
    voices.length >= filled.length * 0.9 &&
    voices.includes('customer') &&
    voices.some((voice) => voice !== 'customer')
  );
}

/** The column that says in words which side writes each row. */
const sideColumn = (table: TablePeek, apart: readonly (number | undefined)[] = []): number | undefined => {
  const at = table.names.findIndex(
    (name, index) => !apart.includes(index) && SIDE_NAMES.test(foldName(name)) && tellsSides(table, index),
  );
  return at < 0 ? undefined : at;
};

const NUMBER_NAMES = /^(?:n|no|num|numero|number|ref|reference|id|identifiant)$/;

/** Mends the guess where a column says which side writes each row: it names no network, and numbers on several rows (« N° ») are conversations; folders are none. */
export function conversationColumns(
  table: TablePeek,
  guess: { threadId?: number; network?: number },
  taken: Set<number>,
): void {
  if (guess.network !== undefined && tellsSides(table, guess.network)) delete guess.network;
  if (guess.threadId !== undefined && namesFolders(table, guess.threadId)) delete guess.threadId;
  if (guess.threadId !== undefined || sideColumn(table) === undefined) return;
  const at = table.names.findIndex(
    (name, index) => !taken.has(index) && NUMBER_NAMES.test(foldName(name)) && hasConversations(table, index),
  );
  if (at < 0) return;
  guess.threadId = at;
  taken.add(at);
}

/** Names that tell a side even where no column tells the conversation. */
const PLAIN_SIDE =
  /^(?:sens|direction|roles?|incoming|inbound|entrante?|(?:author|sender|user|message)(?: |_)?(?:type|role)|type (?:d |de l )?(?:auteur|expediteur|emetteur|intervenant)|emis par|emetteur|expediteur|auteur|author|sender|from|speaker)$/;

/**
 * The columns that say who writes each row, where a table has a row a message: the side in words, or the name of the author beside that of
 * the customer. `undefined` where nothing says it: then a row is its ticket's customer.
 */
export function speakersOf(
  table: TablePeek,
  guess: { readonly threadId?: number; readonly text?: number },
): Speakers | undefined {
  const thread = guess.threadId;
  const names = table.names.map(foldName);
  if (thread === undefined || !hasConversations(table, thread)) {
    const side = thread === undefined ? sideColumn(table, [guess.text]) : undefined;
    return side !== undefined && PLAIN_SIDE.test(names[side] ?? '')
      ? { side, flags: flagsSides(names[side]), contacts: [] }
      : undefined;
  }
  const find = (test: (name: string, at: number) => boolean): number | undefined => {
    const at = names.findIndex(
      (name, index) => index !== guess.text && index !== thread && test(name, index),
    );
    return at < 0 ? undefined : at;
  };
  const side = sideColumn(table, [guess.text, thread]);
  const customer = find((name) => CUSTOMER_NAMES.test(name));
  const speaker = find((name, at) => at !== customer && at !== side && SPEAKER_NAMES.test(name));
  if (
    side === undefined &&
    (speaker === undefined || customer === undefined || !bothWrite(table, speaker, customer))
  )
    return undefined;
  return {
    side,
    flags: side !== undefined && flagsSides(names[side]),
    speaker,
    customer,
    visible: find((name) => VISIBLE_NAMES.test(name)),
    hidden: find((name, at) => at !== side && HIDDEN_NAMES.test(name)),
    contacts: names.flatMap((name, at) => (CONTACT_NAMES.test(name) ? [at] : [])),
  };
}

const same = (a: string | undefined, b: string | undefined): boolean =>
  foldName((a ?? '').toLowerCase()) === foldName((b ?? '').toLowerCase());

/** Customers write a fifth of the rows at least, and not all. */
function bothWrite(table: TablePeek, speaker: number, customer: number): boolean {
  const filled = table.rows.filter(
    (cells) => (cells[speaker] ?? '') !== '' && (cells[customer] ?? '') !== '',
  );
  const own = filled.filter((cells) => same(cells[speaker], cells[customer])).length;
  return own >= filled.length * 0.2 && own < filled.length;
}

function voiceIn(
  { side, flags, speaker, customer, visible, hidden }: Speakers,
  cells: readonly string[],
): Voice | undefined {
  const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '')).trim();
  const voice =
    side !== undefined
      ? voiceOf(cell(side), flags)
      : cell(speaker) === '' || cell(customer) === ''
        ? undefined
        : same(cell(speaker), cell(customer))
          ? 'customer'
          : (voiceOf(cell(speaker)) ?? 'agent');
  const says = (at: number | undefined, word: RegExp): boolean => word.test(foldName(cell(at).toLowerCase()));
  return voice === 'agent' && (says(visible, NO) || says(hidden, YES)) ? 'internal' : voice;
}

/** Gives a record to who writes it: an agent's row keeps neither the name nor the contacts of the ticket's customer. */
export function speak(
  draft: Draft,
  speakers: Speakers,
  cells: readonly string[],
  header: readonly string[],
): void {
  const cell = (at: number | undefined): string | undefined =>
    at === undefined ? undefined : (cells[at] ?? '').trim() || undefined;
  const contacts = speakers.contacts.map(cell).filter((contact) => contact !== undefined);
  const { side, speaker, visible, hidden } = speakers;
  const told = new Set(
    [side, speaker, visible, hidden, ...speakers.contacts].flatMap((at) =>
      at === undefined ? [] : (header[at] ?? []),
    ),
  );
  const left = Object.entries(draft.attributes ?? {}).filter(([name]) => !told.has(name));
  draft.attributes = left.length === 0 ? undefined : Object.fromEntries(left);
  const voice = voiceIn(speakers, cells) ?? 'customer';
  const called = voice === 'agent' && relaysContact(draft.text ?? '');
  if (voice === 'customer' || called) {
    const name = called ? undefined : cell(speaker);
    if (called) Object.assign(draft, { channel: 'phone', authorId: undefined });
    draft.direction = 'inbound';
    draft.authorName =
      cell(speakers.customer) ??
      (speaker === undefined
        ? draft.authorName
        : name !== undefined && voiceOf(name) === undefined
          ? name
          : undefined);
    draft.authorContacts = contacts.length === 0 ? undefined : contacts;
    apartFromAddress(draft);
    return;
  }
  draft.direction = voice === 'internal' ? 'internal' : 'outbound';
  draft.authorIsBrand = true;
  draft.authorId = undefined;
  draft.authorName = cell(speaker);
  draft.authorContacts = undefined;
  apartFromAddress(draft);
  if (voice === 'automatic') draft.kind = 'system';
}

/** The date that moves within tickets, among these columns: that of a ticket's opening stands on all its rows. */
export function messageDate(table: TablePeek, thread: number, dates: readonly number[]): number | undefined {
  const moves = (at: number): boolean => {
    const seen = new Map<string, Set<string>>();
    for (const cells of table.rows) {
      const key = cells[thread] ?? '';
      seen.set(key, (seen.get(key) ?? new Set()).add(cells[at] ?? ''));
    }
    const rows = table.rows.length - seen.size;
    const moved = [...seen.values()].reduce((sum, { size }) => sum + size - 1, 0);
    return rows > 0 && moved >= rows * 0.5;
  };
  return hasConversations(table, thread) ? dates.find(moves) : undefined;
}
