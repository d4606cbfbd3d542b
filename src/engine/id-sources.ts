import { join } from 'node:path';
import { LOCAL_PLATFORMS } from '../model/index.js';
import { sqlText, type Database } from './database.js';

/** An id made of the content, see `messageId`. */
export const CONTENT_ID = "'^[^:]*:~[0-9a-f]{16}(#[0-9]+)?$'";
/** What an id gets because another source, or another message of one file, has the one it was given. */
export const TOLD_APART = "'(~~[0-9a-f]{12})+$'";
export const LOCAL_IDS = `(${LOCAL_PLATFORMS.map(sqlText).join(', ')})`;
/** Letters from which an equal text under an equal id is one message, whenever it was dated. */
const LONG_TEXT = 40;
/** Whether a row (`words`, `sent`, `author`, `timed`) and an earlier one of its id, told by `1`, were written at one moment by one author. */
export const SAME_MOMENT = 'coalesce(timed AND sent = sent1 AND author IS NOT DISTINCT FROM author1, false)';
/** Whether they share half of the words of the shorter. */
export const ALIKE = 'alike(words, words1)';
/** Equal short answers of different days are two. */
export const SHORT_TWICE = `words = words1 AND length(words) < ${LONG_TEXT} AND abs(epoch_ms(sent) - epoch_ms(sent1)) > 86400000`;
/** What is compared of a row. */
export const FACTS = `authorKey AS author, sentAt AS sent, concat_ws(' ', title, text) AS words,
  NOT dayOnly AND sentAt <> date_trunc('day', sentAt) AS timed`;

/** Functions and tables that identity takes; `sites` by the order of files. */
export async function prepareIdentity(
  database: Database,
  sites: readonly (string | null)[] = [],
): Promise<void> {
  const wordsOf = (text: string): string =>
    `list_distinct(list_filter(string_split_regex(lower(${text}), '[^\\pL\\pN]+'), w -> w <> ''))`;
  await database.run(`CREATE MACRO alike(a, b) AS
    2 * len(list_intersect(${wordsOf('a')}, ${wordsOf('b')})) >= least(len(${wordsOf('a')}), len(${wordsOf('b')}))`);
  await database.run('CREATE TABLE fileSites (fileIndex BIGINT, site VARCHAR)');
  const known = sites.flatMap((site, index) => (site === null ? [] : [`(${index}, ${sqlText(site)})`]));
  if (known.length > 0) await database.run(`INSERT INTO fileSites VALUES ${known.join(', ')}`);
  await database.run('CREATE TABLE renamed (fileIndex BIGINT, n BIGINT)');
  await database.run('CREATE TABLE renamedThreads (fileIndex BIGINT, n BIGINT)');
}

interface Named {
  readonly path: string;
}

/** How often two files have one id, and for how many of these ids the messages differ. */
interface Meeting {
  readonly later: number;
  readonly earlier: number;
  readonly both: number;
  readonly other: number;
}

/** Each file beside the first one and the one before it that have an id of its own. */
async function meetings(database: Database): Promise<Meeting[]> {
  const given = `platform IN ${LOCAL_IDS} AND repeats AND NOT regexp_matches(messageId, ${CONTENT_ID})`;
  const { later, earlier, both, other } = await database.columns(`
    WITH twice AS (
      SELECT messageId FROM incoming WHERE ${given} GROUP BY messageId HAVING count(DISTINCT fileIndex) > 1
    ), ones AS (
      SELECT messageId, fileIndex, ${FACTS} FROM incoming SEMI JOIN twice USING (messageId) WHERE ${given}
      QUALIFY row_number() OVER (PARTITION BY messageId, fileIndex ORDER BY seq) = 1
    ), beside AS (
      SELECT *, first_value(fileIndex) OVER w AS file1, first_value(words) OVER w AS words1, first_value(sent) OVER w AS sent1,
        first_value(author) OVER w AS author1 FROM ones WINDOW w AS (PARTITION BY messageId ORDER BY fileIndex)
      UNION ALL
      SELECT *, lag(fileIndex) OVER v AS file1, lag(words) OVER v AS words1, lag(sent) OVER v AS sent1, lag(author) OVER v AS author1
      FROM ones WINDOW v AS (PARTITION BY messageId ORDER BY fileIndex)
    )
    SELECT fileIndex AS later, file1 AS earlier, count(*) AS both,
      count(*) FILTER (words <> words1 AND NOT (${SAME_MOMENT} AND ${ALIKE}) OR ${SHORT_TWICE}) AS other
    FROM beside WHERE file1 < fileIndex GROUP BY ALL ORDER BY later, earlier`);
  return meetingsOf({ later, earlier, both, other });
}

/**
 * The same of numbers of threads whose messages have no id of their own, such as tickets of a desk. A thread is another one where the
 * customers that wrote in it, and in no other of their file, are others; where nobody is told, and each ticket is one row, where that says
 * something else, or much the same at another time. One thread alone proves nothing.
 */
async function threadMeetings(database: Database): Promise<Meeting[]> {
  const { later, earlier, both, other } = await database.columns(`
    WITH made AS (
      SELECT threadId, fileIndex, messageId, CASE WHEN direction = 'inbound' AND NOT authorIsBrand THEN authorKey END AS author,
        concat_ws(' ', title, text) AS words, sentAt AS sent
      FROM incoming WHERE platform IN ${LOCAL_IDS} AND threadId IS NOT NULL AND regexp_matches(messageId, ${CONTENT_ID})
    ), shared AS (
      SELECT threadId FROM made GROUP BY threadId HAVING count(DISTINCT fileIndex) > 1
    ), customers AS (
      SELECT fileIndex, author, any_value(threadId) AS threadId FROM made WHERE author IS NOT NULL
      GROUP BY fileIndex, author HAVING count(DISTINCT threadId) = 1
    ), tickets AS (
      SELECT fileIndex FROM made GROUP BY fileIndex HAVING count(*) = count(DISTINCT threadId)
    ), threads AS (
      SELECT threadId, fileIndex, list(messageId) AS ids, any_value(words) AS words, any_value(sent) AS sent, fileIndex IN (FROM tickets) AS isTicket,
        (SELECT list(author) FROM customers c WHERE c.threadId = m.threadId AND c.fileIndex = m.fileIndex) AS authors
      FROM made m SEMI JOIN shared USING (threadId) GROUP BY threadId, fileIndex
    ), beside AS (
      SELECT t.*, f AS file1, o.words AS words1, o.sent AS sent1, o.ids AS ids1, o.authors AS authors1, o.isTicket AS isTicket1
      FROM (
        SELECT *, first_value(fileIndex) OVER w AS f FROM threads WINDOW w AS (PARTITION BY threadId ORDER BY fileIndex)
        UNION ALL
        SELECT *, lag(fileIndex) OVER v AS f FROM threads WINDOW v AS (PARTITION BY threadId ORDER BY fileIndex)
      ) t JOIN threads o ON o.threadId = t.threadId AND o.fileIndex = t.f
      WHERE f < t.fileIndex
    ), judged AS (
      SELECT fileIndex, file1, CASE
          WHEN list_has_any(ids, ids1) THEN false
          WHEN authors IS NOT NULL AND authors1 IS NOT NULL THEN NOT list_has_any(authors, authors1)
          WHEN isTicket AND isTicket1 THEN words <> words1 AND NOT (sent IS NOT DISTINCT FROM sent1 AND ${ALIKE})
        END AS isOther
      FROM beside
    )
    SELECT fileIndex AS later, file1 AS earlier, count(isOther) AS both, count(*) FILTER (isOther) AS other
    FROM judged GROUP BY ALL HAVING count(isOther) > 1 ORDER BY later, earlier`);
  return meetingsOf({ later, earlier, both, other });
}

const meetingsOf = ({
  later = [],
  earlier = [],
  both = [],
  other = [],
}: Readonly<Record<keyof Meeting, readonly unknown[] | undefined>>): Meeting[] =>
  later.map((file, at) => ({
    later: Number(file),
    earlier: Number(earlier[at]),
    both: Number(both[at]),
    other: Number(other[at]),
  }));

/** For each file the name of the source that its ids belong to; empty for those that keep theirs. */
function familiesOf(
  files: readonly Named[],
  sites: readonly (string | null)[],
  met: readonly Meeting[],
): string[] {
  const families: string[] = [];
  for (const [file, { path }] of files.entries()) {
    const site = sites[file] ?? null;
    const apart = (earlier: number): boolean =>
      site !== null && sites[earlier] != null && sites[earlier] !== site;
    const own = met.filter(({ later }) => later === file);
    const ofSite = site === null ? -1 : sites.indexOf(site);
    const like =
      ofSite >= 0 && ofSite < file
        ? ofSite
        : own.find(({ earlier, both, other }) => !apart(earlier) && 2 * other <= both)?.earlier;
    const isOther = own.length > 0 || sites.slice(0, file).some((_, earlier) => apart(earlier));
    families.push(like === undefined ? (isOther ? (site ?? path) : '') : (families[like] ?? ''));
  }
  return families;
}

/**
 * An id holds within its source: a site, a desk, a survey. Files are of two sources where both say which and differ, or where most of the
 * ids that both have stand for different messages, or for different threads. Of ids of messages, threads and parents that two sources have, those of the later
 * one get a mark: replies stay with what they answer. Replaces the view `incoming`, where anything changes.
 */
export async function tellSourcesApart(
  database: Database,
  files: readonly Named[],
  sites: readonly (string | null)[],
  scratch: string,
): Promise<void> {
  if (files.length < 2) return;
  const families = familiesOf(files, sites, [
    ...(await meetings(database)),
    ...(await threadMeetings(database)),
  ]);
  if (families.every((family) => family === '')) return;
  await database.run('CREATE TABLE families (fileIndex BIGINT, mark VARCHAR)');
  await database.run(
    `INSERT INTO families VALUES ${families.map((family, index) => `(${index}, ${family === '' ? "''" : `'~~' || left(md5(${sqlText(family)}), 12)`})`).join(', ')}`,
  );
  await database.run(`CREATE TABLE sharedIds AS
    SELECT id FROM (SELECT unnest([messageId, threadId, parentId]) AS id, fileIndex FROM incoming WHERE platform IN ${LOCAL_IDS})
      JOIN families USING (fileIndex)
    WHERE id IS NOT NULL AND NOT regexp_matches(id, ${CONTENT_ID}) GROUP BY id HAVING count(DISTINCT mark) > 1`);
  const apart = join(scratch, 'apart.parquet');
  const named = (name: string, shared: string): string =>
    `CASE WHEN ${shared}.id IS NULL THEN i.${name} ELSE i.${name} || f.mark END AS ${name}`;
  const shared = (alias: string, name: string): string =>
    `LEFT JOIN sharedIds ${alias} ON ${alias}.id = i.${name} AND i.platform IN ${LOCAL_IDS}`;
  await database.run(`COPY (
    SELECT i.* REPLACE (${named('messageId', 'm')}, ${named('threadId', 't')}, ${named('parentId', 'p')})
    FROM incoming i JOIN families f USING (fileIndex) ${shared('m', 'messageId')} ${shared('t', 'threadId')} ${shared('p', 'parentId')}
    ORDER BY seq) TO ${sqlText(apart)} (FORMAT parquet, COMPRESSION lz4_raw)`);
  await database.run(`CREATE OR REPLACE VIEW incoming AS SELECT * FROM read_parquet([${sqlText(apart)}])`);
  await database.run(`INSERT INTO renamed SELECT fileIndex, count(*) FROM incoming JOIN families f USING (fileIndex)
    WHERE f.mark <> '' AND platform IN ${LOCAL_IDS} AND ends_with(messageId, f.mark) GROUP BY fileIndex`);
  await database.run(`INSERT INTO renamedThreads SELECT fileIndex, count(DISTINCT threadId) FROM incoming JOIN families f USING (fileIndex)
    WHERE f.mark <> '' AND platform IN ${LOCAL_IDS} AND ends_with(threadId, f.mark) AND NOT ends_with(messageId, f.mark) GROUP BY fileIndex`);
}
