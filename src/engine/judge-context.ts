import { isEmpty, type Database } from './database.js';
import { keptRows } from './deduplicate.js';
import { humanMessage } from './human-messages.js';

const READ = [
  'messageId',
  'stage',
  'direction',
  'kind',
  'threadId',
  'parentId',
  'sentAt',
  'products',
  'product',
] as const;

/** Products that a message names or that its export gives. */
const NAMED = `list_distinct(list_filter(list_append(products, product), item -> item IS NOT NULL))`;
const NAMES = `(len(products) > 0 OR product IS NOT NULL)`;
/** What can open a thread in public. */
const OPENS = `stage = 'public' AND parentId IS NULL AND kind NOT IN ('comment', 'review') AND threadId IS NOT NULL`;
/** Of what is no comment nothing is joined: a condition on it beside the keys has DuckDB compare each row with each. */
const COMMENTS = `CASE WHEN k.stage = 'public' AND k.kind <> 'review'`;
const FIRST = `(coalesce(sentAt, TIMESTAMP '9999-01-01'), seq)`;

const NONE = `CREATE TABLE contexts AS SELECT 0::BIGINT AS seq, []::VARCHAR[] AS contextProducts LIMIT 0`;

/**
 * The product that each message stands by without naming any: a public comment has that of what it answers, else of the brand's post it stands
 * under; what refers to a complaint has that complaint's. Where those name several, it is unknown which is meant, and none is taken.
 */
const CONTEXTS = `CREATE TABLE contexts AS
  WITH kept AS (SELECT k.*, ${NAMES} AS names FROM (${keptRows(READ)}) k),
  openings AS (SELECT threadId, arg_min(seq, ${FIRST}) AS seq FROM kept WHERE ${OPENS} GROUP BY threadId),
  threads AS (SELECT k.threadId, ${NAMED} AS named FROM openings JOIN kept k USING (seq) WHERE k.direction = 'outbound' AND k.names),
  naming AS (SELECT messageId, arg_min(named, seq) AS named FROM (SELECT seq, messageId, ${NAMED} AS named FROM kept WHERE names) GROUP BY messageId),
  silent AS (SELECT k.seq, ${COMMENTS} AND k.parentId <> k.messageId THEN k.parentId END AS parentId, ${COMMENTS} THEN k.threadId END AS threadId, r.refersTo
    FROM (SELECT k.*, coalesce(s.speech, 'own') AS speech FROM kept k LEFT JOIN speeches s USING (seq)
      WHERE NOT names AND direction = 'inbound') k LEFT JOIN "references" r USING (seq)
    WHERE (k.parentId IS NOT NULL OR k.threadId IS NOT NULL OR r.refersTo IS NOT NULL) AND ${humanMessage()})
  SELECT m.seq, coalesce(source.named, parent.named, thread.named) AS contextProducts
  FROM silent m LEFT JOIN naming source ON source.messageId = m.refersTo LEFT JOIN naming parent ON parent.messageId = m.parentId
    LEFT JOIN threads thread ON thread.threadId = m.threadId
  WHERE len(contextProducts) = 1`;

/** Fills `contexts` with the rows that have a product by where they stand. Runs after `references`. */
export async function judgeContext(database: Database): Promise<void> {
  const has = async (condition: string): Promise<boolean> =>
    !(await isEmpty(database, `incoming WHERE stage = 'public' AND kind <> 'review' AND ${condition}`));
  const silent =
    (await isEmpty(database, '"references"')) &&
    !((await has(NAMES)) && (await has('(parentId IS NOT NULL OR threadId IS NOT NULL)')));
  await database.run(silent ? NONE : CONTEXTS);
}
