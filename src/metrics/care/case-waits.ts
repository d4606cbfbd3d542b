import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { sqlText } from '../../engine/database.js';
import { columnsOf } from '../result-columns.js';
import { observationOf } from '../funnel/observation-spans.js';
import { businessHoursOf, hoursClock, type CareOptions } from './care-cases.js';
import { keyNumber } from '../sql.js';
import { NEEDS_REPLY, replyCoverage, WITH_REPLIES } from './reply-coverage.js';

/** Hours of a case, up to its resolution or the end of what is observed: those in which the customer waits, and those in which the brand does. */
export interface CaseWaits {
  readonly requesterHours: number;
  readonly agentHours: number;
}

interface SpellRow {
  readonly key: number;
  /** A person of the brand spoke last: the customer is waited for. */
  readonly reply: boolean;
  /** From when, to when the other side spoke, the case was resolved or observation ended: epoch ms. */
  readonly startAt: number;
  readonly endAt: number;
}

/** Clock hours are summed case by case, which spares a corpus of a million half a million rows. */
const IN_CLOCK_HOURS = `SELECT ${keyNumber('caseId')} AS "key", coalesce(sum(endAt - startAt) FILTER (NOT reply), 0) / 3600000.0 AS requesterHours, coalesce(sum(endAt - startAt) FILTER (reply), 0) / 3600000.0 AS agentHours
  FROM spells GROUP BY caseId ORDER BY caseId`;

/**
 * Who waits for whom in each case that needed a reply, by the `keyNumber` of its id, where it opened: from a customer’s first message since the last human reply to the next one
 * the customer waits, from there to what the customer says next the brand does. Notes and machines change nothing. Channels
 * whose replies can't be attached are left out.
 */
export async function caseWaits(
  corpus: CorpusTables,
  options: CareOptions,
): Promise<ReadonlyMap<number, CaseWaits>> {
  const waits = new Map<number, { requesterHours: number; agentHours: number }>();
  const measured = (await replyCoverage(corpus)).filter((one) => one.measured);
  if (measured.length === 0) return waits;
  const ends = Object.entries((await observationOf(corpus)).observedUntil),
    places = measured.map(({ stage, channel }) => `(${sqlText(stage)}, ${sqlText(channel)})`);
  const spells = `WITH said AS (
      SELECT caseId, firstStage, place, sentAt, direction = 'outbound' AS reply, resolvedAt, observedUntil
      FROM main.caseSaid AS said JOIN cases ON said.caseKey = ${CASE_KEY} ${WITH_REPLIES}
      WHERE human AND direction IN ('inbound', 'outbound') AND said.stage = firstStage AND openedAt IS NOT NULL AND ${NEEDS_REPLY}
        AND sentAt >= openedAt AND (resolvedAt IS NULL OR sentAt < resolvedAt) AND (firstStage, firstChannel) IN (${places.join(', ')})),
    turns AS (SELECT * FROM said QUALIFY reply IS DISTINCT FROM lag(reply) OVER (PARTITION BY caseId ORDER BY place)),
    spells AS (SELECT caseId, place, reply, epoch_ms(sentAt)::DOUBLE AS startAt, greatest(startAt, coalesce(epoch_ms(lead(sentAt) OVER (PARTITION BY caseId ORDER BY place)), epoch_ms(resolvedAt),
      least(epoch_ms(observedUntil)${ends.length > 0 ? `, CASE firstStage ${ends.map(([stage, at]) => `WHEN ${sqlText(stage)} THEN ${at}`).join(' ')} END` : ''}))::DOUBLE) AS endAt FROM turns)`;
  if (businessHoursOf(corpus, options) === undefined) {
    const rows = columnsOf<CaseWaits & { readonly key: number }>(
      await corpus.query(`${spells} ${IN_CLOCK_HOURS}`),
    );
    rows.key.forEach((key, k) =>
      waits.set(key, {
        requesterHours: rows.requesterHours[k] as number,
        agentHours: rows.agentHours[k] as number,
      }),
    );
    return waits;
  }
  const hoursBetween = hoursClock(corpus, options);
  const rows = (
    await corpus.query(
      `${spells} SELECT ${keyNumber('caseId')} AS "key", reply, startAt, endAt FROM spells ORDER BY caseId, place`,
    )
  ).objects() as SpellRow[];
  for (const { key, reply, startAt, endAt } of rows) {
    const own = waits.get(key) ?? { requesterHours: 0, agentHours: 0 };
    own[reply ? 'agentHours' : 'requesterHours'] += hoursBetween(startAt, endAt);
    waits.set(key, own);
  }
  return waits;
}
