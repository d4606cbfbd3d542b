import { humanMessage, humanReply, RATES_ALONE } from './human-messages.js';

const ORDER = '(sentAt, messageId)';
/** By a customer: an article that tells of a case neither opens it nor asks for a reply. */
const SAID = `direction = 'inbound' AND stage <> 'press'`;

/**
 * What the messages of a case say of replies, one row a case in `main.caseReplies`, of which `caseKey` is the `CASE_KEY`: whether a customer asks
 * a question or for something (`asks`) or only thanks and praises (`pleased`), platforms on which a person of the brand answered in public (`repliedOn`), when one first answered in private (`repliedInPrivateAt`), the key of the text
 * that opens it and its probability of complaining.
 */
const CASE_REPLIES = `SELECT hash(caseId) AS caseKey,
    bool_or(${SAID} AND ${humanMessage()} AND (list_contains(intents, 'question') OR list_contains(intents, 'request'))) AS asks,
    bool_and(sentiment = 'positive' OR list_contains(intents, 'thanks')) FILTER (WHERE ${SAID} AND ${humanMessage()}) AS pleased,
    list(DISTINCT platform) FILTER (WHERE stage = 'public' AND ${humanReply()}) AS repliedOn,
    min(sentAt) FILTER (WHERE stage = 'private' AND sentAt >= openedAt AND ${humanReply()}) AS repliedInPrivateAt,
    coalesce(min_by(textKey, ${ORDER}) FILTER (WHERE ${SAID} AND sentAt IS NOT NULL), min(textKey) FILTER (WHERE ${SAID})) AS openingText,
    coalesce(min_by(complaintProbability, ${ORDER}) FILTER (WHERE ${SAID} AND sentAt IS NOT NULL), max(complaintProbability) FILTER (WHERE ${SAID})) AS openingComplaint
  FROM main.caseMessages JOIN main.storedMessages USING (messageId) LEFT JOIN main.cases USING (caseId) GROUP BY caseId`;

/** What links a private message to a public one: content a person writes down, then who the author is. */
export const KEYS = ['order', 'email', 'phone', 'handle', 'name'] as const;
export type Key = (typeof KEYS)[number];

/** The keys that a message shows, as bits in the order of `KEYS`. */
export const MESSAGE_KEYS = `CASE WHEN len(contactKeys) > 0 THEN list_bit_or(list_transform(contactKeys, k -> CASE ${KEYS.map((key, at) => `WHEN starts_with(k, '${key}:') THEN ${1 << at}`).join(' ')} ELSE 0 END)) ELSE 0 END`;

/**
 * Messages of cases in `main.caseSaid`, in short, as most metrics of cases ask for them: joined by their ids once. `caseKey` is `CASE_KEY` of
 * their case; `place` their order in time; `own`, `human`: said by a person, and not withdrawn; `mute`: a rating alone; `keys`: as `MESSAGE_KEYS`; `account`: the
 * platform on which their author is known.
 */
const CASE_SAID = `SELECT CAST(row_number() OVER () AS INTEGER) AS place, * FROM (
    SELECT hash(caseId) AS caseKey, stage, direction, channel, sentAt, dayOnly, speech = 'own' AS own, ${humanMessage()} AS human, ${RATES_ALONE} AS mute,
      list_contains(intents, 'complaint') AS complains, list_has_any(intents, ['complaint', 'question', 'request']) AS asks, list_contains(intents, 'thanks') AS thanks, drivers, polarity,
      ${MESSAGE_KEYS} AS keys, CASE WHEN authorKey IS NOT NULL THEN platform END AS account, coalesce(store, list_extract(places, 1)) AS store
    FROM main.caseMessages JOIN main.storedMessages USING (messageId) ORDER BY ${ORDER})`;

/** A case as a number: 64 bits of a hash, which take two of a million cases for one with a chance of 1 in 37 million. */
export const CASE_KEY = 'hash(cases.caseId)';

/** Authors of several messages, by the hash of their key, one row each in `main.frequentAuthors`. */
const FREQUENT_AUTHORS = `SELECT hash(authorKey) AS author FROM main.storedMessages WHERE authorKey IS NOT NULL GROUP BY author HAVING count(*) > 1`;

const TABLES = { caseReplies: CASE_REPLIES, caseSaid: CASE_SAID, frequentAuthors: FREQUENT_AUTHORS };

/**
 * Makes the tables that a query names, before the first that does: a case keeps its messages in every part of a corpus, so one table serves all.
 * They stand compressed in a database of their own, a fifth as large. A failure is forgotten: the next query tries again.
 */
export function caseTables(run: (sql: string) => Promise<void>): (sql: string) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  const create = async (name: string, select: string): Promise<void> => {
    await run(`ATTACH IF NOT EXISTS ':memory:' AS ofCases (COMPRESS)`);
    await run(`CREATE OR REPLACE TABLE ofCases.${name} AS ${select}`);
    // refused while another query reads: then it stays as large
    await run('CHECKPOINT ofCases').catch(() => {});
    await run(`CREATE VIEW main.${name} AS FROM ofCases.${name}`);
  };
  return async (sql) => {
    for (const [name, select] of Object.entries(TABLES)) {
      if (!sql.includes(`main.${name}`)) continue;
      const own = made.get(name) ?? create(name, select);
      made.set(name, own);
      own.catch(() => made.delete(name));
      await own;
    }
  };
}
