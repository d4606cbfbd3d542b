import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { oncePerCorpus } from '../memo.js';
import { OPENED_IN_PRIVATE } from './funnel-cases.js';

/** Hours of a case, since its opening, in which its customer had written after an answer and waited for the next. */
export type WaitsAgain = readonly (readonly [from: number, to: number])[];

const hours = (instant: string): string => `(epoch_ms(${instant}) - epoch_ms(openedAt)) / 3600000.0`;

const WAITS = `WITH said AS (
    SELECT caseKey, direction, sentAt, count(*) FILTER (WHERE direction = 'outbound') OVER (PARTITION BY caseKey ORDER BY place) AS answers
    FROM main.caseSaid WHERE stage = 'private' AND human AND NOT mute AND direction IN ('inbound', 'outbound') AND sentAt IS NOT NULL
      AND caseKey IN (SELECT ${CASE_KEY} FROM cases WHERE ${OPENED_IN_PRIVATE})),
  turns AS (
    SELECT caseKey, answers, min(sentAt) FILTER (WHERE direction = 'outbound') AS answeredAt, min(sentAt) FILTER (WHERE direction = 'inbound') AS wroteAt
    FROM said WHERE answers > 0 GROUP BY ALL),
  waits AS (SELECT caseKey, wroteAt, lead(answeredAt) OVER (PARTITION BY caseKey ORDER BY answers) AS nextAt FROM turns)
SELECT caseId, ${hours('wroteAt')} AS "from", ${hours('nextAt')} AS "to"
FROM waits JOIN cases ON caseKey = ${CASE_KEY} WHERE wroteAt IS NOT NULL AND ${OPENED_IN_PRIVATE} ORDER BY caseId, "from"`;

/** By case. What a customer writes that settles the matter ends the case, so that its wait is cut there. Read once per corpus. */
export const waitsAgain = (corpus: CorpusTables): Promise<ReadonlyMap<string, WaitsAgain>> =>
  oncePerCorpus(corpus, 'waits again', async () => {
    const rows = (await corpus.query(WAITS)).objects() as {
      caseId: string;
      from: number;
      to: number | null;
    }[];
    const waits = new Map<string, (readonly [number, number])[]>();
    for (const { caseId, from, to } of rows) {
      const own = waits.get(caseId) ?? [];
      waits.set(caseId, own);
      own.push([from, to ?? Infinity]);
    }
    return waits;
  });
