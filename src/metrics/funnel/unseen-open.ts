import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { FoundSpills } from './found-spills.js';
import { OPENED_IN_PRIVATE } from './funnel-cases.js';
import { spillsOf } from './spill-cases.js';

/** How many cases without a trace of resolution have gone public without being recognised there. */
export interface UnseenOpen {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

const SPILLED = `SELECT caseId, resolvedAt IS NOT NULL AS settled FROM cases
  WHERE ${OPENED_IN_PRIVATE} AND spilledAt IS NOT NULL AND epoch_ms(openedAt) >= $since`;

/**
 * Spills that links do not find, S (1 − f) / f for S seen at a found share f, leave their cases without a trace as often as those seen do:
 * they stand among the open ones, and whoever counts the open counts them too. `since`: of cases opened from then on, ms. `undefined` where the found share is not known.
 */
export async function unseenOpen(
  corpus: CorpusTables,
  { found, floor }: Pick<FoundSpills, 'found' | 'floor'>,
  since = 0,
): Promise<UnseenOpen | undefined> {
  if (found === undefined || floor) return undefined;
  const spilled = (await corpus.query(SPILLED, { since })).objects() as {
    caseId: string;
    settled: boolean;
  }[];
  if (spilled.length === 0) return undefined;
  const chance = new Map((await spillsOf(corpus)).cases.map((one) => [one.caseId, one.probability]));
  const open = spilled.reduce((sum, one) => sum + (one.settled ? 0 : (chance.get(one.caseId) ?? 0)), 0);
  const missed = (share: number): number => (open * (1 - share)) / share;
  return { expected: missed(found.share), low: missed(found.high), high: missed(found.low) };
}
