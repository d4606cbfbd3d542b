import { humanMessage, humanReply } from './human-messages.js';

const ORDER = '(sentAt, messageId)';
/** By a customer: an article that tells of a case neither opens it nor asks for a reply. */
const SAID = `direction = 'inbound' AND stage <> 'press'`;

/**
 * What the messages of a case say of replies, one row a case in `main.caseReplies`, made when a query first names it: whether a customer asks
 * a question or for something (`asks`) or only thanks and praises (`pleased`), platforms on which a person of the brand answered in public (`repliedOn`), the key of the text
 * that opens it and its probability of complaining. A case keeps its messages in every part of a corpus, so one table serves all.
 */
const CASE_REPLIES = `CREATE TABLE main.caseReplies AS SELECT caseId,
    bool_or(${SAID} AND ${humanMessage()} AND (list_contains(intents, 'question') OR list_contains(intents, 'request'))) AS asks,
    bool_and(sentiment = 'positive' OR list_contains(intents, 'thanks')) FILTER (WHERE ${SAID} AND ${humanMessage()}) AS pleased,
    list(DISTINCT platform) FILTER (WHERE stage = 'public' AND ${humanReply()}) AS repliedOn,
    coalesce(min_by(textKey, ${ORDER}) FILTER (WHERE ${SAID} AND sentAt IS NOT NULL), min(textKey) FILTER (WHERE ${SAID})) AS openingText,
    coalesce(min_by(complaintProbability, ${ORDER}) FILTER (WHERE ${SAID} AND sentAt IS NOT NULL), max(complaintProbability) FILTER (WHERE ${SAID})) AS openingComplaint
  FROM main.caseMessages JOIN main.storedMessages USING (messageId) GROUP BY caseId`;

/** Makes the table before the first query that names it. */
export function caseReplies(run: (sql: string) => Promise<void>): (sql: string) => Promise<void> {
  let made: Promise<void> | undefined;
  return async (sql) => {
    if (sql.includes('main.caseReplies')) await (made ??= run(CASE_REPLIES));
  };
}
