import { LEVELS } from '../pairs/comparison.js';
import { AGAINST, IN_FAVOUR, IRONY } from '../units/units.js';
import type { Database } from '../../engine/database.js';
import { humanMessage } from '../../engine/human-messages.js';

/** An inbound message that is told a complaint: where hardly anybody complains the probability of its words is not enough. */
export const complaintSql = `list_contains(intents, 'complaint')`;

/** A public message of a customer that does not speak well, or may only seem to, and one that speaks of something bad: as `units.ts` reads them. */
const AGAINST_SQL = `(${complaintSql} OR coalesce(polarity, 0) <= ${AGAINST})`;
const OPEN = `stage = 'public' AND direction = 'inbound' AND ${humanMessage()} AND (coalesce(polarity, 0) < ${IN_FAVOUR} OR coalesce(complaintProbability, 0) >= ${IRONY} OR ${AGAINST_SQL})`;
/** The level of tone, as `comparison.ts` tells it. */
const LEVEL = `CASE WHEN ${AGAINST_SQL} THEN 1 ELSE 3 END + CAST(len(drivers) = 0 AS INTEGER)`;

/** Shares of the levels of tone among the public messages of customers that do not speak well, each counted once more than it is met (Laplace). */
export async function toneShares(database: Database, messages: string): Promise<readonly number[]> {
  const { level = [], n = [] } = await database.columns(
    `SELECT level, count(*)::DOUBLE AS n FROM (SELECT ${LEVEL} AS level FROM ${messages} WHERE ${OPEN}) GROUP BY level`,
  );
  const counts = LEVELS.tone.map((_, at) => 1 + Number(n[level.indexOf(at + 1)] ?? 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}
