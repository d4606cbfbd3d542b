import { PRIVATE, PUBLIC, type CaseMessage } from '../messages/case-message.js';
import { conversationsOf } from './conversations.js';
import { learnOpenings, SAME_BREATH } from './openings.js';

const DAY = 86_400_000;
/** A private thread that is silent for longer starts a new unit: a WhatsApp thread lives for years. */
const PRIVATE_SILENCE = 14 * DAY;
/** A customer who waits for a word of the brand waits in the same unit for so long, whoever writes then, unless they open another matter in a chat. */
const WAITING = 60 * DAY;
/** Public messages of one author in one thread further apart are separate units. */
const PUBLIC_SILENCE = 7 * DAY;

/** Under this polarity a message speaks of something bad, complaint or not. */
export const AGAINST = -0.3;
/** From this polarity on it speaks well. */
export const IN_FAVOUR = 0.3;
/** What speaks well, and yet complains with this probability, may be irony. */
export const IRONY = 0.2;

/** Messages that certainly belong together: a stretch of a private thread, in a chat one that opens one matter, or what one author writes under one public post. */
export interface Unit {
  readonly stage: number;
  /** Indices of messages, in order of time. */
  readonly messages: number[];
  /** Time of the first and last inbound message. */
  firstAt: number;
  lastAt: number;
  /** Times of all its inbound messages, in order. */
  inboundAt: number[];
  emails: readonly number[];
  phones: readonly number[];
  orders: readonly number[];
  handles: readonly number[];
  names: readonly number[];
  /** Handles as they are spelt, and names with a word cut to its first letter. */
  spelt: readonly number[];
  shortened: readonly number[];
  authors: readonly number[];
  drivers: number;
  brand: number;
  products: readonly number[];
  places: readonly number[];
  words: readonly number[];
  complaint: boolean;
  /** A message of it complains, or speaks of something bad. */
  against: boolean;
  /** A message of it thanks or speaks well. */
  inFavour: boolean;
  /** A message of it may complain, however well it seems to speak. */
  ironic: boolean;
  inbound: number;
  /** When a person of the brand first answered, and when it was last said to be settled. */
  answeredAt: number;
  settledAt: number;
  /** It holds a message that opens a matter, not only a greeting. */
  opened: boolean;
}

/** Shared by all units: most have none of most identifiers, and there may be a million units. */
const NONE: readonly number[] = [];

const newUnit = (stage: number): Unit => ({
  stage,
  messages: [],
  firstAt: Infinity,
  lastAt: -Infinity,
  inboundAt: [],
  emails: NONE,
  phones: NONE,
  orders: NONE,
  handles: NONE,
  names: NONE,
  spelt: NONE,
  shortened: NONE,
  authors: NONE,
  drivers: 0,
  brand: 0,
  products: NONE,
  places: NONE,
  words: NONE,
  complaint: false,
  against: false,
  inFavour: false,
  ironic: false,
  inbound: 0,
  answeredAt: Infinity,
  settledAt: Infinity,
  opened: false,
});

const noted = (list: readonly number[], value: number): readonly number[] =>
  value === 0 || list.includes(value) ? list : list.length === 0 ? [value] : [...list, value];

/** Words of a unit, from its first messages. */
const MOST_WORDS = 120;

function withWords(list: readonly number[], words: readonly number[]): readonly number[] {
  if (words.length === 0 || list.length >= MOST_WORDS) return list;
  return list.length === 0 ? words : [...new Set([...list, ...words])].slice(0, MOST_WORDS);
}

function add(unit: Unit, message: CaseMessage, index: number): void {
  unit.messages.push(index);
  unit.orders = noted(unit.orders, message.order);
  if (unit.brand === 0) unit.brand = message.brand;
  if (message.outcome === 'settled' || (message.thanks && unit.answeredAt < Infinity))
    unit.settledAt = message.sentAt;
  if (message.outbound) {
    if (!message.automatic && unit.inbound > 0) unit.answeredAt = Math.min(unit.answeredAt, message.sentAt);
    return;
  }
  unit.inbound++;
  unit.firstAt = Math.min(unit.firstAt, message.sentAt);
  unit.lastAt = Math.max(unit.lastAt, message.sentAt);
  unit.inboundAt.push(message.sentAt);
  unit.emails = noted(unit.emails, message.email);
  unit.phones = noted(unit.phones, message.phone);
  unit.handles = noted(unit.handles, message.handle);
  unit.names = noted(unit.names, message.name);
  unit.spelt = noted(unit.spelt, message.spelt);
  unit.shortened = noted(noted(unit.shortened, message.initialLast), message.firstInitial);
  if (!message.byName) unit.authors = noted(unit.authors, message.author);
  unit.against ||= message.complaint || message.polarity <= AGAINST;
  unit.inFavour ||= message.thanks || message.polarity >= IN_FAVOUR;
  unit.ironic ||= message.complaintChance >= IRONY;
  unit.products = noted(unit.products, message.product);
  unit.places = noted(unit.places, message.place);
  unit.drivers |= message.drivers;
  unit.complaint ||= message.complaint;
  unit.words = withWords(unit.words, message.words);
}

/** Whether the last word of a unit that a person wrote is the customer's. */
function isAwaited(unit: Unit | undefined, messages: readonly CaseMessage[]): boolean {
  const last = unit?.messages.findLast((index) => messages[index]?.automatic !== true);
  return last !== undefined && messages[last]?.outbound === false;
}

/** The author of public threads that hold one customer alone: such as a review with its reply. */
function lonelyThreads(messages: readonly CaseMessage[]): ReadonlyMap<number, number> {
  const authors = new Map<number, number>();
  if (
    !messages.some(
      ({ stage, outbound, parent, thread }) => stage === PUBLIC && outbound && parent === 0 && thread !== 0,
    )
  )
    return authors;
  for (const { stage, outbound, thread, author } of messages) {
    if (stage !== PUBLIC || outbound || thread === 0) continue;
    const known = authors.get(thread);
    authors.set(thread, known === undefined || known === author ? author : -1);
  }
  return authors;
}

/**
 * Whom a public reply answers. Many exports put all that is said below a comment under that comment: where it has its reply, a further one
 * answers the last complaint below it that has none.
 */
function meantBy(reply: CaseMessage, parent: Unit, below: readonly Unit[]): Unit {
  if (reply.automatic || parent.answeredAt === Infinity || parent.lastAt > parent.answeredAt) return parent;
  return below.findLast((unit) => unit.complaint && unit.answeredAt === Infinity) ?? parent;
}

/** Where an author writes in public: a number where no thread is told, as of most comments, and a text of it would be slow to make. */
const placeOf = (author: number, thread: number): number | string =>
  thread === 0 ? author : `${author}/${thread}`;

/**
 * Groups private and public messages, given in order of time, into units. Replies of the brand in public follow the message they
 * answer, directly or through another reply; without one, the only customer of their thread (a review and its reply). Units without an inbound message are left out; so are messages of no unit (an unprompted post of the brand).
 */
export function buildUnits(messages: readonly CaseMessage[]): Unit[] {
  const units: Unit[] = [];
  const open = new Map<number | string, Unit>(),
    openPrivates = new Map<number, Unit>();
  const unitOfMessage = new Map<number, Unit>();
  const conversations = conversationsOf(messages);
  const opens = learnOpenings(messages, conversations);
  const answered = new Set(
    messages.flatMap(({ stage, parent }) => (stage === PUBLIC && parent !== 0 ? [parent] : [])),
  );
  const replied = new Set(
    messages.flatMap(({ stage, parent, outbound }) =>
      stage === PUBLIC && outbound && parent !== 0 ? [parent] : [],
    ),
  );
  /** What customers wrote below a message with a reply. */
  const below = new Map<number, Unit[]>();
  const alone = lonelyThreads(messages);
  messages.forEach((message, index) => {
    if (message.stage > PUBLIC) return;
    const isPrivate = message.stage === PRIVATE;
    if (!isPrivate && message.outbound) {
      const parent =
        unitOfMessage.get(message.parent) ??
        (message.parent === 0
          ? open.get(placeOf(alone.get(message.thread) ?? 0, message.thread))
          : undefined);
      if (parent === undefined) return;
      const unit = meantBy(message, parent, below.get(message.parent) ?? []);
      add(unit, message, index);
      if (answered.has(message.id)) unitOfMessage.set(message.id, unit);
      return;
    }
    const conversation = conversations[index] as number,
      place = placeOf(message.author, message.thread);
    const current = isPrivate ? openPrivates.get(conversation) : open.get(place);
    const last =
      current === undefined
        ? -Infinity
        : (messages[current.messages[current.messages.length - 1] ?? 0]?.sentAt ?? -Infinity);
    const opening = isPrivate && !message.outbound && !message.repeated && opens(message);
    const waits = isPrivate && !(message.chat && opening) && isAwaited(current, messages);
    const silence = waits ? WAITING : isPrivate ? PRIVATE_SILENCE : PUBLIC_SILENCE;
    let unit = current;
    if (
      unit === undefined ||
      message.sentAt - last > silence ||
      (message.chat && opening && unit.opened && message.sentAt - last > SAME_BREATH)
    ) {
      unit = newUnit(message.stage);
      if (isPrivate) openPrivates.set(conversation, unit);
      else if (message.author !== 0) open.set(place, unit);
      units.push(unit);
    }
    add(unit, message, index);
    unit.opened ||= opening;
    if (isPrivate) return;
    if (answered.has(message.id)) unitOfMessage.set(message.id, unit);
    if (message.parent !== 0 && replied.has(message.parent)) {
      const nest = below.get(message.parent);
      if (nest === undefined) below.set(message.parent, [unit]);
      else if (!nest.includes(unit)) nest.push(unit);
    }
  });
  return units.filter(({ inbound }) => inbound > 0);
}
