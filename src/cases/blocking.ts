import { PRIVATE } from './case-message.js';
import type { Unit } from './units.js';

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

/** Pairs of units worth comparing: `from[i]` opens before, `to[i]` is the later one. */
export interface CandidatePairs {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The pair shares an identifier. */
  readonly byIdentifier: readonly boolean[];
}

function identifierKeys(unit: Unit): string[] {
  return [
    ...unit.orders.map((key) => `o${key}`), ...unit.emails.map((key) => `e${key}`), ...unit.phones.map((key) => `t${key}`),
    ...unit.handles.map((key) => `h${key}`), ...unit.names.map((key) => `n${key}`), ...unit.authors.map((key) => `a${key}`),
  ];
}

function contextKeys(unit: Unit): string[] {
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

/** Units of a block by stage, each in order of time. */
interface Block {
  readonly private: number[];
  readonly public: number[];
}

/**
 * Blocks units by shared identifier (60 days) and, private complaints against public ones, by driver with brand, place or product
 * (14 days). Public units meet private ones, and the last few public ones of the same person. Each unit meets a bounded number of
 * neighbours in time, so cost grows about linearly with units.
 */
export function candidatePairs(units: readonly Unit[]): CandidatePairs {
  const order = units.map((_, index) => index).toSorted((a, b) => (units[a]?.firstAt ?? 0) - (units[b]?.firstAt ?? 0) || a - b);
  const pairs = new Map<number, boolean>();
  const meet = (index: number, members: readonly number[], window: number, most: number, byIdentifier: boolean): void => {
    const unit = units[index] as Unit;
    for (let at = members.length - 1, met = 0; at >= 0 && met < most; at--, met++) {
      const earlier = members[at] ?? 0;
      const other = units[earlier] as Unit;
      if (unit.firstAt - other.firstAt > window + LONGEST_UNIT) break;
      if (unit.firstAt - other.lastAt > window) continue;
      const pair = earlier * units.length + index;
      pairs.set(pair, (pairs.get(pair) ?? false) || byIdentifier);
    }
  };
  const pass = (keysOf: (unit: Unit) => string[], enter: (unit: Unit) => boolean, visit: (unit: Unit, index: number, block: Block) => void): void => {
    const blocks = new Map<string, Block>();
    for (const index of order) {
      const unit = units[index] as Unit;
      if (!enter(unit)) continue;
      for (const key of keysOf(unit)) {
        let block = blocks.get(key);
        if (block === undefined) blocks.set(key, (block = { private: [], public: [] }));
        visit(unit, index, block);
        (unit.stage === PRIVATE ? block.private : block.public).push(index);
      }
    }
  };
  pass(identifierKeys, () => true, (unit, index, block) => {
    meet(index, block.private, WINDOW, MOST_PER_IDENTIFIER, true);
    meet(index, block.public, WINDOW, unit.stage === PRIVATE ? MOST_PER_IDENTIFIER : MOST_PUBLIC_OF_ONE, true);
  });
  if (units.some((unit) => unit.stage === PRIVATE && unit.complaint)) {
    pass(contextKeys, (unit) => unit.complaint, (unit, index, block) => {
      if (unit.stage === PRIVATE) meet(index, block.public, BEFORE, MOST_PER_CONTEXT, false);
      else meet(index, block.private, CONTEXT_WINDOW, MOST_PER_CONTEXT, false);
    });
  }
  const from: number[] = [], to: number[] = [], byIdentifier: boolean[] = [];
  for (const [pair, known] of pairs) {
    const earlier = Math.floor(pair / units.length);
    from.push(earlier);
    to.push(pair - earlier * units.length);
    byIdentifier.push(known);
  }
  return { from, to, byIdentifier };
}
