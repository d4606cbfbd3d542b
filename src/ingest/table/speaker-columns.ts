/** Who writes each row of a care tool's table that has one row a message. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Draft } from './column-map.js';
import { hasConversations, moves } from './ticket-rows.js';
import { apartFromAddress } from './behind-name.js';
import { namesFolders } from './mailbox-columns.js';
import { relaysContact } from '../../util/relayed.js';
import { foldName, foldedNames } from './text-names.js';
import { CUSTOMER_NAMES, type Voice, saysUnseen, saysYes, sideIn, voiceOf } from './voices.js';

/** Columns, by index. */
export interface Speakers {
  /** Says which side writes: « Entrant », "agent". */
  readonly side?: number | undefined;
  /** How its cells say it. */
  readonly sideOf?: ((cell: string) => Voice | undefined) | undefined;
  /** Names who writes the row, where another column names the customer of its ticket. */
  readonly speaker?: number | undefined;
  readonly customer?: number | undefined;
  /** Says whether the customer sees the row. */
  readonly visible?: number | undefined;
  /** Says that only the brand sees it. */
  readonly hidden?: number | undefined;
  /** Says what the row is: a reply, a note. */
  readonly kind?: number | undefined;
  /** Says that a machine wrote it. */
  readonly automatic?: number | undefined;
  /** The agent who writes, where the row is an agent's. */
  readonly agent?: number | undefined;
  /** Number who writes the row, whatever the side. */
  readonly speakerIds: readonly number[];
  /** Names them, in a list inside of an item. */
  readonly agentName?: number | undefined;
  /** Numbers the customer. */
  readonly customerId?: number | undefined;
  /** E-mails and telephones of the customer. */
  readonly contacts: readonly number[];
}

const SIDE_NAMES =
  /\b(?:sens|direction|roles?|kind|incoming|inbound|entrante?|(?:author|sender|user|from|message|comment|expediteur|emetteur|auteur)(?: \w+)? type|(?:sent|written) by|purpose|types?(?: (?:d |de |du ))?(?: ?(?:auteur|expediteur|emetteur|intervenant|message|interlocuteur))?|emis par|origine|emetteur|expediteur|auteur|author|sender|speaker|from|owner|customer|staff|(?:id )?(?:employee|employe|admin|operator)(?: id)?|participant type)\b/;
const SPEAKER_NAMES =
  /^(?:(?:comment|message|reply|note|public comment) )?(?:author|sender|user|from|by|auteur|expediteur|emetteur|intervenant|interlocuteur|actor|participant)(?: name)?$|^(?:nom |auteur |expediteur |emetteur )(?:de l |du |de la |de )?(?:auteur|expediteur|emetteur|message|commentaire|reponse|echange)$|^(?:ecrit|envoye|redige|saisi|poste|written|sent|posted) (?:par|by)$/;
const VISIBLE_NAMES =
  /^(?:(?:comment|message|is|note|commentaire) )?(?:public|publique?)$|^(?:visible|visibilite|visibility)(?: (?:client|par le client|to customer))?$/;
const HIDDEN_NAMES =
  /^(?:(?:comment|message|is|note|commentaire) )?(?:private|privee?|internal|interne)(?: (?:note|comment))?$/;
const KIND_NAMES = /^(?:(?:message|item|entry|comment) )?(?:type|kind|channel)$/;
const AUTOMATIC_NAMES =
  /^(?:is )?(?:(?:author|sender|user) (?:is )?)?(?:auto(?:mat(?:ed|ic|ique))?|bot)(?: (?:message|reply|response|reponse))?$/;
const AGENT_NAME = /^(?:agent|operator|author|sender|(?:from )?user(?: data)?)(?: (?:full|display))? name$/;
const AGENT_NAMES = /^(?:agent|operator|operateur|conseiller|author|sender)(?: (?:id|name|e ?mail))?$/;
const SPEAKER_ID =
  /^(?:(?:message|comment) )?(?:author|sender|user|from|participant|initiator|actor|operator|agent|(?:created|sent|written) by)(?: user)? id$/;
/** Of them, those that agents alone have, and those that stay the same from one conversation to the next. */
const IS_STAFF = /^(?:agent|operator) id$/,
  OF_STAFF = /^(?:agent|operator|.*\buser) id$/;
const CUSTOMER_ID = /^(?:visitor|visiteur|contact|customer|client|end user|participant|actor) id$/;
/** Le Bot is a name. */
const MACHINE = /^(?:chat)?bot\b|(?<!\ble )\bbot$/i;
/** Who created it: of the row, where it moves within tickets. */
const CREATED_BY =
  /^(?:.*\b(?:commentaire|comment|message|reponse|reply)\b.*)?\b(?:cree|created) (?:par|by)$/;
const CONTACT_NAMES =
  /\b(?:e ?mail|courriel|mail|phone|telephone|tel|mobile|portable)\b(?!.*\b(?:agent|conseiller|assignee)\b)/;

/** The column that says which side writes each row, and how. */
function sideColumn(
  table: TablePeek,
  apart: readonly (number | undefined)[] = [],
): Required<Pick<Speakers, 'side' | 'sideOf'>> | undefined {
  for (const [side, name] of foldedNames(table).entries()) {
    if (apart.includes(side) || !SIDE_NAMES.test(name)) continue;
    const sideOf = sideIn(table, side, name);
    if (sideOf) return { side, sideOf };
  }
  return undefined;
}

const NUMBER_NAMES =
  /^(?:n|no|num|numero|number|ref|reference|id|identifiant|(?:contact|customer|client|visitor|visiteur|lead|wa) id)$/;

/** Mends the guess where a column says which side writes each row: it names no network, and numbers on several rows (« N° ») are conversations; folders are none. */
export function conversationColumns(
  table: TablePeek,
  guess: { threadId?: number; network?: number },
  taken: Set<number>,
): void {
  if (guess.network !== undefined && sideIn(table, guess.network, '')) delete guess.network;
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
  /^(?:sens|direction|roles?|incoming|inbound|entrante?|(?:author|sender|user|message|from|by|participant)(?: |_)?(?:type|role)|type (?:d |de l )?(?:auteur|expediteur|emetteur|intervenant)|emis par|(?:sent|written) by|purpose|emetteur|expediteur|auteur|author|sender|from|speaker)$/;

/**
 * The columns that say who writes each row, where a table has a row a message: the side in words, or the name of the author beside that of
 * the customer. `undefined` where nothing says it: then a row is its ticket's customer.
 */
export function speakersOf(
  table: TablePeek,
  guess: { readonly threadId?: number; readonly text?: number; readonly authorName?: number },
): Speakers | undefined {
  const thread = guess.threadId,
    names = foldedNames(table);
  const find = (test: (name: string, at: number) => boolean): number | undefined => {
    const at = names.findIndex(
      (name, index) => index !== guess.text && index !== thread && test(name, index),
    );
    return at < 0 ? undefined : at;
  };
  // a list inside of an item is a conversation
  const inside = table.nested !== undefined;
  const talks = table.nested?.talk !== undefined || (thread !== undefined && hasConversations(table, thread));
  if (!talks && thread !== undefined && !inside) return undefined;
  const { side, sideOf } = sideColumn(table, [guess.text, thread]) ?? {};
  if (!talks && (side === undefined || !PLAIN_SIDE.test(names[side] ?? ''))) return undefined;
  const customer =
    talks && (!inside || side !== undefined) ? find((name) => CUSTOMER_NAMES.test(name)) : undefined;
  // 0 for what all see, 1 for notes
  const isLevel = (at: number): boolean =>
    names[at]?.startsWith('visib') === true &&
    table.rows.filter((cells) => cells[at] === '0').length > table.rows.length / 2;
  const isOther = (at: number): boolean => at !== customer && at !== side;
  const speaker =
    (inside ? guess.authorName : undefined) ??
    find((name, at) => isOther(at) && SPEAKER_NAMES.test(name)) ??
    find(
      (name, at) =>
        talks && thread !== undefined && isOther(at) && CREATED_BY.test(name) && moves(table, thread, at),
    );
  if (
    side === undefined &&
    (speaker === undefined || customer === undefined || !bothWrite(table, speaker, customer))
  )
    return undefined;
  return {
    side,
    sideOf,
    speaker,
    customer,
    visible: find((name, at) => VISIBLE_NAMES.test(name) && !isLevel(at)),
    hidden: find(
      (name, at) => at !== side && (HIDDEN_NAMES.test(name) || (VISIBLE_NAMES.test(name) && isLevel(at))),
    ),
    kind: find((name, at) => at !== side && KIND_NAMES.test(name)),
    automatic: find((name) => AUTOMATIC_NAMES.test(name)),
    agent: find((name) => AGENT_NAMES.test(name)),
    agentName: inside ? find((name) => AGENT_NAME.test(name)) : undefined,
    speakerIds: names
      .flatMap((name, at) =>
        SPEAKER_ID.test(name) &&
        (inside || IS_STAFF.test(name) || (thread !== undefined && moves(table, thread, at)))
          ? [at]
          : [],
      )
      // who takes part is numbered anew in each conversation
      .toSorted((a, b) => Number(OF_STAFF.test(names[b] ?? '')) - Number(OF_STAFF.test(names[a] ?? ''))),
    customerId: find((name) => CUSTOMER_ID.test(name)),
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
  { side, sideOf, speaker, customer, visible, hidden, kind, automatic, agent }: Speakers,
  cells: readonly string[],
): Voice | undefined {
  const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '')).trim();
  const voice =
    side !== undefined
      ? sideOf?.(cell(side))
      : cell(speaker) === '' || cell(customer) === ''
        ? undefined
        : same(cell(speaker), cell(customer))
          ? 'customer'
          : (voiceOf(cell(speaker)) ?? 'agent');
  if (voice !== 'agent') return voice;
  if (saysUnseen(cell(visible)) || saysYes(cell(hidden)) || voiceOf(cell(kind)) === 'internal')
    return 'internal';
  return saysYes(cell(automatic)) || MACHINE.test(cell(agent)) || voiceOf(cell(speaker)) === 'automatic'
    ? 'automatic'
    : 'agent';
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
    draft.authorId ??= called ? undefined : cell(speakers.customerId);
    apartFromAddress(draft);
    return;
  }
  draft.direction = voice === 'internal' ? 'internal' : 'outbound';
  draft.authorIsBrand = true;
  draft.authorId = speakers.speakerIds.map(cell).find((id) => id !== undefined);
  draft.authorName = cell(speaker) ?? cell(speakers.agentName);
  draft.authorContacts = undefined;
  apartFromAddress(draft);
  if (voice === 'automatic') draft.kind = 'system';
}
