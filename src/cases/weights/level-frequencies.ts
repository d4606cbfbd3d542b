import { FIELDS, LEVELS, type Field } from '../pairs/comparison.js';
import type { Pattern } from './patterns.js';
import { waitsLike } from './wait-law.js';

/** Shares of the levels of each field. */
export type Table = Record<Field, number[]>;
const emptyTable = (): Table =>
  Object.fromEntries(FIELDS.map((field) => [field, LEVELS[field].map(() => 0)])) as Table;

/** What laws of waits make of counts by level; that the earlier side goes on is no wait, and as frequent as assumed. */
function waitsBeside(assumed: readonly number[], counts: readonly number[]): number[] {
  const waits = waitsLike(counts),
    goesOn = assumed[waits.length] ?? 0;
  return [...waits.map((share) => share * (1 - goesOn)), goesOn];
}

/**
 * Level frequencies over patterns, each weighted, with the prior table mixed in at `strength` pairs; for the gap, if those are waits (`ofWaits`), what
 * laws of waits make of what is seen.
 */
export function frequencies(
  patterns: readonly Pattern[],
  weight: (pattern: Pattern, field: number) => number,
  prior: Readonly<Record<Field, readonly number[]>>,
  strength: number | ((field: Field) => number),
  ofWaits = false,
): Table {
  const table = emptyTable();
  const counts = FIELDS.map((field) => table[field]);
  for (const pattern of patterns)
    for (let at = 0; at < counts.length; at++) {
      const level = pattern.levels[at] ?? 0;
      if (level > 0) counts[at]![level - 1]! += weight(pattern, at);
    }
  for (const field of FIELDS) {
    const assumed = typeof strength === 'number' ? strength : strength(field);
    const before = field === 'gap' && ofWaits ? waitsBeside(prior.gap, table.gap) : prior[field];
    const total = table[field].reduce((sum, value) => sum + value, 0) + assumed;
    table[field] = table[field].map((value, level) => (value + assumed * (before[level] ?? 0)) / total);
  }
  return table;
}
