import { DEFAULT_M } from './assumed-agreement.js';
import { PRIVATE, type CaseMessage } from '../messages/case-message.js';
import { chanceOfName, fitNameLaw, type NameLaw } from './name-frequency.js';

/** What many people share: a name, a part of it, its letters with one word cut. */
type Shown = 'name' | 'firstName' | 'lastName' | 'initialLast' | 'firstInitial';

/** Accounts that show each value, and the law that they follow. */
interface Bearers {
  readonly accounts: ReadonlyMap<number, ReadonlySet<number>>;
  readonly law: NameLaw;
  /** All accounts that show any, but one. */
  readonly others: number;
  /** Pairs of persons of one channel, where accounts are told apart, that share a value, and all pairs. */
  readonly sharing: number;
  readonly pairs: number;
}

const pairsOf = (n: number): number => (n * (n - 1)) / 2;

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
  isName: (message: CaseMessage) => boolean = () => true,
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
    if (((author === 0 || byName) && email === 0 && phone === 0) || !isName(message)) continue;
    let values = channels.get(channel);
    if (values === undefined) channels.set(channel, (values = new Map()));
    enter(values, value, person);
  }
  const groups = [...channels.values()].map((values) => [...values.values()].map(({ size }) => size)),
    sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    accounts,
    law: fitNameLaw(groups),
    others: Math.max(1, everybody.size * parts - 1),
    sharing: sum(groups.flat().map(pairsOf)),
    pairs: sum(groups.map((sizes) => pairsOf(sum(sizes)))),
  };
}

/**
 * How many times more often two people share a first and last name than if the two had nothing to do with one another: twice before data,
 * worth as many pairs, then as people of one channel show it.
 */
const TOGETHER = 2;
const TOGETHER_PAIRS = 2;
function togetherOf(whole: Bearers, first: Bearers, last: Bearers): number {
  const apart = (first.sharing * last.sharing) / Math.max(1, first.pairs);
  return Math.max(1.02, (whole.sharing + TOGETHER * TOGETHER_PAIRS) / (apart + TOGETHER_PAIRS));
}

/** All who show it but the second of the pair. */
const seenOf = ({ accounts }: Bearers, value: number): number =>
  Math.max(1, (accounts.get(value)?.size ?? 1) - 1);
const chanceIn = (bearers: Bearers, value: number): number =>
  chanceOfName(seenOf(bearers, value), bearers.others, bearers.law);

/** So many private messages must tell a name before what names are is learnt from them. */
const LEAST_TOLD = 30;

/** P(another person shows a name, or spells one). */
export interface Namesakes {
  readonly name: (value: number) => number;
  /** Where one of the two is private. */
  readonly privateName: (value: number) => number;
  /** A name cut short, met by a whole one. */
  readonly shortName: (value: number) => number;
  readonly spelling: (value: number) => number;
}

/** Before data two names begin with one letter about once in fourteen, worth as many pairs. */
const ONE_LETTER = 0.07;
const LETTER_PAIRS = 2;
/** How often two people who share a part of their name share the first letter of the rest. */
const letterOf = (short: Bearers, part: Bearers): number =>
  (short.sharing + ONE_LETTER * LETTER_PAIRS) / (part.sharing + LETTER_PAIRS);

/** Beside so many bearers of other names: what its parts say, with a gamma law of that shape around it, and who is seen to bear it. */
function chanceByParts(bearers: Bearers, value: number, expected: number, shape: number): number {
  const seen = seenOf(bearers, value),
    chance = (shape + seen) / (shape / expected + bearers.others);
  return seen > 1 ? Math.max(chanceIn(bearers, value), chance) : chance;
}

/**
 * How likely another person bears a name: by how many bear it, and where its parts are known by how common these are, as first and last names
 * hardly depend on one another. How much commoner a name may be than its parts say is learnt (a gamma law, whose shape is one where two people
 * share a name twice as often as its parts say). A name cut short is as common as the part that is left whole, by how often people share a
 * first letter. Of a name told in private, only names count: what many public accounts call themselves ("Chat Botté") is told by first names that nobody
 * gives in private, and would make all names look common. A handle that spells a name is as rare as the people whose name it may be.
 */
export function namesakesOf(messages: readonly CaseMessage[], parts: number): Namesakes {
  const personOf = personsOf(messages);
  const of = (shown: Shown): Bearers => bearersOf(messages, shown, personOf, parts);
  const whole = of('name'),
    [first, last] = [of('firstName'), of('lastName')];
  const firstNames = new Set<number>();
  let told = 0;
  for (const { outbound, stage, firstName } of messages)
    if (!outbound && stage === PRIVATE && firstName !== 0) {
      firstNames.add(firstName);
      told++;
    }
  const isName = ({ stage, firstName }: CaseMessage): boolean =>
    stage === PRIVATE || firstNames.has(firstName);
  const ofNames = (shown: Shown): Bearers => bearersOf(messages, shown, personOf, parts, isName);
  const short = (
    [
      ['firstInitial', 'firstName', first],
      ['initialLast', 'lastName', last],
    ] as const
  ).map(([cut, kept, part]) => ({ cut, kept, part, bearers: of(cut), bearerOf: new Map<number, number>() }));
  const bearerOf = new Map<number, CaseMessage>();
  for (const message of messages) {
    if (message.outbound || message.firstName === 0) continue;
    bearerOf.set(message.name, message);
    for (const { cut, kept, bearerOf: partOf } of short) partOf.set(message[cut], message[kept]);
  }
  const nameBy = (all: Bearers, firsts: Bearers, lasts: Bearers): ((value: number) => number) => {
    const shape = 1 / (togetherOf(all, firsts, lasts) - 1);
    return (value) => {
      const bearer = bearerOf.get(value);
      return bearer === undefined
        ? chanceIn(all, value)
        : chanceByParts(
            all,
            value,
            chanceIn(firsts, bearer.firstName) * chanceIn(lasts, bearer.lastName),
            shape,
          );
    };
  };
  const name = nameBy(whole, first, last);
  const shortChances = (value: number): number[] =>
    short.flatMap(({ part, bearers, bearerOf: partOf }) => {
      const own = partOf.get(value);
      return own === undefined
        ? []
        : [chanceByParts(bearers, value, chanceIn(part, own) * letterOf(bearers, part), 1)];
    });
  return {
    name,
    privateName:
      told < LEAST_TOLD ? name : nameBy(ofNames('name'), ofNames('firstName'), ofNames('lastName')),
    shortName: (value) => Math.max(...shortChances(value)),
    // another person's handle spells their name as often as one's own does
    spelling: (value) =>
      Math.max(...shortChances(value), whole.accounts.has(value) ? name(value) : 0) *
      (DEFAULT_M.spelling[0] as number),
  };
}
