import { join } from 'node:path';
import { MAX_DOUBTS, type Manifest, type ManifestFile } from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import type { OnProgress } from '../util/progress.js';
import type { Database } from './database.js';
import { sqlText } from './database.js';
import {
  countByFile,
  duplicateQuery,
  findDuplicates,
  inferBrandAccounts,
  judgeRows,
  keptQuery,
  type JudgedQuery,
} from './deduplicate.js';
import { manifestLine, type FileRegister } from './file-register.js';
import { prepareIdentity, tellSourcesApart } from './id-sources.js';
import { fileDoubts, type FileDoubt } from './file-doubts.js';
import { keepNamelessApart } from './nameless-rows.js';
import { openIncoming, openShards, viewOf, type ReadRows } from './incoming.js';
import { parquetOf, ROW_GROUP, writeParquet } from './parquet.js';
import { inRowGroups } from './row-groups.js';
import { shardColumns } from './shard-columns.js';
import { judgeAbsentPosts } from './judge-absent-posts.js';
import { judgeRareComplaints } from './judge-rare-complaints.js';
import { judgeContext } from './judge-context.js';
import { judgeReferences } from './judge-references.js';
import { judgeSpeech } from './judge-speech.js';
import { createStagingSql, openStagingWriter, stagedQuery } from './staging.js';

/** What the whole corpus tells, for its manifest. */
export type MergedFacts = Pick<
  Manifest,
  'files' | 'totals' | 'nearDuplicates' | 'firstAt' | 'lastAt' | 'inferredBrandAccounts'
>;

export interface MergeOptions {
  readonly onProgress?: OnProgress | undefined;
  /** Rows of a row group of messages; default {@link ROW_GROUP}. */
  readonly rowGroupRows?: number | undefined;
}

/** Of one merging, as its progress counts them. */
const STEPS = 6;

/**
 * Merges shards into the tables of a corpus, `messages`, `duplicates`, `rejects` and `doubts` in `folder`: what needs all rows at once is
 * done here, in SQL, so that memory does not grow with them. The same files give the same bytes, whatever the shards they came in.
 *
 * Throws `internal` when a row that was read is in none of the tables.
 */
export async function mergeShards(
  database: Database,
  shards: readonly ReadRows[],
  register: FileRegister,
  doubts: readonly FileDoubt[],
  folder: string,
  scratch: string,
  { onProgress, rowGroupRows = ROW_GROUP }: MergeOptions = {},
): Promise<MergedFacts> {
  let done = 0;
  const tell = (item: string): void =>
    onProgress?.({ task: 'merging', item: `(${item})`, done: done++, total: STEPS, unit: 'steps' });
  tell('opening what was read');
  await openShards(database, shards);
  await dropMended(database, register);
  const named = register.named();
  const incoming = await openIncoming(database, shards, named, scratch);
  const sites = named.map(({ file }) => file.site);
  tell('telling sources apart');
  await prepareIdentity(database, sites);
  await tellSourcesApart(database, named, sites, incoming);
  await keepNamelessApart(
    database,
    named.map(({ path }) => path),
  );
  tell('finding duplicates');
  await findDuplicates(database);
  const inferredBrandAccounts = await inferBrandAccounts(database);
  tell('reading who speaks');
  await judgeSpeech(database);
  await judgeAbsentPosts(database);
  await judgeRareComplaints(database);
  await judgeReferences(database);
  await judgeContext(database);
  await judgeRows(database);
  const rows = shards.reduce((sum, shard) => sum + shard.rows.messages, 0);
  tell('writing messages');
  const cut = (query: JudgedQuery, where: string): string | Promise<string> =>
    rows <= rowGroupRows ? query() : inRowGroups(database, incoming, query, where, rowGroupRows);
  const written = [
    { query: await cut(keptQuery, 'NOT isDuplicate'), folder: join(folder, 'messages') },
    { query: await cut(duplicateQuery, 'isDuplicate'), folder: join(folder, 'duplicates') },
  ];
  await writeParquet(database, written, rowGroupRows);
  tell('writing what was refused or in doubt');
  await writeTold(database, register, [...doubts, ...(await fileDoubts(database, register, folder))], folder);
  const counts = await countByFile(database);
  const files = named.map(({ path, file }, rank): ManifestFile => {
    const { kept, duplicates } = counts.get(rank) ?? { kept: 0, duplicates: 0 };
    if (file.read !== kept + duplicates + file.rejected)
      throw new DeversoirError(
        'internal',
        `rows were lost: ${file.read} read, ${kept} kept, ${duplicates} duplicates, ${file.rejected} rejected`,
        { place: { file: path } },
      );
    return manifestLine(file, path, { kept, duplicates });
  });
  const totalOf = (field: 'read' | 'kept' | 'duplicates' | 'rejected'): number =>
    files.reduce((sum, file) => sum + file[field], 0);
  const totals = {
    read: totalOf('read'),
    kept: totalOf('kept'),
    duplicates: totalOf('duplicates'),
    rejected: totalOf('rejected'),
  };
  return { files, totals, ...(await factsOf(database, folder, totals)), inferredBrandAccounts };
}

/**
 * Leaves out earlier files that a new one of their name replaces: it holds all their messages, by id and time, or by id and words where the
 * earlier one had no time that could be read. An id alone holds a row without either.
 */
async function dropMended(database: Database, register: FileRegister): Promise<void> {
  for (const [earlier, now] of register.mended()) {
    const { n } = await database.columns(
      `SELECT count(*) AS n FROM shardMessages e WHERE e.fileIndex = ${earlier} AND NOT EXISTS (FROM shardMessages n
        WHERE n.fileIndex = ${now} AND n.messageId = e.messageId
          AND CASE WHEN e.sentAt IS NULL THEN e.textKey IS NULL OR n.textKey IS NOT DISTINCT FROM e.textKey ELSE n.sentAt IS NOT DISTINCT FROM e.sentAt END)`,
    );
    const file = register.files[earlier];
    if (file && Number(n?.[0]) === 0) file.gone = true;
  }
}

/** Writes rejects and doubts of the files that stay, in the order of files and rows. */
async function writeTold(
  database: Database,
  register: FileRegister,
  doubts: readonly FileDoubt[],
  folder: string,
): Promise<void> {
  const named = register.named().map(({ index, path }, rank) => `(${index}, ${rank}, ${sqlText(path)})`);
  const columns = shardColumns.doubts;
  await database.run(`CREATE TABLE named (fileIndex BIGINT, rank BIGINT, file VARCHAR);
    ${named.length === 0 ? '' : `INSERT INTO named VALUES ${named.join(', ')};`}
    ${createStagingSql('moreDoubts', columns)}`);
  const writer = await openStagingWriter(database, 'moreDoubts', columns);
  for (const { fileIndex, format, row, column, value, reason, hint } of doubts)
    writer.append({
      fileIndex: [fileIndex],
      format: [format],
      row: [row],
      column: [column],
      value: [value],
      reason: [reason],
      hint: [hint],
      shard: [0],
      n: [0],
    });
  writer.close();
  const told = (rows: string): string => `
    SELECT file, r.* EXCLUDE (fileIndex, shard, n) FROM (${rows}) r JOIN named USING (fileIndex)
    ORDER BY rank, "row" NULLS FIRST, reason, "column" NULLS FIRST, value NULLS FIRST, hint`;
  // Each shard listed its first doubts about rows: the first of the file stay.
  const listed = `SELECT * FROM ${viewOf('doubts')}
    QUALIFY "row" IS NULL OR row_number() OVER (PARTITION BY fileIndex, "row" IS NULL ORDER BY shard, n) <= ${MAX_DOUBTS}`;
  await writeParquet(database, [
    { query: told(`FROM ${viewOf('rejects')}`), folder: join(folder, 'rejects') },
    {
      query: told(`${listed} UNION ALL ${stagedQuery('moreDoubts', columns)}`),
      folder: join(folder, 'doubts'),
    },
  ]);
}

/** What the written messages tell. Throws `internal` where what stands in the files is not what was counted. */
async function factsOf(
  database: Database,
  folder: string,
  totals: Manifest['totals'],
): Promise<Pick<Manifest, 'nearDuplicates' | 'firstAt' | 'lastAt'>> {
  const rows = (part: string): string => parquetOf(join(folder, part));
  const facts = await database.columns(`
    SELECT (SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ${rows('messages')} WHERE textKey IS NOT NULL GROUP BY textKey)) AS near,
      strftime(min(sentAt), '%Y-%m-%dT%H:%M:%SZ') AS firstAt, strftime(max(sentAt), '%Y-%m-%dT%H:%M:%SZ') AS lastAt,
      count(*) AS kept, (SELECT count(*) FROM ${rows('duplicates')}) AS duplicates FROM ${rows('messages')}`);
  const [kept, duplicates] = [Number(facts['kept']?.[0]), Number(facts['duplicates']?.[0])];
  if (kept !== totals.kept || duplicates !== totals.duplicates)
    throw new DeversoirError(
      'internal',
      `rows were lost: ${totals.kept} kept and ${totals.duplicates} duplicates, ${kept} and ${duplicates} written`,
    );
  return {
    nearDuplicates: Number(facts['near']?.[0] ?? 0),
    firstAt: (facts['firstAt']?.[0] ?? null) as string | null,
    lastAt: (facts['lastAt']?.[0] ?? null) as string | null,
  };
}
