import type { CorpusTables } from '../engine/corpus-tables.js';
import { oncePerCorpus } from './memo.js';
import { CUSTOMER, periodOf, quarterHours } from './sql.js';

/** A last quarter that holds less of the one before has barely begun. */
const LEAST_PART = 0.25;

/** `2026-07-01` as `2026-Q3`. */
export const quarterName = (firstDay: string): string =>
  `${firstDay.slice(0, 4)}-Q${Math.ceil(Number(firstDay.slice(5, 7)) / 3)}`;
const months = (firstDay: string): number => Number(firstDay.slice(0, 4)) * 12 + Number(firstDay.slice(5, 7));

/** The last two consecutive quarters that hold enough messages, first days. */
export async function lastQuarters(
  corpus: CorpusTables,
  zone: string,
): Promise<readonly [string, string] | null> {
  const all = await oncePerCorpus(
    corpus,
    `quarters ${zone}`,
    async () =>
      (
        await corpus.query(
          `SELECT ${periodOf('sentAt', 'quarter')} AS quarter, CAST(sum(n) AS DOUBLE) AS n FROM ${quarterHours(`${CUSTOMER} AND sentAt IS NOT NULL`)}
          GROUP BY quarter ORDER BY quarter`,
          { zone },
        )
      ).objects() as { quarter: string; n: number }[],
  );
  const last = all[all.length - 1];
  const begun = all.length > 1 && (last?.n ?? 0) < LEAST_PART * (all[all.length - 2]?.n ?? 0);
  const [previous, current] = (begun ? all.slice(0, -1) : all).slice(-2);
  if (previous === undefined || current === undefined) return null;
  return months(current.quarter) - months(previous.quarter) === 3
    ? [previous.quarter, current.quarter]
    : null;
}
