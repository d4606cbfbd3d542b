import { isEmpty, type Database } from './database.js';
import { CONTENT_ID } from './identity-rules.js';

/** Rows that are duplicates of others: `twins` has `seq`, `id` and `keptId`. */
async function foldTwins(database: Database): Promise<void> {
  await database.run(
    'UPDATE verdicts SET finalId = keptId FROM twins WHERE verdicts.isDuplicate AND verdicts.finalId = twins.id',
  );
  await database.run('DELETE FROM verdicts WHERE seq IN (SELECT seq FROM twins)');
  await database.run('INSERT INTO verdicts SELECT seq, keptId, true, false FROM twins');
  await database.run('DROP TABLE twins');
}

/**
 * A mail in the text of one that forwards it has no id; where the mailbox holds that mail too, it is one: equal words of the same author within a day and a half, as
 * headers in texts name no zone.
 */
export async function findForwardedTwins(database: Database): Promise<void> {
  if (
    await isEmpty(database, `incoming WHERE platform = 'email' AND regexp_matches(messageId, ${CONTENT_ID})`)
  )
    return;
  await database.run(`
    CREATE TABLE twins AS
    WITH mail AS (
      SELECT m.seq, coalesce(v.finalId, m.messageId) AS id, regexp_matches(m.messageId, ${CONTENT_ID}) AS inside, m.authorKey, m.sentAt,
        coalesce(m.textKey, md5(lower(trim(m.text)))) AS words
      FROM incoming m LEFT JOIN verdicts v USING (seq)
      WHERE m.platform = 'email' AND m.text IS NOT NULL AND m.authorKey IS NOT NULL AND m.sentAt IS NOT NULL AND NOT coalesce(v.isDuplicate, false))
    SELECT held.seq, any_value(held.id) AS id, arg_min(own.id, own.seq) AS keptId
    FROM mail held JOIN mail own USING (authorKey, words)
    WHERE held.inside AND NOT own.inside AND abs(epoch_ms(held.sentAt) - epoch_ms(own.sentAt)) <= 36 * 3600000
    GROUP BY held.seq`);
  await foldTwins(database);
}

/** Platforms that stand for "somewhere on the web": such an export may hold what another names. */
const ANYWHERE = ['web', 'review', 'reviews'];

/** The zones of two tools differ by no more, in hours, and by whole quarters of one; a tool may leave seconds out. */
const ZONES = 14;
const QUARTER = 15 * 60_000;
const SECONDS = 60_000;
const GAP = 'abs(epoch_ms(sentAt) - epoch_ms(keptAt))';

/**
 * The same review in the exports of two tools has two ids: equal text, author and day, in two files, on one platform or where one of them
 * does not say which. Times of day that lie apart as no zones do are two reviews: of one customer, on two sites. The first read is kept.
 */
export async function findTwinReviews(database: Database): Promise<void> {
  const anywhere = ANYWHERE.map((name) => `'${name}'`).join(', ');
  await database.run(`
    CREATE TABLE twins AS
    WITH review AS (
      SELECT m.seq, m.fileIndex, coalesce(v.finalId, m.messageId) AS id, m.platform, m.sentAt, m.textKey, NOT m.dayOnly AND m.sentAt <> date_trunc('day', m.sentAt) AS timed,
        list_filter(m.contactKeys, k -> starts_with(k, 'name:') OR starts_with(k, 'handle:'))[1] AS person
      FROM incoming m LEFT JOIN verdicts v USING (seq)
      WHERE m.stage = 'public' AND m.kind = 'review' AND m.direction = 'inbound' AND m.textKey IS NOT NULL AND NOT coalesce(v.isDuplicate, false)),
    beside AS (
      SELECT seq, id, fileIndex, platform, sentAt, first_value(id) OVER alike AS keptId, first_value(fileIndex) OVER alike AS keptFile,
        first_value(platform) OVER alike AS keptPlatform, first_value(sentAt) OVER alike AS keptAt,
        timed, first_value(timed) OVER alike AS keptTimed
      FROM review WHERE person IS NOT NULL WINDOW alike AS (PARTITION BY textKey, person ORDER BY seq))
    SELECT seq, id, keptId FROM beside
    WHERE id <> keptId AND fileIndex <> keptFile AND abs(date_diff('day', sentAt, keptAt)) <= 1
      AND NOT (timed AND keptTimed AND (${GAP} > ${ZONES} * 3600000 OR ${GAP} % ${QUARTER} BETWEEN ${SECONDS} AND ${QUARTER - SECONDS}))
      AND (platform = keptPlatform OR platform IN (${anywhere}) OR keptPlatform IN (${anywhere}))`);
  await foldTwins(database);
}
