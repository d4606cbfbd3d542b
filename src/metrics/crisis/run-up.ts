import type { CorpusTables } from '../../engine/corpus-tables.js';
import { oncePerCorpus } from '../memo.js';

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

/** Private complaints by subject, each list in order of time; read once per corpus. */
export const privateComplaints = (
  corpus: CorpusTables,
): Promise<ReadonlyMap<string, readonly PrivateCase[]>> =>
  oncePerCorpus(corpus, 'private complaints by subject', async () => {
    const rows = (
      await corpus.query(
        `SELECT unnest(list_distinct(drivers)) AS driver, caseId, CAST(epoch_ms(openedAt) AS DOUBLE) AS at, CAST(epoch_ms(answeredAt) AS DOUBLE) AS answeredAt
    FROM cases WHERE firstStage = 'private' AND complaint AND openedAt IS NOT NULL ORDER BY openedAt, caseId`,
      )
    ).objects() as (PrivateCase & { readonly driver: string })[];
    const lists = new Map<string, PrivateCase[]>();
    for (const row of rows) {
      const list = lists.get(row.driver);
      if (list === undefined) lists.set(row.driver, [row]);
      else list.push(row);
    }
    return lists;
  });
