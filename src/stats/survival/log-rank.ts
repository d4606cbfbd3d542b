import { Matrix, solve } from 'ml-matrix';
import { checkDurations, lastIndexUpTo, lifeTable, type DurationsInput } from './kaplan-meier.js';
import { notMeasured, type NotMeasured } from '../measured.js';
import { chiSquareUpperTail } from '../special.js';

export interface LogRankTest {
  readonly measured: true;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Per group, in the order given. */
  readonly n: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/** Subjects still at risk just before t. */
const riskAt = (table: ReturnType<typeof lifeTable>, t: number): number => {
  const before = lastIndexUpTo(table.times, t);
  const k = before >= 0 && table.times[before] === t ? before : before + 1;
  return k < table.times.length ? (table.atRisk[k] as number) : 0;
};

const eventsAt = (table: ReturnType<typeof lifeTable>, t: number): number => {
  const k = lastIndexUpTo(table.times, t);
  return k >= 0 && table.times[k] === t ? (table.events[k] as number) : 0;
};

/**
 * Log-rank test that groups share one survival curve (Mantel-Haenszel, hypergeometric variance at ties). Equals R
 * `survdiff(rho = 0)`. Mantel 1966. Empty groups are left out.
 *
 * @param groups durations and events of each group; left truncation is not supported
 * @returns chi-square, degrees of freedom and p; `measured: false` with one group or no event
 * @throws DeversoirError `data-invalid` for negative durations or arrays of unequal length
 * @example
 * const fast = { durations: [1, 2, 3], eventObserved: [1, 1, 1] };
 * const slow = { durations: [4, 5, 6], eventObserved: [1, 1, 1] };
 * logRankTest([fast, slow]).chiSquare
 * // → 5.0517
 */
export function logRankTest(
  groups: readonly Omit<DurationsInput, 'entry' | 'level'>[],
): LogRankTest | NotMeasured {
  const filled = groups.filter((group) => group.durations.length > 0);
  for (const group of filled) checkDurations(group);
  if (filled.length === 0) return notMeasured('no-observations');
  if (filled.length === 1) return notMeasured('one-group');
  const tables = filled.map((group) => lifeTable(group));
  const times = [
    ...new Set(tables.flatMap((table) => [...table.times].filter((_, k) => (table.events[k] as number) > 0))),
  ].sort((a, b) => a - b);
  if (times.length === 0) return notMeasured('no-events');
  const df = filled.length - 1;
  const observed = Array.from(filled, () => 0),
    expected = Array.from(filled, () => 0);
  const variance = Matrix.zeros(df, df);
  for (const t of times) {
    const risk = tables.map((table) => riskAt(table, t));
    const died = tables.map((table) => eventsAt(table, t));
    const y = risk.reduce((a, b) => a + b, 0),
      d = died.reduce((a, b) => a + b, 0);
    const scale = y > 1 ? (d * (y - d)) / (y - 1) : 0;
    risk.forEach((r, g) => {
      observed[g] = (observed[g] as number) + (died[g] as number);
      expected[g] = (expected[g] as number) + (d * r) / y;
      if (g < df)
        for (let h = 0; h < df; h++)
          variance.set(
            g,
            h,
            variance.get(g, h) + scale * (r / y) * ((g === h ? 1 : 0) - (risk[h] as number) / y),
          );
    });
  }
  const difference = Matrix.columnVector(
    Array.from({ length: df }, (_, g) => (observed[g] as number) - (expected[g] as number)),
  );
  const chiSquare = difference
    .transpose()
    .mmul(solve(variance, difference, true))
    .get(0, 0);
  return {
    measured: true,
    chiSquare,
    df,
    p: chiSquareUpperTail(chiSquare, df),
    n: filled.map((g) => g.durations.length),
    observed,
    expected,
  };
}
