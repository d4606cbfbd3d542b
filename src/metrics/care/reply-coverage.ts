import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanMessage, humanReply } from '../../engine/human-messages.js';

/** Cases that ask for a reply: a complaint, a question or a request in an inbound message that is not a repost. */
export const NEEDS_REPLY = `cases.firstStage <> 'press' AND ((cases.complaint AND cases.firstChannel NOT LIKE '%-share') OR EXISTS (
    SELECT 1 FROM caseMessages AS link JOIN main.messages AS message ON message.messageId = link.messageId
    WHERE link.caseId = cases.caseId AND message.direction = 'inbound' AND ${humanMessage('message')}
      AND (list_contains(message.intents, 'question') OR list_contains(message.intents, 'request'))))`;

/** What the exports show of the replies on one channel. */
export interface ReplyCoverage {
  readonly stage: string;
  readonly channel: string;
  /** Cases that needed a reply, those answered, those that a machine acknowledged. */
  readonly n: number;
  readonly answered: number;
  readonly acknowledged: number;
  /** Replies of persons on the channel, and those that answer no message of the exports. */
  readonly replies: number;
  readonly orphans: number;
  /** Whether a rate of answers can be told: some reply meets its message, and few do not. */
  readonly measured: boolean;
}

/** A public message of the brand that names nothing it answers and stands in no case is a post of its own, not a reply. */
const ANSWERS = `(stage = 'private' OR kind = 'review' OR parentId IS NOT NULL OR messageId IN (SELECT messageId FROM main.caseMessages))`;

/** Orphans may move a rate by no more than this. */
const MOST_ORPHANS = 0.1;

/**
 * Cases that need a reply, and replies, by stage and channel. A channel whose replies are not in the
 * exports, or meet no message of them, is not measured: its rate is unknown, not 0.
 */
export async function replyCoverage(corpus: CorpusTables): Promise<ReplyCoverage[]> {
  const rows = (
    await corpus.query(`WITH asked AS (
        SELECT firstStage AS stage, firstChannel AS channel, CAST(count(*) AS DOUBLE) AS n, CAST(count(answeredAt) AS DOUBLE) AS answered,
          CAST(count(acknowledgedAt) AS DOUBLE) AS acknowledged
        FROM cases WHERE ${NEEDS_REPLY} GROUP BY 1, 2),
      said AS (
        SELECT channel, CAST(count(*) AS DOUBLE) AS replies, CAST(count(*) FILTER (WHERE messageId NOT IN (SELECT messageId FROM main.caseMessages)
          AND (stage = 'private' OR (parentId IS NULL AND kind = 'review') OR (parentId IS NOT NULL AND parentId NOT IN (SELECT messageId FROM main.messages)))) AS DOUBLE) AS orphans
        FROM main.messages WHERE ${humanReply()} AND ${ANSWERS} GROUP BY 1)
      SELECT asked.*, coalesce(replies, 0) AS replies, coalesce(orphans, 0) AS orphans
      FROM asked LEFT JOIN said ON said.channel = asked.channel ORDER BY n DESC, stage, asked.channel`)
  ).objects() as Omit<ReplyCoverage, 'measured'>[];
  return rows.map((row) => ({
    ...row,
    measured: (row.answered > 0 || row.replies > row.orphans) && row.orphans <= MOST_ORPHANS * row.n,
  }));
}
