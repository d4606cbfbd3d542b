import { sqlText, type Database } from './database.js';
import { CONTENT_ID, LONG_TEXT } from './identity-rules.js';

/** Long texts from which two files are compared by them alone. */
const LEAST_LONG = 3;
/** Share of the rows of the smaller file that a second export of it holds: of long texts half, as it may be a part of it; of "RAS" and "merci" nearly all. */
const SHARED_LONG = 0.5;
const SHARED_ANY = 0.9;

/** A row that says neither who wrote it nor at what time of the day: its words and its day are all that tells it. */
const NAMELESS = `NOT repeats AND regexp_matches(messageId, ${CONTENT_ID}) AND authorKey IS NULL
  AND (sentAt IS NULL OR dayOnly OR sentAt = date_trunc('day', sentAt))`;

/**
 * Short answers that two surveys have on one day ("RAS", "très bien") are two messages, unless one file is another export of the other. Fills
 * `nameless` with an id for each that a file of another source has too: of the first file of its source.
 */
export async function keepNamelessApart(database: Database, paths: readonly string[]): Promise<void> {
  if (paths.length < 2) return;
  await database.run(`CREATE TABLE namelessRows AS
    SELECT seq, fileIndex, messageId, length(concat_ws(' ', title, text)) >= ${LONG_TEXT} AS isLong FROM incoming WHERE ${NAMELESS}`);
  const { later, earlier, again } = await database.columns(`
    WITH ones AS (SELECT DISTINCT fileIndex, messageId, isLong FROM namelessRows),
    sizes AS (SELECT fileIndex, count(*) AS n, count(*) FILTER (isLong) AS long FROM ones GROUP BY fileIndex),
    neighbours AS (
      SELECT fileIndex AS later, first_value(fileIndex) OVER w AS first, lag(fileIndex) OVER w AS last FROM ones
      WHERE NOT isLong WINDOW w AS (PARTITION BY messageId ORDER BY fileIndex)),
    pairs AS (SELECT DISTINCT later, unnest([first, last]) AS earlier FROM neighbours),
    shared AS (
      SELECT later, earlier, count(*) AS n, count(*) FILTER (a.isLong) AS long
      FROM pairs JOIN ones a ON a.fileIndex = later JOIN ones b ON b.fileIndex = earlier AND b.messageId = a.messageId
      WHERE earlier < later GROUP BY later, earlier)
    SELECT later, earlier, CASE WHEN least(a.long, b.long) >= ${LEAST_LONG} THEN s.long >= ${SHARED_LONG} * least(a.long, b.long)
        ELSE s.n >= ${SHARED_ANY} * least(a.n, b.n) END AS again
    FROM shared s JOIN sizes a ON a.fileIndex = later JOIN sizes b ON b.fileIndex = earlier ORDER BY later, earlier`);
  const source = paths.map((_, at) => at);
  (later ?? []).forEach((file, at) => {
    if (again?.[at] === true && source[Number(file)] === Number(file))
      source[Number(file)] = source[Number(earlier?.[at])] ?? Number(file);
  });
  if ((later ?? []).length === 0) return;
  const marks = source.map((head) => `left(md5(${sqlText(paths[head] ?? '')}), 12)`).join(', ');
  await database.run(`INSERT INTO nameless
    SELECT seq, messageId || '~~' || ([${marks}])[fileIndex + 1]
    FROM (SELECT *, ([${source.join(', ')}])[fileIndex + 1] AS source FROM namelessRows WHERE NOT isLong)
    QUALIFY source <> min(source) OVER (PARTITION BY messageId)`);
}
