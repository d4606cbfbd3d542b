import { BUSINESS_FROM, businessScore } from './business-text.js';
import { sqlText } from './database.js';

/** A conversation that began as business stays such for so long, but where its writer says what a buyer says. */
const STAYS = 30 * 86_400_000;
/** Words by which care tools file what is none of a customer, under names of tags and categories; case and accents are folded. */
const FILED = sqlText(
  `"[^"]*(tags?|etiquettes?|motif|categor|reason|topic|sujet|type|label|groupe?|queue|file)[^"]*" ?: ?[["]*"?[^"]*(fournisseur|supplier|vendor|candidature|recrutement|ressources humaines|prospection|demarchage|publicite|spam|newsletter)`,
);

/**
 * Private messages of who is no customer, in SQL over `spoken`: the first of a conversation says so by its words, by how it was sent (its
 * sender only sends) or by how the desk filed it, and later ones of the same writer follow it. A complaint stays a customer's.
 */
export const BUSINESS = `WITH told AS (
    SELECT seq, authorKey, coalesce(threadId, messageId) AS thread, epoch_ms(sentAt) AS instant,
      ${businessScore("concat_ws('. ', nullif(heading, ''), words)")}
        + CASE WHEN channel = 'newsletter' THEN ${BUSINESS_FROM} ELSE 0 END
        + CASE WHEN attributes IS NOT NULL AND regexp_matches(lower(strip_accents(attributes)), ${FILED}) THEN ${BUSINESS_FROM} ELSE 0 END AS score
    FROM spoken WHERE stage = 'private' AND direction = 'inbound' AND kind NOT IN ('system', 'deleted') AND (words IS NOT NULL OR heading <> '')),
  first AS (SELECT thread, authorKey, arg_min(score, (instant, seq)) AS score, min(instant) AS instant FROM told GROUP BY thread, authorKey)
  SELECT told.seq FROM told JOIN first ON told.thread = first.thread AND told.authorKey IS NOT DISTINCT FROM first.authorKey
  WHERE first.score >= ${BUSINESS_FROM} AND told.score >= 0
    AND (told.instant IS NULL OR told.instant - first.instant <= ${STAYS})`;
