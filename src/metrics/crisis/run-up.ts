import type { CorpusTables } from '../../engine/corpus-tables.js';
import { negativeBinomialUpperTail } from '../../stats/alarms/count-spread.js';
import { partitionPoint } from '../../util/lower-bound.js';
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

/** Days of private cases before the run-up from which what is usual is told. */
const LEAST_BEFORE = 14 * DAY;
/** A run-up is more than what is usual where chance alone makes as many in fewer than one of so many. */
const BY_CHANCE = 0.05;

export interface RunUp {
  readonly first: PrivateCase | null;
  readonly count: number;
  /** How many cases on the subject come in as long a time usually; `null` where too little is known before. */
  readonly usual: number | null;
  /** Whether they are more than that beyond chance. */
  readonly unusual: boolean | null;
}

/**
 * First private case of the run-up, and how many: complaints on the main subject in order of time, walked back from the start; and how many come usually,
 * by those before the run-up. `since`: when private cases begin to be seen.
 *
 * @example
 * const DAY = 86_400_000;
 * const cases = [2, 30, 90, 98, 99].map((day) => ({ caseId: `c${day}`, at: day * DAY, answeredAt: null }));
 * const { count, usual, unusual } = runUp(cases, 100 * DAY, 0);
 * [count, usual?.toFixed(2), unusual]
 * // → [2, '0.07', false]
 */
export function runUp(cases: readonly PrivateCase[], start: number, since = Number.NaN): RunUp {
  const placeOf = (isBefore: (at: number) => boolean): number =>
    partitionPoint(cases.length, (place) => isBefore((cases[place] as PrivateCase).at));
  const earlier = cases
    .slice(
      placeOf((at) => at < start - RUN_UP),
      placeOf((at) => at <= start),
    )
    .toReversed();
  let first: PrivateCase | null = null,
    count = 0,
    edge = start;
  for (const one of earlier) {
    if (edge - one.at > RUN_UP_GAP && first !== null) break;
    if (first === null && start - one.at > 2 * RUN_UP_GAP) break;
    [first, edge] = [one, one.at];
    count++;
  }
  const known = first === null ? Number.NaN : first.at - since;
  if (first === null || !(known >= LEAST_BEFORE)) return { first, count, usual: null, unusual: null };
  const begins = first.at,
    before = placeOf((at) => at < begins);
  const usual = ((before + 0.5) / known) * (start - first.at);
  // The time begins with its first case: the others are those that chance could bring.
  const unusual = negativeBinomialUpperTail(count - 1, usual, Number.POSITIVE_INFINITY) < BY_CHANCE;
  return { first, count, usual, unusual };
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
