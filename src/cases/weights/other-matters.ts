import { compare, FIELDS, WRITES_ON } from '../pairs/comparison.js';
import type { Unit } from '../units/units.js';
import { eachWay, wayOf, type EachWay } from '../pairs/ways.js';

const HOUR = 3_600_000;
/**
 * One person's messages this far apart are about two matters: care centres count a second contact within 30 days as the same one
 * (first-contact resolution), later ones as new.
 */
const OTHER_MATTER = 30 * 24 * HOUR;
/** Units of a person before one that are compared with it as other matters. */
const MOST_OTHERS = 3;
/** What so long a time says nothing on. */
const OF_TIME = (['gap', 'state', ...WRITES_ON] as const).map((field) => FIELDS.indexOf(field));

/** One person's units too far apart to be one case, by way: how alike the cases of a person are, their writing included. */
export function otherMatters(units: readonly Unit[], idf: Float32Array): EachWay<Uint8Array[]> {
  const found = eachWay((): Uint8Array[] => []);
  const seen = new Map<number, number[]>();
  const order = units.map((_, index) => index);
  order.sort((a, b) => (units[a] as Unit).firstAt - (units[b] as Unit).firstAt || a - b);
  for (const index of order) {
    const unit = units[index] as Unit;
    const met = new Set<number>();
    for (const key of [...unit.authors, ...unit.emails, ...unit.phones, ...unit.handles]) {
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, [index]);
        continue;
      }
      let tried = 0;
      for (let at = before.length - 1; at >= 0 && tried < MOST_OTHERS; at--) {
        const earlier = before[at] as number;
        const other = units[earlier] as Unit;
        if (unit.firstAt - other.lastAt <= OTHER_MATTER) continue;
        tried++;
        if (met.has(earlier)) continue;
        met.add(earlier);
        const levels = compare(other, unit, idf);
        for (const field of OF_TIME) levels[field] = 0;
        const way = wayOf(other, unit);
        found[way].push(levels);
        // which of two matters came first says nothing on how alike they are
        if (way === 'out') found.back.push(levels);
        if (way === 'back') found.out.push(levels);
      }
      before.push(index);
    }
  }
  return found;
}
