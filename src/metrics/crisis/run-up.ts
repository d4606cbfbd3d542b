import type { CorpusTables } from '../../engine/corpus-tables.js';

const DAY = 86_400_000;
/** Private cases on the subject belong to the run-up while no more than three days part them, six weeks back at most. */
const RUN_UP_GAP = 3 * DAY;
const RUN_UP = 42 * DAY;

export interface PrivateCase {
  readonly caseId: string;
  readonly at: number;
  readonly answeredAt: number | null;
}

/** First private case of the run-up, and how many: complaints on the main subject, walked back from the start. */
export function runUp(
  cases: readonly PrivateCase[],
  start: number,
): { first: PrivateCase | null; count: number } {
  const earlier = cases.filter(({ at }) => at <= start && at >= start - RUN_UP).toReversed();
  let first: PrivateCase | null = null,
    count = 0,
    edge = start;
  for (const one of earlier) {
    if (edge - one.at > RUN_UP_GAP && first !== null) break;
    if (first === null && start - one.at > 2 * RUN_UP_GAP) break;
    [first, edge] = [one, one.at];
    count++;
  }
  return { first, count };
}

/** Private complaints on a subject that can belong to the run-up of a movement that starts then, in order of time. */
export async function privateCases(
  corpus: CorpusTables,
  driver: string | undefined,
  start: number,
): Promise<PrivateCase[]> {
  if (driver === undefined) return [];
  return (
    await corpus.query(
      `SELECT caseId, CAST(epoch_ms(openedAt) AS DOUBLE) AS at, CAST(epoch_ms(answeredAt) AS DOUBLE) AS answeredAt
    FROM cases WHERE firstStage = 'private' AND complaint AND epoch_ms(openedAt) BETWEEN $from AND $start AND list_contains(drivers, $driver) ORDER BY openedAt, caseId`,
      { driver, from: start - RUN_UP, start },
    )
  ).objects() as PrivateCase[];
}
