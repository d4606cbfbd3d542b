import { DEFAULT_M } from './assumed-agreement.js';
import type { CaseMessage } from './case-message.js';
import { chanceOfName, fitNameLaw, type NameLaw } from './name-frequency.js';

/** What many people share: a name, a part of it, its letters with one word cut. */
type Shown = 'name' | 'firstName' | 'lastName' | 'initialLast' | 'firstInitial';

/** Accounts that show each value, and the law that they follow. */
interface Bearers {
  readonly accounts: ReadonlyMap<number, ReadonlySet<number>>;
  readonly law: NameLaw;
  /** All accounts that show any, but one. */
  readonly others: number;
}

function enter<Key>(map: Map<Key, Set<number>>, key: Key, account: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([account]));
  else known.add(account);
}

/** An address, a number or a handle that more accounts show is nobody's. */
const MOST_ACCOUNTS = 6;

/** Who is behind each account: accounts that show one address, number or handle are one person's, and count once. */
function personsOf(messages: readonly CaseMessage[]): (account: number) => number {
  const accounts = new Map<number, Set<number>>();
  for (const message of messages) {
    if (message.outbound) continue;
    const account = accountOf(message);
    for (const key of [message.email, message.phone, message.handle])
      if (key !== 0) enter(accounts, key, account);
  }
  const person = new Map<number, number>();
  const find = (account: number): number => {
    let root = account;
    for (let next = person.get(root); next !== undefined && next !== root; next = person.get(root))
      root = next;
    return root;
  };
  for (const shared of accounts.values()) {
    if (shared.size < 2 || shared.size > MOST_ACCOUNTS) continue;
    const [first = 0, ...others] = [...shared].map(find);
    for (const other of others) if (find(other) !== find(first)) person.set(find(other), find(first));
  }
  return find;
}

/** Namesakes in an export that gives names and no accounts are told apart by their address or number, where one is given. */
const accountOf = ({ author, byName, email, phone, name, handle }: CaseMessage): number =>
  [author === 0 || byName ? email || phone : 0, author, name, handle].find((key) => key !== 0) ?? 0;

/** The law is learnt by channel, where accounts are told apart: by account, by chat, by address or number. */
function bearersOf(
  messages: readonly CaseMessage[],
  shown: Shown,
  personOf: (account: number) => number,
  parts: number,
): Bearers {
  const accounts = new Map<number, Set<number>>(),
    channels = new Map<string, Map<number, Set<number>>>(),
    everybody = new Set<number>();
  for (const message of messages) {
    const { outbound, author, byName, email, phone, channel } = message,
      value = message[shown];
    if (outbound || value === 0) continue;
    const person = personOf(accountOf(message));
    everybody.add(person);
    enter(accounts, value, person);
    if ((author === 0 || byName) && email === 0 && phone === 0) continue;
    let values = channels.get(channel);
    if (values === undefined) channels.set(channel, (values = new Map()));
    enter(values, value, person);
  }
  return {
    accounts,
    law: fitNameLaw([...channels.values()].map((values) => [...values.values()].map(({ size }) => size))),
    others: Math.max(1, everybody.size * parts - 1),
  };
}

/** All who show it but the second of the pair. */
const seenOf = ({ accounts }: Bearers, value: number): number =>
  Math.max(1, (accounts.get(value)?.size ?? 1) - 1);
const chanceIn = (bearers: Bearers, value: number): number =>
  chanceOfName(seenOf(bearers, value), bearers.others, bearers.law);

/** P(another person shows a name, or spells one). */
export interface Namesakes {
  readonly name: (value: number) => number;
  readonly spelling: (value: number) => number;
}

/**
 * How likely another person bears a name: by how many bear it, and where its parts are known by how common these are, as first and last names
 * hardly depend on one another. That a name may be commoner than its parts say counts as one bearer more (a gamma law of shape 1). A
 * handle that spells a name is as rare as the people whose name it may be.
 */
export function namesakesOf(messages: readonly CaseMessage[], parts: number): Namesakes {
  const personOf = personsOf(messages);
  const of = (shown: Shown): Bearers => bearersOf(messages, shown, personOf, parts);
  const whole = of('name'),
    halves = (['firstName', 'lastName'] as const).map((part) => ({ part, ...of(part) })),
    short = [of('initialLast'), of('firstInitial')];
  const partsOf = new Map<number, CaseMessage>();
  for (const message of messages)
    if (!message.outbound && message.firstName !== 0) partsOf.set(message.name, message);
  const name = (value: number): number => {
    const seen = seenOf(whole, value),
      known = chanceOfName(seen, whole.others, whole.law),
      bearer = partsOf.get(value);
    if (bearer === undefined) return known;
    const expected = halves.reduce((product, half) => product * chanceIn(half, bearer[half.part]), 1);
    const chance = (1 + seen) / (1 / expected + whole.others);
    return seen > 1 ? Math.max(known, chance) : chance;
  };
  return {
    name,
    spelling: (value) => {
      const known = short.filter(({ accounts }) => accounts.has(value)).map((one) => chanceIn(one, value));
      if (whole.accounts.has(value)) known.push(name(value));
      // another person's handle spells their name as often as one's own does
      return Math.max(...known) * (DEFAULT_M.spelling[0] as number);
    },
  };
}
