import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Stage } from '../../model/index.js';
import { observationOf } from '../funnel/observation-spans.js';
import { hoursClock, type CareOptions } from './care-cases.js';
import { measuredChannels, NEEDS_REPLY } from './reply-coverage.js';

/** Hours of a case, up to its resolution or the end of what is observed: those in which the customer waits, and those in which the brand does. */
export interface CaseWaits {
  readonly requesterHours: number;
  readonly agentHours: number;
}

interface SpellRow {
  readonly caseId: string;
  readonly stage: Stage;
  readonly channel: string;
  /** A person of the brand spoke last: the customer is waited for. */
  readonly reply: boolean;
  readonly startAt: number;
  /** When the other side spoke, or the case was resolved. */
  readonly endAt: number | null;
  readonly until: number;
}

/**
 * Who waits for whom in each case that needed a reply, where it opened: from a customer’s first message since the last human reply to the next one
 * the customer waits, from there to what the customer says next the brand does. Notes and machines change nothing. Channels
 * whose replies can't be attached are left out.
 */
export async function caseWaits(
  corpus: CorpusTables,
  options: CareOptions,
): Promise<ReadonlyMap<string, CaseWaits>> {
  const rows = (
    await corpus.query(`WITH said AS (
        SELECT caseId, firstStage AS stage, firstChannel AS channel, place, sentAt, direction = 'outbound' AS reply, resolvedAt, observedUntil
        FROM main.caseSaid AS said JOIN cases ON caseKey = ${CASE_KEY}
        WHERE human AND direction IN ('inbound', 'outbound') AND said.stage = firstStage AND openedAt IS NOT NULL AND ${NEEDS_REPLY}
          AND sentAt >= openedAt AND (resolvedAt IS NULL OR sentAt < resolvedAt)),
      turns AS (SELECT * FROM said QUALIFY reply IS DISTINCT FROM lag(reply) OVER (PARTITION BY caseId ORDER BY place))
      SELECT caseId, stage, channel, reply, CAST(epoch_ms(sentAt) AS DOUBLE) AS startAt,
        CAST(epoch_ms(coalesce(lead(sentAt) OVER (PARTITION BY caseId ORDER BY place), resolvedAt)) AS DOUBLE) AS endAt,
        CAST(epoch_ms(observedUntil) AS DOUBLE) AS until
      FROM turns ORDER BY caseId, place`)
  ).objects() as SpellRow[];
  const { observedUntil } = await observationOf(corpus);
  const isMeasured = await measuredChannels(corpus);
  const hoursBetween = hoursClock(corpus, options);
  const waits = new Map<string, { requesterHours: number; agentHours: number }>();
  for (const { caseId, stage, channel, reply, startAt, endAt, until } of rows) {
    if (!isMeasured({ stage, channel })) continue;
    const end = endAt ?? Math.min(until, observedUntil[stage] ?? until);
    const own = waits.get(caseId) ?? { requesterHours: 0, agentHours: 0 };
    own[reply ? 'agentHours' : 'requesterHours'] += Math.max(
      0,
      hoursBetween(startAt, Math.max(startAt, end)),
    );
    waits.set(caseId, own);
  }
  return waits;
}
