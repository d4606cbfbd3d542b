import { sqlText, type Database } from './database.js';
import { CONTENT_ID, LOCAL_IDS } from './identity-rules.js';
import type { Incoming } from './incoming.js';
import { authorMeetings, messageMeetings, PERSONS, threadMeetings, type Meeting } from './source-meetings.js';

/** Tables that identity takes; `sites` by the order of files. */
export async function prepareIdentity(
  database: Database,
  sites: readonly (string | null)[] = [],
): Promise<void> {
  const known = sites.flatMap((site, index) => (site === null ? [] : [`(${index}, ${sqlText(site)})`]));
  await database.run(
    [
      'CREATE TABLE fileSites (fileIndex BIGINT, site VARCHAR)',
      ...(known.length > 0 ? [`INSERT INTO fileSites VALUES ${known.join(', ')}`] : []),
      'CREATE TABLE renamed (fileIndex BIGINT, n BIGINT)',
      'CREATE TABLE renamedThreads (fileIndex BIGINT, n BIGINT)',
      'CREATE TABLE nameless (seq BIGINT, ownId VARCHAR)',
      'CREATE TABLE doubtfulThreads (fileIndex BIGINT, n BIGINT)',
    ].join(';'),
  );
}

interface Named {
  readonly path: string;
}

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
 * one get a mark: replies stay with what they answer. So do ids of authors, unless a name or an address of their own says that both are one
 * person; where most authors that two files number alike have other ones, the files are of two sources. Replaces `incoming`, where anything changes.
 */
export async function tellSourcesApart(
  database: Database,
  files: readonly Named[],
  sites: readonly (string | null)[],
  incoming: Incoming,
): Promise<void> {
  if (files.length < 2) return;
  const threads = await threadMeetings(database);
  const families = familiesOf(files, sites, [
    ...(await messageMeetings(database)),
    ...threads.filter(({ both }) => both > 1),
    ...(await authorMeetings(database)).filter(
      ({ both, other, unknown }) => both > 1 && both >= unknown && 2 * other > both,
    ),
  ]);
  for (const { later, earlier, both, unknown } of threads)
    if (
      both < 2 &&
      unknown > 1 &&
      families[later] === families[earlier] &&
      !(sites[later] != null && sites[later] === sites[earlier])
    )
      await database.run(`INSERT INTO doubtfulThreads VALUES (${later}, ${unknown})`);
  if (families.every((family) => family === '')) return;
  await database.run('CREATE TABLE families (fileIndex BIGINT, mark VARCHAR)');
  await database.run(
    `INSERT INTO families VALUES ${families.map((family, index) => `(${index}, ${family === '' ? "''" : `'~~' || left(md5(${sqlText(family)}), 12)`})`).join(', ')}`,
  );
  await database.run(`CREATE TABLE sharedIds AS
    SELECT id FROM (SELECT unnest([messageId, threadId, parentId]) AS id, fileIndex FROM incoming WHERE platform IN ${LOCAL_IDS})
      JOIN families USING (fileIndex)
    WHERE id IS NOT NULL AND NOT regexp_matches(id, ${CONTENT_ID}) GROUP BY id HAVING count(DISTINCT mark) > 1`);
  await database.run(`CREATE TABLE authorMarks AS
    WITH persons AS (
      SELECT authorKey, mark, min(fileIndex) AS file, flatten(list(keys)) AS keys FROM (${PERSONS}) JOIN families USING (fileIndex) GROUP BY authorKey, mark
    )
    SELECT p.authorKey, p.mark, arg_min(o.mark, o.file) AS ownMark FROM persons p JOIN persons o USING (authorKey)
    WHERE o.mark = p.mark OR list_has_any(o.keys, p.keys) GROUP BY p.authorKey, p.mark HAVING ownMark <> ''`);
  const named = (name: string, shared: string): string =>
    `CASE WHEN ${shared}.id IS NULL THEN i.${name} ELSE i.${name} || f.mark END AS ${name}`;
  const shared = (alias: string, name: string): string =>
    `LEFT JOIN sharedIds ${alias} ON ${alias}.id = i.${name} AND i.platform IN ${LOCAL_IDS}`;
  await incoming.replace(`
    SELECT i.* REPLACE (${named('messageId', 'm')}, ${named('threadId', 't')}, ${named('parentId', 'p')},
      i.authorKey || coalesce(a.ownMark, '') AS authorKey)
    FROM incoming i JOIN families f USING (fileIndex) ${shared('m', 'messageId')} ${shared('t', 'threadId')} ${shared('p', 'parentId')}
      LEFT JOIN authorMarks a ON a.authorKey = i.authorKey AND a.mark = f.mark AND i.platform IN ${LOCAL_IDS} AND NOT i.authorByName
    ORDER BY seq`);
  await database.run(`INSERT INTO renamed SELECT fileIndex, count(*) FROM incoming JOIN families f USING (fileIndex)
    WHERE f.mark <> '' AND platform IN ${LOCAL_IDS} AND ends_with(messageId, f.mark) GROUP BY fileIndex`);
  await database.run(`INSERT INTO renamedThreads SELECT fileIndex, count(DISTINCT threadId) FROM incoming JOIN families f USING (fileIndex)
    WHERE f.mark <> '' AND platform IN ${LOCAL_IDS} AND ends_with(threadId, f.mark) AND NOT ends_with(messageId, f.mark) GROUP BY fileIndex`);
}
