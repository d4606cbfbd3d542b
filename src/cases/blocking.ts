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

/**
 * Blocks units by shared identifier (60 days) and, private complaints against public ones, by driver with brand, place or product
 * (14 days). Within a block each unit meets a bounded number of neighbours in time, so cost grows about linearly with units.
 */
export function candidatePairs(units: readonly Unit[]): CandidatePairs {
  const order = units.map((_, index) => index).toSorted((a, b) => (units[a]?.firstAt ?? 0) - (units[b]?.firstAt ?? 0) || a - b);
  const pairs = new Map<number, boolean>();
  const block = (keysOf: (unit: Unit) => string[], window: number, most: number, byIdentifier: boolean, wanted: (a: Unit, b: Unit) => boolean): void => {
    const blocks = new Map<string, number[]>();
    for (const index of order) {
      const unit = units[index];
      if (unit === undefined) continue;
      for (const key of keysOf(unit)) {
        const members = blocks.get(key);
        if (members === undefined) { blocks.set(key, [index]); continue; }
        let met = 0;
        for (let at = members.length - 1; at >= 0 && met < most; at--) {
          const earlier = members[at] ?? 0;
          const other = units[earlier];
          if (other === undefined || unit.firstAt - other.lastAt > window) { if (other !== undefined && unit.firstAt - other.firstAt > 2 * window) break; continue; }
          if (!wanted(other, unit)) continue;
          met++;
          const pair = earlier * units.length + index;
          pairs.set(pair, (pairs.get(pair) ?? false) || byIdentifier);
        }
        members.push(index);
      }
    }
  };
  block(identifierKeys, WINDOW, MOST_PER_IDENTIFIER, true, () => true);
  block(contextKeys, CONTEXT_WINDOW, MOST_PER_CONTEXT, false, (a, b) =>
    a.complaint && b.complaint && ((a.stage === 0 && b.stage === 1) || (a.stage === 1 && b.stage === 0 && b.firstAt - a.firstAt <= BEFORE)));
  const from: number[] = [], to: number[] = [], byIdentifier: boolean[] = [];
  for (const [pair, known] of pairs) {
    const earlier = Math.floor(pair / units.length);
    from.push(earlier);
    to.push(pair - earlier * units.length);
    byIdentifier.push(known);
  }
  return { from, to, byIdentifier };
}
