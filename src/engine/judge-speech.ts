import { BUSINESS } from './judge-business.js';
import { isEmpty, sqlText, type Database } from './database.js';
import { keptRows } from './deduplicate.js';
import { FORM_LETTERS } from './form-letters.js';
import { MOVED_ANSWERS } from './moved-tickets.js';
import { ASKS_RETWEET, RETWEET } from '../util/retweet.js';

const MINUTE = 60_000;
/** An acknowledgement comes within so long of what it acknowledges. */
const ACKNOWLEDGED_WITHIN = 10 * MINUTE;
/** A description and the comment that repeats it: in one thread, or of one author in two exports. */
const REPEATED_WITHIN = {
  thread: 24 * 60 * MINUTE,
  author: 10 * MINUTE,
  sent: 2 * MINUTE,
  export: 2000,
} as const;
const ARTICLE_DAYS = 3;
const ACKNOWLEDGEMENT_LETTERS = 700;

const any = (...patterns: readonly string[]): string => sqlText(patterns.join('|'));
const ASKED = '(demande|message|mail|e-?mail|courriel|reclamation|requete|sollicitation)';
/** Texts are folded: lower case without accents. */
const AUTOMATIC = [
  `^.{0,60}(ceci est|il s.agit d.)[^.!?]{0,12}(message|mail|e-?mail|courriel|reponse) (envoye |genere )?automatique`,
  `(message|mail|e-?mail|courriel) (a ete |est )?(genere|envoye) (de maniere )?automatique`,
  `(merci de|veuillez|priere de) ne pas (y )?repondre`,
  `^.{0,60}this is an automat(ic|ed)`,
  `(please )?do not reply to this`,
];
const TITLED = `(reponse automatique|automatic reply|out of (the )?office)`;
const SAYS_AUTOMATIC = any(...AUTOMATIC, `^.{0,40}${TITLED}`);
/** A customer complains of an automatic reply too: theirs begins with those words. */
const ANSWERS_FOR_CUSTOMER = any(
  ...AUTOMATIC,
  `^([^a-z]|bonjour|hello|re|tr|fwd?|objet|subject){0,6}${TITLED}`,
);
const SAYS_ABSENT = any(
  `(je suis|nous sommes)( actuellement)? (absente?s?|en conges?)[^.!?]{0,80}(jusqu|de retour|retour le|en cas d.urgence)`,
  `(am|are) (currently )?(away|out of (the )?office)[^.!?]{0,80}(until|back|urgent)`,
);
const ACKNOWLEDGES = any(
  `(avons|ai) bien (recu|pris en compte|enregistre) (votre|ta) ${ASKED}`,
  `votre ${ASKED}[^.!?]{0,20} (a|est) (bien )?(ete )?(bien )?(recue?|enregistree?|prise? en (compte|charge))`,
  `accus(ons|e de) (bonne )?reception`,
  `^.{0,40}(merci|vous remercions) (de|pour) (votre|ton) ${ASKED}[^?]{0,120}(revien|reviendr|repondr|recontact)`,
  `(have )?received your (message|request|e-?mail|enquiry|complaint)`,
  `your (message|request|ticket|e-?mail|enquiry) (has been|was) (received|logged|registered)`,
);
const PROMISES = any(
  `dans les (meilleurs|plus brefs) delais`,
  `(sous|d.ici|dans) [0-9]+ ?(h|heures?|jours?)`,
  `(un|une|l.un de nos?|nos) (conseill|agent|collaborat|equipe|operat)`,
  `(revien|reviendr|repondr|recontact|traiter|traitee?s?)`,
  `as soon as possible|within [0-9]+|shortly|get back to you`,
);
const NOTICE = any(
  `messages[^.]{0,40}(chiffres? de bout en bout|end-to-end encrypted)`,
  `end-to-end encrypted[^.]{0,80}(no one|personne)`,
);
const MAIL_REPLY = any(`accuse|automati|absen|out of (the )?office|abwesen`);

/** A text that another wrote, passed on. */
const PASSES_ON = `(starts_with(text, 'RT ') AND regexp_matches(text, '${RETWEET}') AND NOT regexp_matches(text, '${ASKS_RETWEET}', 'i'))`;

/** What is not a customer's own public words at first sight; without any such row there are no texts of the brand either. */
const OTHER = `(stage <> 'public' OR direction <> 'inbound' OR kind IN ('share', 'system') OR ${PASSES_ON})`;

/** Rows that may be something else than somebody's own words, with what tells them. */
const SPOKEN = (kept: string): string => `CREATE TABLE spoken AS
  WITH brandTexts AS (SELECT DISTINCT textKey FROM (${kept}) WHERE stage = 'public' AND direction = 'outbound' AND textKey IS NOT NULL)
  SELECT seq, messageId, fileIndex, platform, channel, stage, direction, kind, threadId, parentId, authorKey, contactKeys, sentAt, dayOnly, url, textKey, sourceName, attributes, rating, complaintProbability, sentiment, drivers, products, intents,
    lower(strip_accents(coalesce(title, ''))) AS heading, lower(strip_accents(text)) AS words,
    stage = 'public' AND direction = 'inbound' AND textKey IN (FROM brandTexts) AS ofBrand, ${PASSES_ON} AS retweet
  FROM (${kept})
  WHERE ${OTHER} OR textKey IN (FROM brandTexts)`;

/** Replies, each with the delay since the customer's message it follows and whether it is the first reply of its thread. Within one instant the customer spoke first: exports that tell minutes and list the newest first have them the other way round. */
const REPLIES = `CREATE TABLE replies AS
  WITH threads AS (
    SELECT seq, messageId, parentId, direction, stage, channel, sentAt, words, kind, coalesce(threadId, messageId) AS thread,
      max(sentAt) FILTER (WHERE direction = 'inbound') OVER before AS asked, count(*) FILTER (WHERE direction = 'outbound') OVER before AS earlier
    FROM spoken WHERE stage <> 'press' AND direction <> 'internal' AND sentAt IS NOT NULL AND NOT dayOnly
    WINDOW before AS (PARTITION BY stage, coalesce(threadId, messageId) ORDER BY sentAt, direction = 'outbound', seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
  SELECT r.seq, r.channel, r.thread, r.words, r.earlier = 0 AS isFirst,
    epoch_ms(r.sentAt) - epoch_ms(CASE WHEN parent.sentAt IS NOT NULL THEN parent.sentAt WHEN r.stage = 'private' THEN r.asked END) AS gap
  FROM threads r LEFT JOIN (SELECT messageId, any_value(sentAt) AS sentAt FROM spoken WHERE direction = 'inbound' GROUP BY messageId) parent ON parent.messageId = r.parentId
  WHERE r.direction = 'outbound' AND r.words IS NOT NULL`;

/** A private text told again by a ticket and its first comment, or sent twice in a row. */
const TOLD_AGAIN = `SELECT b.seq FROM ticket a JOIN other b USING (text, threadId) WHERE abs(a.instant - b.instant) <= ${REPEATED_WITHIN.thread}
  UNION SELECT b.seq FROM ticket a JOIN other b USING (text) WHERE (a.authorKey = b.authorKey OR a.email = b.email) AND a.long AND abs(a.instant - b.instant) <= ${REPEATED_WITHIN.author}
  UNION SELECT seq FROM (SELECT seq, instant - lag(instant) OVER (PARTITION BY threadId, authorKey, text ORDER BY instant, seq) AS since
    FROM other WHERE long AND threadId IS NOT NULL AND authorKey IS NOT NULL) WHERE since <= ${REPEATED_WITHIN.sent}`;

/** The same, or told by another desk too, of one contact or, as of calls that agents note, of nobody; and a ticket without words or rating, the messages of which another file holds. */
const REPEATS = `WITH said AS (
    SELECT seq, fileIndex, threadId, authorKey, contactKeys, dayOnly, kind, epoch_ms(sentAt) AS instant, hash(trim(words)) AS text, length(words) >= 24 AS long,
      list_filter(contactKeys, k -> starts_with(k, 'email:'))[1] AS email
    FROM spoken WHERE stage = 'private' AND direction = 'inbound' AND words IS NOT NULL AND sentAt IS NOT NULL),
  ticket AS (FROM said WHERE kind = 'ticket'), other AS (FROM said WHERE kind <> 'ticket'),
  again AS MATERIALIZED (${TOLD_AGAIN})
  FROM again
  UNION SELECT seq FROM (SELECT seq, instant - lag(instant) OVER told AS since, fileIndex <> lag(fileIndex) OVER told AS apart
    FROM (SELECT *, unnest(CASE WHEN authorKey IS NULL AND len(contactKeys) = 0 AND NOT dayOnly THEN [''] ELSE contactKeys END) AS contact FROM said ANTI JOIN again USING (seq) WHERE long)
    WINDOW told AS (PARTITION BY contact, text ORDER BY instant, seq)) WHERE apart AND since < ${MINUTE}
  UNION SELECT t.seq FROM spoken t SEMI JOIN spoken o ON t.threadId = o.threadId AND t.fileIndex <> o.fileIndex AND o.stage = 'private' AND o.words IS NOT NULL
    WHERE t.stage = 'private' AND t.kind = 'ticket' AND t.words IS NULL AND t.rating IS NULL`;

/** A private message that a network’s download and the desk’s export both hold: one author, one second (one minute, where an export tells no seconds), the same words, or none in either (a desk writes « [pièce jointe] »). */
const TWINS = `SELECT seq FROM (
    SELECT seq, instant, lag(instant) OVER told AS other, fileIndex <> lag(fileIndex) OVER told AS apart, lag(coarse) OVER told AS minutes
    FROM (SELECT seq, fileIndex, platform, kind, epoch_ms(sentAt) AS instant, bool_and(epoch_ms(sentAt) % ${MINUTE} = 0) OVER (PARTITION BY fileIndex) AS coarse,
        coalesce(list_filter(contactKeys, k -> starts_with(k, 'name:') OR starts_with(k, 'handle:'))[1], authorKey) AS who,
        CASE WHEN words IS NULL OR regexp_full_match(trim(words), '\\[[^\\]]{3,30}\\]') THEN '' ELSE trim(words) END AS heard
      FROM spoken WHERE stage = 'private' AND direction = 'inbound' AND kind <> 'system' AND sentAt IS NOT NULL AND NOT dayOnly)
    WHERE who IS NOT NULL WINDOW told AS (PARTITION BY platform, who, heard ORDER BY instant, kind <> 'ticket', seq))
  WHERE apart AND (instant - other <= ${REPEATED_WITHIN.export} OR minutes AND instant - other < ${MINUTE})`;

/** Listening tools give a headline as the text of an article without one. */
const HEADLINE = `CASE WHEN heading = '' AND length(words) <= 250 THEN words ELSE heading END`;

/** Letters by which two articles under one title are told apart. */
const OPENING = 80;

/**
 * An article that two press tools export: one address, or one title in one newspaper within three days. A newspaper writes twice under one title as well:
 * of a file that holds articles so titled that begin in other words, each is another, the first of one tool the first of the other.
 */
const ARTICLES = `WITH article AS (
    SELECT seq, fileIndex, epoch_ms(sentAt) / 86400000 AS day, lower(strip_accents(sourceName)) AS paper, regexp_replace(${HEADLINE}, '[^a-z0-9]+', '', 'g') AS title,
      nullif(left(regexp_replace(words, '[^a-z0-9]+', '', 'g'), ${OPENING}), left(title, ${OPENING})) AS opening, regexp_replace(url, '^https?://(www[.])?|[?#].*$|/$', '', 'g') AS address
    FROM spoken WHERE stage = 'press'),
  titled AS (SELECT * REPLACE (coalesce(opening, min(opening) OVER (PARTITION BY paper, title, fileIndex)) AS opening)
    FROM article WHERE paper IS NOT NULL AND length(title) >= 20),
  told AS (SELECT *, dense_rank() OVER (PARTITION BY paper, title, fileIndex ORDER BY first) AS story
    FROM (SELECT *, min((day, seq)) OVER (PARTITION BY paper, title, fileIndex, opening) AS first FROM titled))
  SELECT seq FROM (SELECT seq, row_number() OVER (PARTITION BY address ORDER BY seq) AS n FROM article WHERE contains(address, '/')) WHERE n > 1
  UNION SELECT seq FROM (SELECT seq, day - lag(day) OVER (PARTITION BY paper, title, story ORDER BY day, seq) AS since FROM told)
  WHERE since <= ${ARTICLE_DAYS}`;

/**
 * Says of each kept message what it is before what it says, over the whole corpus: fills `speeches` (`seq`, `speech`) with the rows that
 * are not somebody's own words. Runs after duplicates and brand accounts are known.
 */
export async function judgeSpeech(database: Database): Promise<void> {
  if (await isEmpty(database, `incoming WHERE ${OTHER}`)) {
    await database.run('CREATE TABLE speeches (seq BIGINT, speech VARCHAR)');
    return;
  }
  await database.run(
    SPOKEN(
      keptRows([
        'messageId',
        'fileIndex',
        'platform',
        'channel',
        'stage',
        'direction',
        'kind',
        'threadId',
        'parentId',
        'authorKey',
        'contactKeys',
        'sentAt',
        'dayOnly',
        'url',
        'textKey',
        'sourceName',
        'attributes',
        'rating',
        'complaintProbability',
        'sentiment',
        'drivers',
        'products',
        'intents',
        'title',
        'text',
      ]),
    ),
  );
  await judgeSpoken(database);
  await database.run('DROP TABLE spoken');
}

async function judgeSpoken(database: Database): Promise<void> {
  await database.run(REPLIES);
  await database.run(`CREATE TABLE speeches AS
    SELECT seq, CASE
      WHEN kind = 'system' AND platform = 'email' AND regexp_matches(heading, ${MAIL_REPLY}) THEN 'automatic'
      WHEN kind = 'system' AND stage = 'private' AND direction = 'outbound' AND (gap BETWEEN 0 AND ${ACKNOWLEDGED_WITHIN} OR regexp_matches(words, ${SAYS_AUTOMATIC}) OR regexp_matches(words, ${ACKNOWLEDGES})) THEN 'automatic'
      WHEN kind = 'system' OR (stage = 'private' AND length(words) < 400 AND regexp_matches(words, ${NOTICE})) THEN 'service'
      WHEN kind = 'share' OR retweet OR ofBrand THEN 'reshare'
      WHEN stage <> 'press' AND direction <> 'internal' AND length(words) <= ${ACKNOWLEDGEMENT_LETTERS} AND (
        ((direction = 'outbound' OR stage = 'private') AND regexp_matches(words, ${SAYS_ABSENT}))
        OR (direction = 'outbound' AND regexp_matches(words, ${SAYS_AUTOMATIC}))
        OR (direction <> 'outbound' AND stage = 'private' AND regexp_matches(words, ${ANSWERS_FOR_CUSTOMER}))
        OR (direction = 'outbound' AND gap BETWEEN 0 AND ${ACKNOWLEDGED_WITHIN} AND regexp_matches(words, ${ACKNOWLEDGES}) AND regexp_matches(words, ${PROMISES}))) THEN 'automatic'
      WHEN seq IN (${REPEATS}) OR seq IN (${TWINS}) OR seq IN (${ARTICLES}) THEN 'repeat'
      WHEN seq IN (${BUSINESS}) THEN 'business'
    END AS speech
    FROM spoken LEFT JOIN (SELECT seq, gap FROM replies) USING (seq)`);
  await database.run('DELETE FROM speeches WHERE speech IS NULL');
  await database.run(`CREATE TABLE forms AS ${FORM_LETTERS}`);
  await database.run(`INSERT INTO speeches SELECT seq, 'automatic' FROM forms`);
  await database.run(
    `INSERT INTO speeches SELECT seq, 'repeat' FROM (${MOVED_ANSWERS}) WHERE seq NOT IN (SELECT seq FROM speeches)`,
  );
  await database.run('DROP TABLE forms; DROP TABLE replies');
}
