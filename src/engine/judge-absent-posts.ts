import { keptRows } from './deduplicate.js';
import { MICROBLOGS } from '../model/genre.js';
import { isEmpty, sqlText, type Database } from './database.js';
import { LONG_TEXT } from './identity-rules.js';

/** Posts of the exports under which others say its words again, from which it is known how an export gives reshares, and their share of all posts under which anything is said twice. */
const KNOWN = { posts: 3, share: 0.9 } as const;
/** Where passing on a post makes a row of its own: under a page or a video the same words twice are two comments. */
const RESHARING = `platform IN (${MICROBLOGS.map(sqlText).join(', ')})`;

/**
 * Some tools give a reshare as a comment with the words of the post, and no mark. Where the post is in the exports, its words tell; where it is not
 * (it was written before they begin), several accounts that say the same words under it pass it on, or copy a protest. Which of the two is
 * told by posts of that platform that are there. Fills `absentPosts` (`seq`, `reshare`) with the messages in question; those of a platform that shows
 * its way are added to `speeches`. Runs after these.
 */
export async function judgeAbsentPosts(database: Database): Promise<void> {
  if (await isEmpty(database, `incoming WHERE parentId IS NOT NULL AND ${RESHARING}`)) {
    await database.run('CREATE TABLE absentPosts (seq BIGINT, reshare BOOLEAN)');
    return;
  }
  await database.run(`CREATE TABLE absentPosts AS
    WITH comments AS (
      SELECT k.seq, platform, parentId, textKey, coalesce(authorKey, messageId) AS author
      FROM (${keptRows(['messageId', 'platform', 'stage', 'direction', 'kind', 'parentId', 'authorKey', 'textKey', 'text'])}) k
      WHERE stage = 'public' AND direction = 'inbound' AND kind NOT IN ('share', 'system', 'review', 'deleted') AND parentId IS NOT NULL AND parentId <> messageId
        AND textKey IS NOT NULL AND length(text) >= ${LONG_TEXT} AND ${RESHARING}),
    copies AS (SELECT platform, parentId, textKey, list(seq) AS seqs FROM comments GROUP BY ALL HAVING count(DISTINCT author) > 1),
    under AS (
      SELECT c.*, p.messageId IS NOT NULL AS present, coalesce(p.textKey = c.textKey, false) AS ofParent
      FROM copies c LEFT JOIN (SELECT messageId, textKey FROM (${keptRows(['messageId', 'textKey'])})) p ON p.messageId = c.parentId),
    ways AS (SELECT platform, count(*) FILTER (WHERE ofParent) AS passing, count(*) FILTER (WHERE present) AS known FROM under GROUP BY platform)
    SELECT unnest(seqs) AS seq, passing >= ${KNOWN.posts} AND passing >= ${KNOWN.share} * known AS reshare
    FROM under JOIN ways USING (platform) WHERE NOT present`);
  await database.run('DELETE FROM absentPosts WHERE seq IN (SELECT seq FROM speeches)');
  await database.run(`INSERT INTO speeches SELECT seq, 'reshare' FROM absentPosts WHERE reshare`);
}
