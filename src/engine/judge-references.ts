import { isEmpty, type Database } from './database.js';
import { keptRows } from './deduplicate.js';
import { humanMessage } from './human-messages.js';
import { BY_REFERENCE, COMPLAINT } from './reference-columns.js';
/** A thread that is silent for longer goes on with another matter, as in `cases/units/units.ts`. */
const SILENCE_DAYS = 14;
/** Agreements with agreements, one under the other, that are followed up to what all agree with. */
const MOST_STEPS = 40;

const READ = [
  'messageId',
  'stage',
  'direction',
  'kind',
  'threadId',
  'parentId',
  'sentAt',
  'register',
  'agreement',
  'sentiment',
  'polarity',
  'complaintProbability',
  'intents',
  'drivers',
  'driverSentiments',
  'driverEvidence',
  'text',
] as const;

const AGREES = `(stage = 'public' AND direction = 'inbound' AND kind <> 'review' AND coalesce(agreement, false))`;
const REMINDS = `(stage = 'private' AND direction = 'inbound' AND coalesce(register = 'followup', false))`;

/** What stands in no thread and answers nothing refers to nothing. */
const PLACED = `(threadId IS NOT NULL OR parentId IS NOT NULL)`;

/** People's own words around agreements (a customer's few public words that say what others say) and reminders in private threads. */
const SAID = `CREATE TABLE said AS
  WITH kept AS (SELECT k.*, coalesce(speech, 'own') AS speech FROM (${keptRows(READ)}) k LEFT JOIN speeches USING (seq)),
  asking AS (SELECT threadId, parentId FROM kept WHERE ${humanMessage()} AND (${AGREES} OR ${REMINDS}))
  SELECT *, coalesce(direction = 'inbound' AND complaintProbability >= ${COMPLAINT} AND seq NOT IN (SELECT seq FROM rareComplaints), false) AS complains, ${AGREES} AS agrees, ${REMINDS} AS reminds
  FROM kept WHERE ${humanMessage()} AND stage <> 'press' AND direction <> 'internal'
    AND (${AGREES} OR threadId IN (SELECT threadId FROM asking) OR messageId IN (SELECT parentId FROM asking))`;

/** What each message among agreements answers: the message that it says, else the last in its thread that is more than an agreement. */
const ANSWERS = `CREATE TABLE answers AS
  WITH asked AS (SELECT seq, threadId, parentId FROM said WHERE agrees),
  near AS (SELECT seq, messageId, parentId, threadId, sentAt, direction, agrees, complains, drivers FROM said
    WHERE stage = 'public' AND (agrees OR threadId IN (SELECT threadId FROM asked) OR messageId IN (SELECT parentId FROM asked))),
  before AS (SELECT seq, last_value(CASE WHEN direction = 'inbound' AND (complains OR NOT agrees) THEN messageId END IGNORE NULLS)
      OVER (PARTITION BY threadId ORDER BY sentAt, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS messageId
    FROM near WHERE threadId IS NOT NULL)
  SELECT n.seq, n.messageId, n.direction, n.agrees, n.complains, n.drivers, coalesce(p.messageId, CASE WHEN n.agrees THEN b.messageId END) AS answered
  FROM near n LEFT JOIN (SELECT messageId FROM near) p ON p.messageId = n.parentId AND p.messageId <> n.messageId LEFT JOIN before b ON b.seq = n.seq`;

/** The nearest complaint that an agreement agrees with, rather one that names its driver. */
const AGREED = `WITH RECURSIVE up AS (
    SELECT seq, answered, 1 AS step FROM answers WHERE agrees AND answered IS NOT NULL
    UNION ALL SELECT up.seq, a.answered, step + 1 FROM up JOIN answers a ON a.messageId = up.answered
    WHERE (a.agrees OR a.direction = 'outbound') AND a.answered IS NOT NULL AND step < ${MOST_STEPS})
  SELECT up.seq, arg_min(a.seq, (len(a.drivers) = 0, step)) AS source FROM up JOIN answers a ON a.messageId = up.answered WHERE a.complains GROUP BY up.seq`;

/**
 * Private threads with reminders, by matter (until a long silence) and turn (until a person of the brand answers). A reminder of a complaint
 * of its own turn tells that complaint again, and that nobody answers, unless it names another driver; after an answer it complains anew.
 * What comes in a turn with a number gives a detail; else it waits.
 */
const TOLD_AGAIN = `CREATE TABLE turns AS
  WITH matters AS (
    SELECT *, sum(CAST(coalesce(gap > ${SILENCE_DAYS}, false) AS INTEGER)) OVER before AS matter, sum(CAST(direction = 'outbound' AS INTEGER)) OVER before AS turn
    FROM (SELECT *, date_diff('day', lag(sentAt) OVER (PARTITION BY threadId ORDER BY sentAt, seq), sentAt) AS gap FROM said
      WHERE stage = 'private' AND sentAt IS NOT NULL AND threadId IN (SELECT threadId FROM said WHERE reminds))
    WINDOW before AS (PARTITION BY threadId ORDER BY sentAt, seq ROWS UNBOUNDED PRECEDING)),
  heard AS (SELECT *, list(drivers) FILTER (complains) OVER (PARTITION BY threadId, matter, turn ORDER BY sentAt, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS said FROM matters)
  SELECT *, coalesce(reminds AND complains AND said IS NOT NULL AND list_has_all(list_append(flatten(said), 'after-sales'), drivers), false) AS again,
    reminds AND said IS NOT NULL AND NOT regexp_matches(text, '[0-9]') AS awaits FROM heard`;

/** The last complaint before a reminder in its thread that is no reminder itself, rather one that names its driver. */
const REMINDED = `SELECT seq, coalesce(named, plain) AS source FROM (
    SELECT seq, reminds, last_value(CASE WHEN complains AND NOT again AND len(drivers) > 0 THEN seq END IGNORE NULLS) OVER before AS named,
      last_value(CASE WHEN complains AND NOT again THEN seq END IGNORE NULLS) OVER before AS plain
    FROM turns WINDOW before AS (PARTITION BY threadId, matter ORDER BY sentAt, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
  WHERE reminds AND coalesce(named, plain) IS NOT NULL`;

const NONE = `CREATE TABLE "references" AS SELECT 0::BIGINT AS seq, '' AS refersTo, false AS complaint, false AS again, complaintProbability, sentiment, polarity,
  []::VARCHAR[] AS ownReading, drivers, driverSentiments, driverEvidence FROM incoming LIMIT 0`;

/**
 * Finds what texts say by another text of the corpus, over the whole corpus: a few public words that agree with a complaint complain of
 * the same; a reminder that nobody answered yet is no complaint of its own, and has the tone of the one it reminds of; later ones have it where they ask or complain;
 * both have its drivers where they name none. Fills `references` (`seq` and what is taken, from whom) with the rows that take something. Runs after duplicates, brand accounts and `speeches` are known.
 */
export async function judgeReferences(database: Database): Promise<void> {
  if (await isEmpty(database, `incoming WHERE (${AGREES} OR ${REMINDS}) AND ${PLACED}`)) {
    await database.run(NONE);
    return;
  }
  await database.run(SAID);
  await database.run(ANSWERS);
  await database.run(TOLD_AGAIN);
  await database.run(`CREATE TABLE "references" AS
    WITH pairs AS ((${AGREED}) UNION ALL (${REMINDED})),
    taken AS (SELECT m.seq, s.seq AS source, s.messageId AS refersTo, s.sentiment, s.polarity, s.complaintProbability,
        m.agrees AND NOT m.complains AS complaint, m.seq IN (SELECT seq FROM turns WHERE again) AS again,
        CASE WHEN m.agrees THEN NOT m.complains ELSE m.sentiment = 'neutral' AND (list_has_any(m.intents, ['question', 'request', 'complaint']) OR m.seq IN (SELECT seq FROM turns WHERE awaits)) END AND s.polarity < m.polarity AS tone,
        len(m.drivers) = 0 AND len(s.drivers) > 0 AS driven, s.drivers, s.driverSentiments, s.driverEvidence,
        [coalesce(m.sentiment, ''), coalesce(CAST(m.polarity AS VARCHAR), ''), coalesce(CAST(m.complaintProbability AS VARCHAR), '')] AS ownReading
      FROM pairs JOIN said m USING (seq) JOIN said s ON s.seq = pairs.source)
    SELECT seq, refersTo, complaint, again, CASE WHEN again THEN 0 WHEN complaint THEN complaintProbability END AS complaintProbability,
      CASE WHEN tone THEN sentiment END AS sentiment, CASE WHEN tone THEN polarity END AS polarity,
      CASE WHEN complaint OR again OR tone THEN ownReading ELSE []::VARCHAR[] END AS ownReading,
      CASE WHEN driven THEN drivers END AS drivers, CASE WHEN driven THEN driverSentiments END AS driverSentiments,
      CASE WHEN driven THEN list_transform(driverEvidence, words -> '${BY_REFERENCE}' || words) END AS driverEvidence
    FROM taken WHERE complaint OR again OR tone OR driven`);
  await database.run('DROP TABLE said');
  await database.run('DROP TABLE answers');
  await database.run('DROP TABLE turns');
}
