import { isEmpty, type Database } from './database.js';
import { ALIKE, CONTENT_ID, FACTS, LOCAL_IDS, SAME_MOMENT, SHORT_TWICE } from './identity-rules.js';
import { referred } from './reference-columns.js';
import { readColumns } from './shard-columns.js';
import { findForwardedTwins, findTwinReviews } from './twins.js';

/**
 * Ids that stand for several messages of one source: the id is one of customers, a table counts anew. Against the first row of an id, a row of a
 * platform with ids of its own is another message when its text differs, unless it is an edit: written at one moment by one author, and
 * said to be edited, or of a later export of that site, or half alike. Elsewhere when author, text and time are known and all differ.
 * Fills `conflicts` with an id of the content for each.
 */
async function findConflicts(database: Database): Promise<void> {
  await database.run(`
    CREATE TABLE conflicts AS
    WITH twice AS (
      SELECT messageId FROM incoming SEMI JOIN repeatedIds USING (messageId) WHERE repeats AND NOT regexp_matches(messageId, ${CONTENT_ID})
      GROUP BY messageId HAVING count(*) > 1
    ), facts AS (
      SELECT seq, fileIndex, messageId, platform IN ${LOCAL_IDS} AS isLocal, edited, site, ${FACTS}
      FROM incoming SEMI JOIN twice USING (messageId) LEFT JOIN fileSites USING (fileIndex)
    ), led AS (
      SELECT *, first_value(author) OVER w AS author1, first_value(sent) OVER w AS sent1, first_value(words) OVER w AS words1,
        first_value(edited) OVER w AS edited1, first_value(site) OVER w AS site1, first_value(fileIndex) OVER w AS file1
      FROM facts WINDOW w AS (PARTITION BY messageId ORDER BY sent NULLS LAST, words, seq)
    )
    SELECT seq, fileIndex, messageId, messageId || '~~' || left(md5(concat_ws('|', words, epoch_ms(sent), author)), 12) AS ownId
    FROM led WHERE words <> words1 AND CASE WHEN isLocal
        THEN NOT (${SAME_MOMENT} AND (edited OR edited1 OR fileIndex <> file1 AND (coalesce(site = site1, false) OR ${ALIKE})))
        ELSE author <> author1 AND sent <> sent1 END
      OR isLocal AND ${SHORT_TWICE}`);
}

/** What of the ids of a file was in doubt. */
const DOUBTED = {
  /** Messages that have an id of their own because another message has the one they were given. */
  conflicts:
    'SELECT fileIndex, sum(n) AS n FROM (SELECT fileIndex, 1 AS n FROM conflicts UNION ALL FROM renamed)',
  /** Threads that another source has the number of, where no message says so. */
  sharedThreads: 'SELECT fileIndex, sum(n) AS n FROM renamedThreads',
  /** Threads that another file has the number of, where nothing tells whether they are one. */
  doubtfulThreads: 'SELECT fileIndex, max(n) AS n FROM doubtfulThreads',
  /** Duplicates whose text is not that of the message kept: earlier versions of it. */
  edits: 'SELECT fileIndex, count(*) AS n FROM verdicts JOIN incoming USING (seq) WHERE isEarlier',
} as const;

/** How much of each file, by `fileIndex`, was in doubt. */
export async function doubtedByFile(
  database: Database,
): Promise<Readonly<Record<keyof typeof DOUBTED, ReadonlyMap<number, number>>>> {
  const {
    what = [],
    fileIndex = [],
    n = [],
  } = await database.columns(
    `${Object.entries(DOUBTED)
      .map(([name, query]) => `SELECT '${name}' AS what, * FROM (${query} GROUP BY fileIndex)`)
      .join(' UNION ALL ')} ORDER BY what, fileIndex`,
  );
  const of = (name: keyof typeof DOUBTED): ReadonlyMap<number, number> =>
    new Map(
      what.flatMap((one, at) => (one === name ? [[Number(fileIndex[at]), Number(n[at])] as const] : [])),
    );
  return {
    conflicts: of('conflicts'),
    sharedThreads: of('sharedThreads'),
    doubtfulThreads: of('doubtfulThreads'),
    edits: of('edits'),
  };
}

/**
 * Settles identity in SQL, so that memory does not grow with rows. Where equal content in one file is no duplicate (two "ok"
 * in one minute of a chat) the second gets `#2`; a message whose id another message has gets an id of its content. Of messages with
 * one id the latest version is kept: last `sentAt`, then edited, then the ticket closed last, then first read; `isEarlier` where the other text differs. Fills `verdicts` with the rows that differ from
 * what was read: new ids and duplicates.
 */
export async function findDuplicates(database: Database): Promise<void> {
  await database.run(
    'CREATE TABLE repeatedIds AS SELECT messageId FROM incoming GROUP BY messageId HAVING count(*) > 1',
  );
  await ((await isEmpty(database, 'repeatedIds')) ? nothingTwice(database) : judgeIds(database));
  await findForwardedTwins(database);
  const { several } = await database.columns(
    'SELECT min(fileIndex) < max(fileIndex) AS several FROM incoming',
  );
  if (several?.[0] === true) await findTwinReviews(database);
}

async function nothingTwice(database: Database): Promise<void> {
  await database.run(
    'CREATE TABLE conflicts (seq BIGINT, fileIndex BIGINT, messageId VARCHAR, ownId VARCHAR)',
  );
  await database.run(
    'CREATE TABLE verdicts (seq BIGINT, finalId VARCHAR, isDuplicate BOOLEAN, isEarlier BOOLEAN)',
  );
}

async function judgeIds(database: Database): Promise<void> {
  await findConflicts(database);
  await database.run(`
    CREATE TABLE verdicts AS
    WITH numbered AS (
      SELECT seq, messageId AS readId, coalesce(ownId, messageId) AS givenId, sentAt, edited, closedAt, hash(concat_ws(' ', title, text)) AS words,
        CASE WHEN repeats THEN 1 ELSE row_number() OVER (PARTITION BY messageId, fileIndex ORDER BY seq) END AS ordinal
      FROM incoming SEMI JOIN repeatedIds USING (messageId) LEFT JOIN (SELECT seq, ownId FROM conflicts UNION ALL FROM nameless) USING (seq)
    ), named AS (
      SELECT seq, readId, sentAt, edited, closedAt, words, CASE WHEN ordinal = 1 THEN givenId ELSE givenId || '#' || ordinal END AS finalId FROM numbered
    ), judged AS (
      SELECT seq, readId, finalId, words, first_value(seq) OVER w AS keptSeq, first_value(words) OVER w AS keptWords
      FROM named WINDOW w AS (PARTITION BY finalId ORDER BY sentAt DESC NULLS LAST, edited DESC, closedAt DESC NULLS LAST, seq)
    )
    SELECT seq, finalId, keptSeq <> seq AS isDuplicate, words <> keptWords AS isEarlier FROM judged WHERE keptSeq <> seq OR finalId <> readId`);
}

/** An account that was taken for the brand's own because it answers in so many private threads of its platform. */
export interface InferredAccount {
  readonly platform: string;
  readonly authorKey: string;
  readonly threads: number;
  readonly of: number;
}

/** Threads that an account must take part in, as a number and as a share, to be taken for the brand's. */
const BRAND_THREADS = 5;
const BRAND_SHARE = 0.3;

/**
 * Finds accounts of the brand that no configuration names: authors in at least 5 private threads and in 30 % of the threads of
 * their platform. Fills `brandAccounts`; their messages are written as outbound.
 */
export async function inferBrandAccounts(database: Database): Promise<InferredAccount[]> {
  await database.run(`
    CREATE TABLE brandAccounts AS
    WITH private AS (SELECT platform, threadId, authorKey, direction FROM incoming WHERE stage = 'private' AND authorKey IS NOT NULL AND threadId IS NOT NULL),
    platforms AS (SELECT platform, count(DISTINCT threadId) AS total FROM private GROUP BY platform)
    SELECT platform, authorKey, count(DISTINCT threadId) AS threads, any_value(total) AS total FROM private JOIN platforms USING (platform)
    WHERE direction = 'inbound' GROUP BY platform, authorKey HAVING threads >= ${BRAND_THREADS} AND threads >= ${BRAND_SHARE} * any_value(total)`);
  const { platform, authorKey, threads, total } = await database.columns(
    'SELECT * FROM brandAccounts ORDER BY platform, threads DESC, authorKey',
  );
  return (platform ?? []).map((name, at) => ({
    platform: name as string,
    authorKey: authorKey?.[at] as string,
    threads: Number(threads?.[at]),
    of: Number(total?.[at]),
  }));
}

const others = (
  ofBrand: string,
  names: readonly string[] = Object.keys(readColumns),
  more: (name: string) => string | undefined = () => undefined,
): string =>
  names
    .filter((name) => name !== 'messageId')
    .map((name) => {
      if (name === 'direction')
        return `CASE WHEN ${ofBrand} AND m.direction = 'inbound' THEN 'outbound' ELSE m.direction END AS "direction"`;
      if (name === 'authorIsBrand') return `(m.authorIsBrand OR ${ofBrand}) AS "authorIsBrand"`;
      const value = more(name);
      return value === undefined ? `m."${name}"` : `${value} AS "${name}"`;
    })
    .join(', ');
const sources =
  'incoming m LEFT JOIN brandAccounts b ON b.platform = m.platform AND b.authorKey = m.authorKey LEFT JOIN verdicts v USING (seq)';

/** Some columns of the kept messages, with `seq`. */
export const keptRows = (names: readonly string[]): string => `
  SELECT m.seq, coalesce(v.finalId, m.messageId) AS "messageId", ${others('b.authorKey IS NOT NULL', names)}
  FROM ${sources} WHERE NOT coalesce(v.isDuplicate, false)`;

/**
 * Makes the table `judged`: a row for each of `incoming`, in its order, with what is judged over the whole corpus. Rows are put beside each
 * other by position, as joins keep no order.
 */
export async function judgeRows(database: Database): Promise<void> {
  await database.run(`CREATE TABLE judged AS
    SELECT m.seq, v.finalId, coalesce(v.isDuplicate, false) AS isDuplicate, coalesce(s.speech, 'own') AS speech, b.authorKey IS NOT NULL AS ofBrand, c.contextProducts, u.seq IS NOT NULL AS rare, r.*
    FROM ${sources} LEFT JOIN speeches s USING (seq) LEFT JOIN (SELECT seq AS refersFrom, * EXCLUDE (seq) FROM "references") r ON r.refersFrom = m.seq LEFT JOIN contexts c ON c.seq = m.seq LEFT JOIN rareComplaints u ON u.seq = m.seq
    ORDER BY m.seq`);
}

/** The judged rows that are kept, or not, of some rows of `incoming`; never beside the row of another message. */
export type JudgedQuery = (incoming?: string, judged?: string) => string;

const judgedRows =
  (last: string, where: string): JudgedQuery =>
  (incoming = 'incoming', judged = 'judged') => `
  SELECT CASE WHEN m.seq = j.seq THEN coalesce(j.finalId, m.messageId) ELSE error('rows out of order') END AS "messageId",
    ${others('j.ofBrand', undefined, (name) => referred(name, 'j'))}, ${last} FROM ${incoming} m POSITIONAL JOIN ${judged} j WHERE ${where}`;

/** Kept messages in the types of the model, in reading order. */
export const keptQuery = judgedRows(
  'j.speech, j.refersTo, coalesce(j.ownReading, []) AS "ownReading", coalesce(j.contextProducts, []) AS "contextProducts"',
  'NOT j.isDuplicate',
);

/** Duplicates, whole, each with the id of the message it repeats, in reading order. */
export const duplicateQuery = judgedRows('j.finalId AS "duplicateOf"', 'j.isDuplicate');

export interface FileCount {
  readonly kept: number;
  readonly duplicates: number;
}

/** Kept and duplicate messages of each file, by its index. */
export async function countByFile(database: Database): Promise<ReadonlyMap<number, FileCount>> {
  const { fileIndex, kept, duplicates } = await database.columns(`
    SELECT i.fileIndex, count(*) FILTER (NOT coalesce(v.isDuplicate, false)) AS kept,
      count(*) FILTER (coalesce(v.isDuplicate, false)) AS duplicates
    FROM incoming i LEFT JOIN verdicts v USING (seq) GROUP BY i.fileIndex ORDER BY i.fileIndex`);
  return new Map(
    (fileIndex ?? []).map((index, at) => [
      Number(index),
      { kept: Number(kept?.[at] ?? 0), duplicates: Number(duplicates?.[at] ?? 0) },
    ]),
  );
}
