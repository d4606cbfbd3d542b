import { applicationScore, BUSINESS_FROM, businessScore, mayBeBusiness } from './business-text.js';
import { sqlText } from './database.js';
import { COMPLAINT } from './reference-columns.js';

/** A conversation that began as business stays such for so long, but where its writer says what a buyer says. */
const STAYS = 30 * 86_400_000;
/**
 * Words by which care tools file what is none of a customer, under names of tags and categories; case and accents are folded. A customer
 * is filed under a late supplier, false advertising or a newsletter that won't stop: such words must be all that a value says.
 */
const FILED = sqlText(
  `"[^"]*(tags?|etiquettes?|motif|categor|reason|topic|sujet|type|label|groupe?|queue|file)[^"]*" ?: ?"([^"]*(candidature|recrutement|ressources humaines|prospection|demarchage)|([^"]*, ?)?((demande|contact|message|mail)[ _-])?(fournisseurs?|suppliers?|vendors?|publicites?|spam)(,[^"]*)?")`,
);
/** What is answered or passed on bears the title of another. */
const ANSWERS = sqlText(String.raw`^\s*(re|rep|tr|fwd?|aw|sv|wg)\s?(\[\d+\])?\s?:`);
/** How it was sent and how the desk filed it. */
const SENT = `CASE WHEN channel = 'newsletter' THEN ${BUSINESS_FROM} ELSE 0 END
  + CASE WHEN attributes IS NOT NULL AND regexp_matches(lower(strip_accents(attributes)), ${FILED}) THEN ${BUSINESS_FROM} ELSE 0 END`;
const SCORE = `greatest(${businessScore('said')}, ${applicationScore('words')}) + ${SENT}`;
/** A letter that answers none, by its heading or after what the desk wrote, and holds nothing that customers write for: tone, subject, product, question, thanks. */
const BARE = `NOT answering AND heading <> '' AND NOT regexp_matches(heading, ${ANSWERS}) AND sentiment = 'neutral' AND len(drivers) = 0 AND len(products) = 0 AND list_has_all(['request'], intents)`;
/** A sign of business counts no more than a complaint that the heads read, whatever lists know of it; in a bare letter a hint is enough. */
const BEGINS = `CASE WHEN ${SENT} > 0 OR ${mayBeBusiness('said')}
  THEN ${SCORE} + CASE WHEN ${BARE} THEN 1 ELSE 0 END - CASE WHEN complaintProbability >= ${COMPLAINT} THEN ${BUSINESS_FROM} ELSE 0 END ELSE 0 END >= ${BUSINESS_FROM}`;
/** A mail has one matter; in a chat who asked for work may complain later, and writes as a customer from then on. */
const COMPLAINS = `heading = '' AND complaintProbability >= ${COMPLAINT} AND len(drivers) > 0 AND NOT ${mayBeBusiness('said')}`;

/**
 * Private messages of who is no customer, in SQL over `spoken`: the first of a conversation says so by its words, by how it was sent (its
 * sender only sends) or by how the desk filed it, and later ones of the same writer follow it, in its thread or by a subject that ends in its own; so do replies where nobody else wrote, which
 * answer no customer. A complaint stays a customer's. Only these are looked through, as the expressions take longer than all else that is
 * read of a message here.
 */
export const BUSINESS = `WITH written AS MATERIALIZED (
    SELECT seq, authorKey, coalesce(threadId, messageId) AS thread, epoch_ms(sentAt) AS instant, coalesce(sentAt > first.answered, false) AS answering, channel, attributes, heading, words, sentiment, drivers, products, intents, complaintProbability,
      concat_ws('. ', CASE WHEN heading = '' OR regexp_matches(heading, ${ANSWERS}) THEN NULL ELSE heading END, words) AS said
    FROM spoken LEFT JOIN (SELECT threadId, min(sentAt) AS answered FROM spoken WHERE stage = 'private' AND direction = 'outbound' AND kind <> 'system' GROUP BY threadId) first USING (threadId)
    WHERE stage = 'private' AND direction = 'inbound' AND kind NOT IN ('system', 'deleted') AND (words IS NOT NULL OR heading <> '')),
  opening AS MATERIALIZED (SELECT * FROM written
    QUALIFY row_number() OVER (PARTITION BY thread, authorKey ORDER BY instant NULLS LAST, seq) = 1),
  begun AS MATERIALIZED (SELECT * FROM opening WHERE ${BEGINS}),
  later AS MATERIALIZED (SELECT written.* FROM written JOIN begun
    ON written.thread = begun.thread AND written.authorKey IS NOT DISTINCT FROM begun.authorKey AND written.seq <> begun.seq
    WHERE written.instant IS NULL OR begun.instant IS NULL OR written.instant - begun.instant <= ${STAYS}
    UNION SELECT written.* FROM written JOIN begun
    ON written.authorKey = begun.authorKey AND ends_with(written.heading, ' ' || begun.heading) AND begun.heading <> ''
    WHERE written.instant - begun.instant BETWEEN 0 AND ${STAYS}),
  business AS MATERIALIZED (SELECT seq, thread FROM begun UNION ALL SELECT seq, thread FROM
    (SELECT *, bool_or(${COMPLAINS}) OVER (PARTITION BY thread, authorKey ORDER BY instant NULLS LAST, seq) AS complained FROM later)
    WHERE ${SCORE} >= 0 AND complained IS DISTINCT FROM true)
  SELECT seq FROM business
  UNION ALL SELECT seq FROM spoken WHERE stage = 'private' AND direction = 'outbound'
    AND coalesce(threadId, messageId) IN (SELECT thread FROM business)
    AND coalesce(threadId, messageId) NOT IN (SELECT thread FROM written WHERE seq NOT IN (SELECT seq FROM business))`;
