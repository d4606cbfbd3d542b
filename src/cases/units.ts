import { PRIVATE, PUBLIC, type CaseMessage } from './case-message.js';

const DAY = 86_400_000;
/** A private thread that is silent for longer starts a new unit: a WhatsApp thread lives for years. */
const PRIVATE_SILENCE = 14 * DAY;
/** Public messages of one author in one thread further apart are separate units. */
const PUBLIC_SILENCE = 7 * DAY;

/** Messages that certainly belong together: a stretch of a private thread, or what one author writes under one public post. */
export interface Unit {
  readonly stage: number;
  /** Indices of messages, in order of time. */
  readonly messages: number[];
  /** Time of the first and last inbound message. */
  firstAt: number;
  lastAt: number;
  readonly emails: number[];
  readonly phones: number[];
  readonly orders: number[];
  readonly handles: number[];
  readonly names: number[];
  readonly authors: number[];
  drivers: number;
  brand: number;
  readonly products: number[];
  readonly places: number[];
  readonly words: number[];
  complaint: boolean;
  inbound: number;
}

const newUnit = (stage: number): Unit => ({
  stage, messages: [], firstAt: Infinity, lastAt: -Infinity, emails: [], phones: [], orders: [], handles: [], names: [], authors: [],
  drivers: 0, brand: 0, products: [], places: [], words: [], complaint: false, inbound: 0,
});

function note(list: number[], value: number): void {
  if (value !== 0 && !list.includes(value)) list.push(value);
}

function add(unit: Unit, message: CaseMessage, index: number): void {
  unit.messages.push(index);
  note(unit.orders, message.order);
  if (unit.brand === 0) unit.brand = message.brand;
  if (message.outbound) return;
  unit.inbound++;
  unit.firstAt = Math.min(unit.firstAt, message.sentAt);
  unit.lastAt = Math.max(unit.lastAt, message.sentAt);
  note(unit.emails, message.email);
  note(unit.phones, message.phone);
  note(unit.handles, message.handle);
  note(unit.names, message.name);
  note(unit.authors, message.author);
  note(unit.products, message.product);
  note(unit.places, message.place);
  unit.drivers |= message.drivers;
  unit.complaint ||= message.complaint;
  for (const word of message.words) if (unit.words.length < 120) note(unit.words, word);
}

/**
 * Groups private and public messages, given in order of time, into units. Replies of the brand in public follow the message they
 * answer. Units without an inbound message are left out; so are messages of no unit (an unprompted post of the brand).
 */
export function buildUnits(messages: readonly CaseMessage[]): Unit[] {
  const units: Unit[] = [];
  const open = new Map<string, Unit>();
  const unitOfMessage = new Map<number, Unit>();
  messages.forEach((message, index) => {
    if (message.stage > PUBLIC) return;
    const isPrivate = message.stage === PRIVATE;
    if (!isPrivate && message.outbound) {
      const answered = unitOfMessage.get(message.parent);
      if (answered !== undefined) add(answered, message, index);
      return;
    }
    const place = isPrivate ? (message.thread === 0 ? `a${message.author || `m${index}`}` : `t${message.thread}`) : `p${message.author === 0 ? `m${index}` : `${message.author}/${message.thread}`}`;
    const current = open.get(place);
    const silence = isPrivate ? PRIVATE_SILENCE : PUBLIC_SILENCE;
    const last = current === undefined ? -Infinity : messages[current.messages[current.messages.length - 1] ?? 0]?.sentAt ?? -Infinity;
    let unit = current;
    if (unit === undefined || message.sentAt - last > silence) {
      unit = newUnit(message.stage);
      open.set(place, unit);
      units.push(unit);
    }
    add(unit, message, index);
    if (message.id !== 0 && !isPrivate) unitOfMessage.set(message.id, unit);
  });
  return units.filter(({ inbound }) => inbound > 0);
}
