import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanMessage, humanReply } from '../../engine/human-messages.js';
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
        SELECT caseId, stage, channel, sentAt, messageId, ${humanReply()} AS reply, len(list_intersect(intents, ['complaint', 'question', 'request'])) > 0 AS asks
        FROM cases JOIN caseMessages USING (caseId) JOIN main.storedMessages USING (messageId)
        WHERE sentAt IS NOT NULL AND stage <> 'press' AND (${humanReply()} OR (direction = 'inbound' AND ${humanMessage()}))),
      counted AS (SELECT *, count(*) FILTER (WHERE reply) OVER (PARTITION BY caseId, stage ORDER BY sentAt, messageId) AS replies
        FROM said SEMI JOIN (SELECT caseId FROM said WHERE reply) USING (caseId)),
      asked AS (SELECT caseId, stage, replies, arg_min(channel, (sentAt, messageId)) AS channel, min(sentAt) AS askedAt
        FROM counted WHERE NOT reply AND replies > 0 GROUP BY caseId, stage, replies HAVING bool_or(asks)),
      replied AS (SELECT caseId, stage, replies - 1 AS replies, min(sentAt) AS repliedAt FROM counted WHERE reply GROUP BY ALL)
      SELECT stage, channel, CAST(epoch_ms(askedAt) AS DOUBLE) AS askedAt, CAST(epoch_ms(repliedAt) AS DOUBLE) AS repliedAt,
        CAST(epoch_ms(observedUntil) AS DOUBLE) AS until
      FROM asked LEFT JOIN replied USING (caseId, stage, replies) JOIN cases USING (caseId) ORDER BY askedAt, caseId, stage, replies`)
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
