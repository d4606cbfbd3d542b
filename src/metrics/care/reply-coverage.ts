import type { CorpusTables } from '../../engine/corpus-tables.js';
import { CASE_KEY } from '../../engine/said-in-cases.js';
import { humanReply } from '../../engine/human-messages.js';
import { onceForAllParts, oncePerCorpus } from '../memo.js';

/** Joins `cases` to what their messages say of replies, `met`, which the conditions below read: a subquery a case takes twice as long. */
export const WITH_REPLIES = `LEFT JOIN main.caseReplies AS met ON met.caseKey = ${CASE_KEY}`;

/** Cases that ask for a reply: a complaint, a question or a request in an inbound message that is not a repost. */
export const NEEDS_REPLY = `cases.firstStage <> 'press' AND ((cases.complaint AND cases.firstChannel NOT LIKE '%-share') OR coalesce(met.asks, false))`;

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

/** A person of the brand answered where the case opened in public: an answer in private or elsewhere shows nothing of the replies there. */
export const ANSWERED_IN_PUBLIC = `coalesce(list_contains(met.repliedOn,
  (SELECT min(opening.platform) FROM main.storedMessages AS opening WHERE opening.channel = cases.firstChannel)), false)`;

/** When a person first answered: a case that opened in private is not answered by a reply to what was posted in public of it. */
export const ANSWERED_AT = `CASE WHEN cases.answeredAt IS NULL OR cases.firstStage <> 'private' THEN cases.answeredAt
  WHEN met.repliedOn IS NULL OR met.repliedInPrivateAt IS NOT NULL THEN coalesce(met.repliedInPrivateAt, cases.answeredAt) END`;

/** Orphans may move a rate by no more than this. */
const MOST_ORPHANS = 0.1;

/**
 * Cases that need a reply, and replies, by stage and channel. A channel whose replies are not in the
 * exports, or meet no message of them, is not measured: its rate is unknown, not 0. Read once per corpus.
 */
export const replyCoverage = (corpus: CorpusTables): Promise<readonly ReplyCoverage[]> =>
  oncePerCorpus(corpus, 'reply coverage', () => readCoverage(corpus));

/** Replies of persons by the channel that they answer, and those that meet no message: the same in all parts. */
const SAID = `SELECT coalesce(answeredChannel, channel) AS channel, CAST(count(*) AS DOUBLE) AS replies, CAST(count(*) FILTER (WHERE messageId NOT IN (SELECT messageId FROM main.caseMessages)
    AND (stage = 'private' OR (parentId IS NULL AND kind = 'review') OR (parentId IS NOT NULL AND answeredChannel IS NULL))) AS DOUBLE) AS orphans
  FROM (SELECT reply.*, (SELECT any_value(channel) FROM main.storedMessages AS parent WHERE parent.messageId = reply.parentId) AS answeredChannel
    FROM main.storedMessages AS reply WHERE ${humanReply('reply')}) WHERE ${ANSWERS} GROUP BY 1`;
type Said = Pick<ReplyCoverage, 'channel' | 'replies' | 'orphans'>;

async function readCoverage(corpus: CorpusTables): Promise<readonly ReplyCoverage[]> {
  const asked = (
    await corpus.query(`SELECT firstStage AS stage, firstChannel AS channel, CAST(count(*) AS DOUBLE) AS n, CAST(count(${ANSWERED_AT}) AS DOUBLE) AS answered,
        CAST(count(acknowledgedAt) AS DOUBLE) AS acknowledged
      FROM cases ${WITH_REPLIES} WHERE ${NEEDS_REPLY} GROUP BY 1, 2 ORDER BY n DESC, stage, channel`)
  ).objects() as Pick<ReplyCoverage, 'stage' | 'channel' | 'n' | 'answered' | 'acknowledged'>[];
  const said = new Map(
    (await onceForAllParts(corpus, SAID, async (whole) => (await whole.query(SAID)).objects() as Said[])).map(
      (one) => [one.channel, one],
    ),
  );
  const rows = asked.map((one) => {
    const { replies = 0, orphans = 0 } = said.get(one.channel) ?? {};
    return { ...one, replies, orphans };
  });
  const inPublic = new Map(
    (
      (
        await corpus.query(
          `SELECT firstChannel AS channel, CAST(count(*) AS DOUBLE) AS n FROM cases ${WITH_REPLIES} WHERE firstStage = 'public' AND ${ANSWERED_IN_PUBLIC} GROUP BY 1`,
        )
      ).objects() as { channel: string; n: number }[]
    ).map(({ channel, n }) => [channel, n]),
  );
  const met = ({ stage, channel, answered }: (typeof rows)[number]): number =>
    stage === 'public' ? (inPublic.get(channel) ?? 0) : answered;
  return rows.map((row) => ({
    ...row,
    measured: (met(row) > 0 || row.replies > row.orphans) && row.orphans <= MOST_ORPHANS * row.n,
  }));
}

/** Of what one rate of answers is told: the measured channels, of private cases where there are any; stages are never pooled. */
export function ofOneStage(rows: readonly ReplyCoverage[]): {
  readonly stage: 'private' | 'public';
  readonly seen: readonly ReplyCoverage[];
} {
  const measured = rows.filter((row) => row.measured),
    stage = measured.some((row) => row.stage === 'private') ? 'private' : 'public';
  return { stage, seen: measured.filter((row) => row.stage === stage) };
}

/** Tells the channels of a stage whose replies can be attached. */
export async function measuredChannels(
  corpus: CorpusTables,
): Promise<(one: { readonly stage: string; readonly channel: string }) => boolean> {
  const measured = new Set(
    (await replyCoverage(corpus)).flatMap((one) => (one.measured ? [`${one.stage} ${one.channel}`] : [])),
  );
  return ({ stage, channel }) => measured.has(`${stage} ${channel}`);
}
