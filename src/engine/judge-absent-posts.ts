import { keptRows } from './deduplicate.js';
import { MICROBLOGS } from '../model/genre.js';
import { isEmpty, sqlText, type Database } from './database.js';
import { LONG_TEXT } from './identity-rules.js';

/** Posts of the exports under which others say its words again, from which it is known how an export gives reshares, and their share of all posts under which anything is said twice. */
const KNOWN = { posts: 3, share: 0.9 } as const;
/** Accounts that surely promote in the same words. */
const CAMPAIGN = { accounts: 5, sure: 0.9 } as const;
/** Where passing on a post makes a row of its own: under a page or a video the same words twice are two comments. */
const RESHARING = `platform IN (${MICROBLOGS.map(sqlText).join(', ')})`;

/**
 * Some tools give a reshare as a comment with the words of the post, and no mark. Where the post is in the exports, its words tell; where it is not
 * (it was written before they begin), several accounts that say the same words under it pass it on, or copy a protest. Which of the two is
 * told by posts of that platform that are there. Others give it as a post of its own: the same long text of five accounts or more that surely reads as
 * a promotion is one that is passed on, as nobody promotes in chorus. Fills `absentPosts` (`seq`, `reshare`, `chorus`) with the messages in question;
 * those of a platform that shows its way, and campaigns, are added to `speeches`. Runs after these.
 */
export async function judgeAbsentPosts(database: Database): Promise<void> {
  if (
    await isEmpty(
      database,
      `incoming WHERE (parentId IS NOT NULL OR register = 'promotion') AND ${RESHARING}`,
    )
  ) {
    await database.run('CREATE TABLE absentPosts (seq BIGINT, reshare BOOLEAN, chorus BOOLEAN)');
    return;
  }
  await database.run(`CREATE TABLE absentPosts AS
    WITH said AS (
      SELECT k.seq, messageId, platform, parentId, textKey, coalesce(authorKey, messageId) AS author,
        coalesce(register = 'promotion' AND registerProbability >= ${CAMPAIGN.sure}, false) AS promotes
      FROM (${keptRows(['messageId', 'platform', 'stage', 'direction', 'kind', 'parentId', 'authorKey', 'textKey', 'text', 'register', 'registerProbability'])}) k
      WHERE stage = 'public' AND direction = 'inbound' AND kind NOT IN ('share', 'system', 'review', 'deleted')
        AND textKey IS NOT NULL AND length(text) >= ${LONG_TEXT} AND ${RESHARING}),
    comments AS (FROM said WHERE parentId IS NOT NULL AND parentId <> messageId),
    campaigns AS (
      SELECT list(seq) AS seqs FROM said WHERE parentId IS NULL AND promotes GROUP BY platform, textKey
      HAVING count(DISTINCT author) >= ${CAMPAIGN.accounts}),
    copies AS (SELECT platform, parentId, textKey, list(seq) AS seqs FROM comments GROUP BY ALL HAVING count(DISTINCT author) > 1),
    under AS (
      SELECT c.*, p.messageId IS NOT NULL AS present, coalesce(p.textKey = c.textKey, false) AS ofParent
      FROM copies c LEFT JOIN (SELECT messageId, textKey FROM (${keptRows(['messageId', 'textKey'])})) p ON p.messageId = c.parentId),
    ways AS (SELECT platform, count(*) FILTER (WHERE ofParent) AS passing, count(*) FILTER (WHERE present) AS known FROM under GROUP BY platform)
    SELECT unnest(seqs) AS seq, passing >= ${KNOWN.posts} AND passing >= ${KNOWN.share} * known AS reshare, false AS chorus
    FROM under JOIN ways USING (platform) WHERE NOT present
    UNION ALL SELECT unnest(seqs), true, true FROM campaigns`);
  await database.run('DELETE FROM absentPosts WHERE seq IN (SELECT seq FROM speeches)');
  await database.run(`INSERT INTO speeches SELECT seq, 'reshare' FROM absentPosts WHERE reshare`);
}
