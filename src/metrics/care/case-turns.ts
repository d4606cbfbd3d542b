import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { observationOf } from '../funnel/observation-spans.js';
import { hoursClock, type CareCase, type CareOptions } from './care-cases.js';
import { measuredChannels } from './reply-coverage.js';

interface TurnRow {
  readonly channel: string;
  readonly stage: CareCase['stage'];
  readonly askedAt: number;
  readonly repliedAt: number | null;
  readonly until: number | null;
}

/**
 * What customers asked again after a first human reply of their case: from the first of their messages since the last reply to the next
 * one, where one of those messages complains, asks or requests. Without a reply a turn is censored where its stage is no longer observed.
 */
export async function laterTurns(corpus: CorpusTables, options: CareOptions): Promise<CareCase[]> {
  const rows = (
    await corpus.query(`WITH said AS (
        SELECT caseKey, stage, channel, sentAt, place, direction = 'outbound' AS reply, asks FROM main.caseSaid
        WHERE human AND sentAt IS NOT NULL AND stage <> 'press' AND direction IN ('inbound', 'outbound') AND caseKey IN (SELECT ${CASE_KEY} FROM cases)),
      counted AS (SELECT *, count(*) FILTER (WHERE reply) OVER (PARTITION BY caseKey, stage ORDER BY place) AS replies
        FROM said SEMI JOIN (SELECT caseKey FROM said WHERE reply) USING (caseKey)),
      asked AS (SELECT caseKey, stage, replies, arg_min(channel, place) AS channel, min(sentAt) AS askedAt
        FROM counted WHERE NOT reply AND replies > 0 GROUP BY caseKey, stage, replies HAVING bool_or(asks)),
      replied AS (SELECT caseKey, stage, replies - 1 AS replies, min(sentAt) AS repliedAt FROM counted WHERE reply GROUP BY ALL)
      SELECT stage, channel, CAST(epoch_ms(askedAt) AS DOUBLE) AS askedAt, CAST(epoch_ms(repliedAt) AS DOUBLE) AS repliedAt,
        CAST(epoch_ms(observedUntil) AS DOUBLE) AS until
      FROM asked LEFT JOIN replied USING (caseKey, stage, replies) JOIN cases ON caseKey = ${CASE_KEY} ORDER BY askedAt, caseId, stage, replies`)
  ).objects() as TurnRow[];
  const { observedUntil } = await observationOf(corpus);
  const isMeasured = await measuredChannels(corpus);
  const hoursBetween = hoursClock(corpus, options);
  return rows
    .flatMap(({ stage, channel, askedAt, repliedAt, until }): CareCase[] => {
      const end = repliedAt ?? observedUntil[stage] ?? until;
      if (!isMeasured({ stage, channel }) || end === null || end < askedAt) return [];
      return [{ stage, channel, hours: hoursBetween(askedAt, end), answered: repliedAt !== null }];
    })
    .toSorted((a, b) => a.hours - b.hours);
}
