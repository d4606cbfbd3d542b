import { PRIVATE } from '../messages/case-message.js';
import { sharedShortNames, sharedSpellings } from './comparison.js';
import type { Unit } from '../units/units.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Pairs further apart are never compared. */
export const WINDOW = 60 * DAY;
/** A public message this long before the private one may still be the same case: some customers go public first. */
const BEFORE = 3 * DAY;
/** Without a shared identifier only close pairs are worth comparing. */
const CONTEXT_WINDOW = 14 * DAY;
/** At most so many later units of a block are compared with one unit: cost stays near-linear where a block is crowded. */
const MOST_PER_IDENTIFIER = 40;
const MOST_PER_CONTEXT = 60;
const MOST_PUBLIC_OF_ONE = 3;
/** Units that last longer are found by their first message only. */
const LONGEST_UNIT = 30 * DAY;

/** Takes a pair worth comparing: `from` opens before `to`. */
export type PairVisitor = (from: number, to: number) => void;

const identifiersOf = (unit: Unit): number[] => [
  ...unit.orders,
  ...unit.emails,
  ...unit.phones,
  ...unit.handles,
  ...unit.names,
  ...unit.authors,
];

function sharesIdentifier(unit: Unit, own: Unit, keys: readonly number[]): boolean {
  const { orders, emails, phones, handles, names, authors } = unit;
  const shared = (list: readonly number[]): boolean => list.some((key) => keys.includes(key));
  return (
    shared(orders) ||
    shared(emails) ||
    shared(phones) ||
    shared(handles) ||
    shared(names) ||
    shared(authors) ||
    sharedShortNames(unit, own).length > 0 ||
    sharedSpellings(unit, own).length > 0
  );
}

function contextsOf(unit: Unit): string[] {
  const keys: string[] = [];
  for (let driver = 0; driver < 31; driver++) {
    if ((unit.drivers & (1 << driver)) !== 0) {
      keys.push(`d${unit.brand}/${driver}`);
      for (const place of unit.places) keys.push(`l${place}/${driver}`);
      for (const product of unit.products) keys.push(`p${product}/${driver}`);
    }
  }
  return keys;
}

/** Identifiers that more than one unit has: only these make blocks, so that memory stays small. */
function repeatedIdentifiers(units: readonly Unit[]): ReadonlySet<number> {
  const once = new Set<number>(),
    repeated = new Set<number>();
  for (const unit of units) {
    for (const key of identifiersOf(unit)) {
      if (once.has(key)) repeated.add(key);
      else once.add(key);
    }
  }
  return repeated;
}

/** Units by time of their first message. */
const byTime = (units: readonly Unit[]): number[] =>
  units
    .map((_, index) => index)
    .toSorted((a, b) => (units[a]?.firstAt ?? 0) - (units[b]?.firstAt ?? 0) || a - b);

/** Meets at most `most` of the last members of a block that lie within the window; each pair of the unit once. */
function meet(
  units: readonly Unit[],
  index: number,
  members: readonly number[] | undefined,
  window: number,
  most: number,
  met: Set<number>,
  visit: PairVisitor,
): void {
  if (members === undefined) return;
  const unit = units[index] as Unit;
  for (let at = members.length - 1, tried = 0; at >= 0 && tried < most; at--, tried++) {
    const earlier = members[at] ?? 0;
    const other = units[earlier] as Unit;
    if (unit.firstAt - other.firstAt > window + LONGEST_UNIT) break;
    if (unit.firstAt - other.lastAt > window || met.has(earlier)) continue;
    met.add(earlier);
    visit(earlier, index);
  }
}

function enter<Key>(blocks: Map<Key, number[]>, key: Key, index: number): void {
  const members = blocks.get(key);
  if (members === undefined) blocks.set(key, [index]);
  else members.push(index);
}

/**
 * Between stages the public side must speak of something bad, or at least not well where the private one does: praise continues no
 * complaint, but what is read as neutral may be one that was misread, and what may be irony is one unless the complaint was settled before.
 */
function aboutOneProblem(a: Unit, b: Unit): boolean {
  if (a.stage === b.stage) return true;
  const [own, open] = a.stage === PRIVATE ? [a, b] : [b, a];
  if (open.against) return true;
  return own.against && (!open.inFavour || (open.ironic && open.firstAt < own.settledAt));
}

/** What a name, a handle and a name cut short are met by: each meets the two others, and none of its kind. */
interface Spelt {
  readonly entered: readonly string[];
  readonly sought: readonly string[];
}

const UNSPELT: Spelt = { entered: [], sought: [] };

function speltOf(units: readonly Unit[]): (unit: Unit) => Spelt {
  if (!units.some(({ stage }) => stage === PRIVATE)) return () => UNSPELT;
  const listsOf = ({ names, spelt, shortened }: Unit) => [names, spelt, shortened] as const;
  const kinds = new Map<number, number>();
  for (const unit of units)
    listsOf(unit).forEach((list, kind) => {
      for (const value of list) kinds.set(value, (kinds.get(value) ?? 0) | (1 << kind));
    });
  return (unit) => {
    const entered: string[] = [],
      sought: string[] = [];
    listsOf(unit).forEach((list, kind) => {
      for (const value of list) {
        const others = (kinds.get(value) ?? 0) & ~(1 << kind);
        if (others === 0) continue;
        entered.push(`${kind}${value}`);
        for (const other of [0, 1, 2]) if ((others & (1 << other)) !== 0) sought.push(`${other}${value}`);
      }
    });
    return { entered, sought };
  };
}

/**
 * Visits pairs that share an identifier, within 60 days, or of which one is private and spells the other's. Public units meet private ones, and the last few public ones of the same
 * person. Each unit meets a bounded number of neighbours in time: cost grows about linearly with units, and no list of pairs is kept.
 */
export function visitIdentified(units: readonly Unit[], visit: PairVisitor): void {
  const repeated = repeatedIdentifiers(units),
    spelt = speltOf(units);
  const privates = new Map<number, number[]>(),
    publics = new Map<number, number[]>(),
    speltPrivates = new Map<string, number[]>(),
    speltPublics = new Map<string, number[]>();
  const met = new Set<number>();
  const related: PairVisitor = (from, to) => {
    if (aboutOneProblem(units[from] as Unit, units[to] as Unit)) visit(from, to);
  };
  for (const index of byTime(units)) {
    const unit = units[index] as Unit;
    met.clear();
    for (const key of identifiersOf(unit)) {
      if (!repeated.has(key)) continue;
      meet(units, index, privates.get(key), WINDOW, MOST_PER_IDENTIFIER, met, related);
      meet(
        units,
        index,
        publics.get(key),
        WINDOW,
        unit.stage === PRIVATE ? MOST_PER_IDENTIFIER : MOST_PUBLIC_OF_ONE,
        met,
        related,
      );
      enter(unit.stage === PRIVATE ? privates : publics, key, index);
    }
    const { entered, sought } = spelt(unit);
    for (const key of sought) {
      meet(units, index, speltPrivates.get(key), WINDOW, MOST_PER_IDENTIFIER, met, related);
      if (unit.stage === PRIVATE)
        meet(units, index, speltPublics.get(key), WINDOW, MOST_PER_IDENTIFIER, met, related);
    }
    for (const key of entered) enter(unit.stage === PRIVATE ? speltPrivates : speltPublics, key, index);
  }
}

/**
 * Visits private complaints against public ones that share no identifier but driver with brand, place or product, within 14 days
 * (3 days where the public one came first). Bounded and near-linear as above.
 */
export function visitContext(units: readonly Unit[], visit: PairVisitor): void {
  if (!units.some((unit) => unit.stage === PRIVATE && unit.complaint)) return;
  const privates = new Map<string, number[]>(),
    publics = new Map<string, number[]>();
  const met = new Set<number>();
  let own: readonly number[] = [];
  const fresh: PairVisitor = (from, to) => {
    if (!sharesIdentifier(units[from] as Unit, units[to] as Unit, own)) visit(from, to);
  };
  for (const index of byTime(units)) {
    const unit = units[index] as Unit;
    if (!unit.complaint) continue;
    own = identifiersOf(unit);
    met.clear();
    for (const key of contextsOf(unit)) {
      if (unit.stage === PRIVATE) meet(units, index, publics.get(key), BEFORE, MOST_PER_CONTEXT, met, fresh);
      else meet(units, index, privates.get(key), CONTEXT_WINDOW, MOST_PER_CONTEXT, met, fresh);
      enter(unit.stage === PRIVATE ? privates : publics, key, index);
    }
  }
}
