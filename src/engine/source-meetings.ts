import { alike, CONTENT_ID, FACTS, LOCAL_IDS, SAME_MOMENT, SHORT_TWICE, VERSION } from './identity-rules.js';
import { isEmpty, type Database } from './database.js';

/** How often two files have one id, and for how many of these ids the messages differ. */
export interface Meeting {
  readonly later: number;
  readonly earlier: number;
  readonly both: number;
  readonly other: number;
  /** Ids of which nothing tells whether they stand for one thing. */
  readonly unknown: number;
}

const meetingsOf = ({
  later = [],
  earlier = [],
  both = [],
  other = [],
  unknown = [],
}: Readonly<Record<string, readonly unknown[] | undefined>>): Meeting[] =>
  later.map((file, at) => ({
    later: Number(file),
    earlier: Number(earlier[at]),
    both: Number(both[at]),
    other: Number(other[at]),
    unknown: Number(unknown[at] ?? 0),
  }));

/** Each file beside the first one and the one before it that have an id of its own. */
export async function messageMeetings(database: Database): Promise<Meeting[]> {
  const given = `platform IN ${LOCAL_IDS} AND repeats AND NOT regexp_matches(messageId, ${CONTENT_ID})`;
  const twice = `incoming WHERE ${given} GROUP BY messageId HAVING count(DISTINCT fileIndex) > 1`;
  if (await isEmpty(database, twice)) return [];
  return meetingsOf(
    await database.columns(`
    WITH twice AS (
      SELECT messageId FROM ${twice}
    ), ones AS (
      SELECT messageId, fileIndex, ${FACTS} FROM incoming SEMI JOIN twice USING (messageId) WHERE ${given}
      QUALIFY row_number() OVER (PARTITION BY messageId, fileIndex ORDER BY seq) = 1
    ), beside AS (
      SELECT *, first_value(fileIndex) OVER w AS file1, first_value(words) OVER w AS words1, first_value(sent) OVER w AS sent1,
        first_value(author) OVER w AS author1 FROM ones WINDOW w AS (PARTITION BY messageId ORDER BY fileIndex)
      UNION ALL
      SELECT *, lag(fileIndex) OVER v AS file1, lag(words) OVER v AS words1, lag(sent) OVER v AS sent1, lag(author) OVER v AS author1
      FROM ones WINDOW v AS (PARTITION BY messageId ORDER BY fileIndex)
    ), compared AS (
      SELECT *, lead(words1) OVER (PARTITION BY fileIndex, file1 ORDER BY messageId) AS words2 FROM beside WHERE file1 < fileIndex
    )
    SELECT fileIndex AS later, file1 AS earlier, count(*) AS both,
      count(*) FILTER (words <> words1 AND NOT (${SAME_MOMENT} AND ${VERSION}) OR ${SHORT_TWICE}) AS other
    FROM compared GROUP BY ALL ORDER BY later, earlier`),
  );
}

/** Rows of two desks come in any order; where nine of ten threads begin in one file, it may hold the questions and the other the answers. */
const ONE_ORDER = 0.9;
/** Threads from which their order says something. */
const LEAST_THREADS = 5;

/**
 * The same of numbers of threads whose messages have no id of their own, such as tickets of a desk. A thread that both files have a row of is
 * one. It is another one where the customers that wrote in it, and in no other of their file, are others; else where all its titles are
 * others; where nobody is told and each ticket is one row, where that says something else, or much the same at another time; where tickets
 * have several rows, where both files have rows of the days that both cover, none of them in both, while they share most of their threads and neither begins them.
 * Of the rest nothing is known. One thread alone proves nothing.
 */
export async function threadMeetings(database: Database): Promise<Meeting[]> {
  const made = `incoming WHERE platform IN ${LOCAL_IDS} AND threadId IS NOT NULL AND regexp_matches(messageId, ${CONTENT_ID})`;
  if (await isEmpty(database, `${made} GROUP BY threadId HAVING count(DISTINCT fileIndex) > 1`)) return [];
  return meetingsOf(
    await database.columns(`
    WITH made AS (
      SELECT threadId, fileIndex, messageId, CASE WHEN direction = 'inbound' AND NOT authorIsBrand THEN authorKey END AS author,
        concat_ws(' ', title, text) AS words, sentAt AS sent,
        nullif(trim(regexp_replace(lower(title), '^(\\s*(re|fwd?|tr|aw)\\s*:)+', '')), '') AS about
      FROM ${made}
    ), shared AS (
      SELECT threadId FROM made GROUP BY threadId HAVING count(DISTINCT fileIndex) > 1
    ), customers AS (
      SELECT fileIndex, author, any_value(threadId) AS threadId FROM made WHERE author IS NOT NULL
      GROUP BY fileIndex, author HAVING count(DISTINCT threadId) = 1
    ), files AS (
      SELECT fileIndex, count(*) = count(DISTINCT threadId) AS isTicket, count(DISTINCT threadId) AS size, min(sent) AS begun, max(sent) AS ended
      FROM made GROUP BY fileIndex
    ), threads AS (
      SELECT threadId, fileIndex, list(messageId) AS ids, any_value(words) AS words, min(sent) AS sent, list(sent) AS times, list(DISTINCT about) FILTER (about IS NOT NULL) AS titles,
        (SELECT list(author) FROM customers c WHERE c.threadId = m.threadId AND c.fileIndex = m.fileIndex) AS authors
      FROM made m SEMI JOIN shared USING (threadId) GROUP BY threadId, fileIndex
    ), beside AS (
      SELECT t.fileIndex, t.f AS file1, list_has_any(t.ids, o.ids) AS isOne,
        NOT list_has_any(t.authors, o.authors) AS otherPeople, NOT list_has_any(t.titles, o.titles) AS otherTitle,
        CASE WHEN a.isTicket AND b.isTicket
          THEN t.words <> o.words AND NOT (t.sent IS NOT DISTINCT FROM o.sent AND ${alike('t.words', 'o.words')}) END AS otherWords,
        list_bool_or(list_transform(t.times, x -> x BETWEEN greatest(a.begun, b.begun) AND least(a.ended, b.ended)))
          AND list_bool_or(list_transform(o.times, x -> x BETWEEN greatest(a.begun, b.begun) AND least(a.ended, b.ended))) AS isMet,
        sign(epoch_ms(t.sent) - epoch_ms(o.sent)) AS side, least(a.size, b.size) AS smaller
      FROM (
        SELECT *, first_value(fileIndex) OVER w AS f FROM threads WINDOW w AS (PARTITION BY threadId ORDER BY fileIndex)
        UNION
        SELECT *, lag(fileIndex) OVER v AS f FROM threads WINDOW v AS (PARTITION BY threadId ORDER BY fileIndex)
      ) t JOIN threads o ON o.threadId = t.threadId AND o.fileIndex = t.f JOIN files a ON a.fileIndex = t.fileIndex JOIN files b ON b.fileIndex = t.f
      WHERE f < t.fileIndex
    ), mixed AS (
      SELECT *, count(*) OVER p >= ${LEAST_THREADS} AND 2 * count(*) OVER p >= smaller
        AND greatest(count(*) FILTER (side > 0) OVER p, count(*) FILTER (side < 0) OVER p) < ${ONE_ORDER} * count(*) OVER p AS isMixed
      FROM beside WINDOW p AS (PARTITION BY fileIndex, file1)
    ), judged AS (
      SELECT fileIndex, file1, CASE WHEN isOne THEN false ELSE coalesce(otherPeople, otherTitle, otherWords, CASE WHEN isMet AND isMixed THEN true END) END AS isOther
      FROM mixed
    )
    SELECT fileIndex AS later, file1 AS earlier, count(isOther) AS both, count(*) FILTER (isOther) AS other, count(*) FILTER (isOther IS NULL) AS unknown
    FROM judged GROUP BY ALL HAVING count(*) > 1 ORDER BY later, earlier`),
  );
}

/** Rows whose author has a number of a site, a desk or a survey. */
const NUMBERED = `incoming WHERE platform IN ${LOCAL_IDS} AND authorKey IS NOT NULL AND NOT authorByName`;

/** Authors that several files number alike, with what is their own in each: keys of names and addresses that no other author of the file has. */
export const PERSONS = `
  WITH numbered AS (
    SELECT authorKey, fileIndex, list_filter(contactKeys, k -> regexp_matches(k, '^(email|phone|name|handle):')) AS keys
    FROM ${NUMBERED}
  ), shared AS (
    SELECT authorKey FROM numbered GROUP BY authorKey HAVING count(DISTINCT fileIndex) > 1
  ), own AS (
    SELECT fileIndex, key, any_value(authorKey) AS authorKey FROM (SELECT fileIndex, authorKey, unnest(keys) AS key FROM numbered)
    GROUP BY fileIndex, key HAVING count(DISTINCT authorKey) = 1
  )
  SELECT authorKey, fileIndex, list_filter(list(key ORDER BY key), k -> k IS NOT NULL) AS keys
  FROM (SELECT DISTINCT authorKey, fileIndex FROM numbered SEMI JOIN shared USING (authorKey)) LEFT JOIN own USING (authorKey, fileIndex)
  GROUP BY authorKey, fileIndex`;

/**
 * The same of numbers of authors. A number is of others where both files tell its name, its handle or its address, and none of these is in
 * both; where one file gives it several names, it is no person's, and nothing is known.
 */
export async function authorMeetings(database: Database): Promise<Meeting[]> {
  if (await isEmpty(database, `${NUMBERED} GROUP BY authorKey HAVING count(DISTINCT fileIndex) > 1`))
    return [];
  return meetingsOf(
    await database.columns(`
    WITH persons AS (
      SELECT *, list_transform(keys, k -> split_part(k, ':', 1)) AS kinds FROM (${PERSONS})
    ), told AS (
      SELECT *, len(list_filter(kinds, k -> k = 'name')) < 2 AND kinds <> [] AS isTold FROM persons
    ), beside AS (
      SELECT t.fileIndex, t.f AS file1, CASE WHEN t.isTold AND o.isTold AND list_has_any(t.kinds, o.kinds) THEN NOT list_has_any(t.keys, o.keys) END AS isOther
      FROM (
        SELECT *, first_value(fileIndex) OVER w AS f FROM told WINDOW w AS (PARTITION BY authorKey ORDER BY fileIndex)
        UNION
        SELECT *, lag(fileIndex) OVER v AS f FROM told WINDOW v AS (PARTITION BY authorKey ORDER BY fileIndex)
      ) t JOIN told o ON o.authorKey = t.authorKey AND o.fileIndex = t.f WHERE f < t.fileIndex
    )
    SELECT fileIndex AS later, file1 AS earlier, count(isOther) AS both, count(*) FILTER (isOther) AS other, count(*) FILTER (isOther IS NULL) AS unknown
    FROM beside GROUP BY ALL ORDER BY later, earlier`),
  );
}
