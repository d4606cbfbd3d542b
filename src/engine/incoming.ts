import { join } from 'node:path';
import { createTableSql, type Manifest } from '../model/index.js';
import { sqlText, type Database } from './database.js';
import { parquetOf, tableOrView } from './parquet.js';
import { CONTENT_ID, TOLD_APART } from './identity-rules.js';
import { OWN_WORDS } from './reference-columns.js';
import { readColumns, shardColumns, SHARD_TABLES, type ShardTable } from './shard-columns.js';
import type { WrittenShard } from './shard-writer.js';
import { sortIncoming } from './sorted-incoming.js';

/** A shard that is read: what was written of it, and the numbers of the files whose rows it holds, in the order of the rows. */
export interface ReadRows extends WrittenShard {
  readonly shard: number;
  /** Absent: its rows come in no order. */
  readonly order?: readonly number[];
}

/** A file that stays, in the order of files: its number in the register and its name. */
export interface NamedFile {
  readonly index: number;
  readonly path: string;
}

const parquet = (paths: readonly string[]): string => `read_parquet([${paths.map(sqlText).join(', ')}])`;

/** Views `shardMessages`, `shardRejects`, `shardDoubts` over the files of all shards, in their order. */
export async function openShards(database: Database, shards: readonly ReadRows[]): Promise<void> {
  for (const table of SHARD_TABLES) {
    const view = viewOf(table);
    const paths = shards.flatMap(({ pieces }) => pieces[table]);
    await database.run(
      paths.length === 0
        ? createTableSql(view, shardColumns[table])
        : `CREATE VIEW ${view} AS SELECT * FROM ${parquet(paths)}`,
    );
  }
}

export const viewOf = (table: ShardTable): string => `shard${table[0]?.toUpperCase()}${table.slice(1)}`;

/** Whether the rows of the shards, one after the other, are those of the files in their order. */
function inOrder(shards: readonly ReadRows[], rankOf: ReadonlyMap<number, number>): boolean {
  let last = -1;
  for (const { order } of shards) {
    if (!order) return false;
    for (const index of order) {
      const rank = rankOf.get(index);
      if (rank === undefined || rank < last) return false;
      last = rank;
    }
  }
  return true;
}

/** The table `incoming`, or the view where rows are many. */
export interface Incoming {
  /** Its rows from one `seq` up to before another, in their order, as a query that reads no file but those that hold them. */
  between(from: number, to: number): string;
  /** Puts the rows of a query over it, in their order, in its place. */
  replace(query: string): Promise<void>;
}

/**
 * Makes `incoming`: all messages read, in the order of the files given and then of their place in the file, whatever the shards
 * they came in; `seq` counts them, `fileIndex` is the position of their file in `files`. Files that are not named are left out. Shards
 * that are not in that order are sorted, once, into files of `scratch`.
 */
export async function openIncoming(
  database: Database,
  shards: readonly ReadRows[],
  files: readonly NamedFile[],
  scratch: string,
): Promise<Incoming> {
  const rankOf = new Map(files.map(({ index }, rank) => [index, rank]));
  const ranks = list(
    files.map(({ index }) => index),
    (index) => rankOf.get(index),
  );
  const ordered = inOrder(shards, rankOf);
  let pieces = shards.flatMap((shard) => shard.pieces.messages);
  if (!ordered) {
    const staying = files.map(({ index }) => index);
    pieces = [...(await sortIncoming(database, staying, `${ranks}[fileIndex + 1]`, scratch))];
    await database.run(`CREATE OR REPLACE VIEW shardMessages AS SELECT * FROM ${parquet(pieces)}`);
  }
  const before = new Map<number, number>();
  let total = 0;
  for (const { shard, rows } of shards) {
    before.set(shard, total);
    total += rows.messages;
  }
  const bases = ordered
    ? `${list(
        shards.map(({ shard }) => shard),
        (shard) => before.get(shard),
      )}[shard + 1] + n`
    : 'n';
  const paths = `([${Array.from({ length: Math.max(0, ...rankOf.keys()) + 1 }, (_, index) => {
    const rank = rankOf.get(index);
    return rank === undefined ? 'NULL' : sqlText(files[rank]?.path ?? '');
  }).join(', ')}]::VARCHAR[])`;
  const columns = Object.keys(readColumns).map((name) =>
    name === 'file' ? `${paths}[fileIndex + 1] AS "file"` : `"${name}"`,
  );
  const rowsOf = (source: string): string =>
    `SELECT CAST(${bases} AS BIGINT) AS seq, ${columns.join(', ')}, ${ranks}[fileIndex + 1] AS fileIndex, repeats FROM ${source}`;
  let kind = tableOrView(pieces);
  await database.run(`CREATE ${kind} incoming AS ${rowsOf('shardMessages')}`);
  const spans = await spansOf(database, pieces);
  let replaced = false;
  return {
    between(from, to) {
      const held = spans.filter((span) => span.from < to && span.to > from).map(({ path }) => path);
      const rows = replaced ? 'incoming' : `(${rowsOf(held.length === 0 ? 'shardMessages' : parquet(held))})`;
      return `SELECT * FROM ${rows} WHERE seq >= ${from} AND seq < ${to}`;
    },
    async replace(query) {
      const path = join(scratch, 'replaced.parquet');
      await database.run(`COPY (${query}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION lz4_raw)`);
      await database.run(`DROP ${kind} incoming`);
      kind = tableOrView([path]);
      await database.run(`CREATE ${kind} incoming AS SELECT * FROM ${parquet([path])}`);
      replaced = true;
    },
  };
}

/** From which place to which the rows of each file stand among all. */
async function spansOf(
  database: Database,
  paths: readonly string[],
): Promise<readonly { readonly path: string; readonly from: number; readonly to: number }[]> {
  if (paths.length === 0) return [];
  const { name, rows } = await database.columns(
    `SELECT file_name AS name, num_rows AS rows FROM parquet_file_metadata([${paths.map(sqlText).join(', ')}])`,
  );
  const rowsOf = new Map((name ?? []).map((path, at) => [path as string, Number(rows?.[at])]));
  let total = 0;
  return paths.map((path) => {
    const from = total;
    total += rowsOf.get(path) ?? 0;
    return { path, from, to: total };
  });
}

/** A list in SQL that gives the value of a number at its place from 1; absent numbers give NULL. */
function list(numbers: readonly number[], valueOf: (number: number) => number | undefined): string {
  const length = Math.max(0, ...numbers) + 1;
  return `([${Array.from({ length }, (_, number) => valueOf(number) ?? 'NULL').join(', ')}]::BIGINT[])`;
}

/** Makes a table with rows. */
async function fill(database: Database, table: string, rows: readonly string[]): Promise<void> {
  await database.run(`CREATE TABLE ${table}`);
  if (rows.length > 0) await database.run(`INSERT INTO ${table.split(' ')[0]} VALUES ${rows.join(', ')}`);
}

/** Writes the rows of an earlier corpus as a shard, as they were read, for what is judged over the whole corpus to be judged anew. */
export async function restoreShard(
  database: Database,
  corpus: string,
  manifest: Manifest,
  shard: number,
  folder: string,
): Promise<ReadRows> {
  await fill(
    database,
    'files (path VARCHAR, fileIndex BIGINT)',
    manifest.files.map(({ path }, index) => `(${sqlText(path)}, ${index})`),
  );
  await fill(
    database,
    'inferred (platform VARCHAR, authorKey VARCHAR)',
    manifest.inferredBrandAccounts.map(
      ({ platform, authorKey }) => `(${sqlText(platform)}, ${sqlText(authorKey)})`,
    ),
  );
  const from = (part: string): string => parquetOf(join(corpus, part));
  const { file: _file, ...kept } = readColumns;
  const names = (columns: object): string =>
    Object.keys(columns)
      .map((name) => `"${name}"`)
      .join(', ');
  const made = `regexp_matches(messageId, ${CONTENT_ID})`;
  const place = `f.fileIndex, ${shard}::BIGINT AS shard, row_number() OVER () - 1 AS n`;
  const queries: Readonly<Record<ShardTable, string>> = {
    messages: `
      SELECT ${names(kept)}, ${place},
        NOT ${made} OR (stage <> 'private' AND sentAt IS NOT NULL AND NOT dayOnly AND authorKey IS NOT NULL) AS repeats
      FROM (SELECT m.* REPLACE (
          regexp_replace(messageId, ${TOLD_APART}, '') AS messageId,
          regexp_replace(m.authorKey, ${TOLD_APART}, '') AS authorKey, regexp_replace(threadId, ${TOLD_APART}, '') AS threadId, regexp_replace(parentId, ${TOLD_APART}, '') AS parentId,
          CASE WHEN i.authorKey IS NOT NULL AND m.direction = 'outbound' THEN 'inbound' ELSE m.direction END AS direction,
          m.authorIsBrand AND i.authorKey IS NULL AS authorIsBrand)
        FROM (SELECT ${Object.keys(readColumns)
          .map((name) => (name in OWN_WORDS ? `${OWN_WORDS[name]} AS "${name}"` : `"${name}"`))
          .join(
            ', ',
          )} FROM ${from('messages')} UNION ALL SELECT ${names(readColumns)} FROM ${from('duplicates')}) m
        LEFT JOIN inferred i ON i.platform = m.platform AND i.authorKey = m.authorKey) m
      JOIN files f ON m.file = f.path`,
    rejects: `SELECT r.* EXCLUDE (file), ${place} FROM ${from('rejects')} r JOIN files f ON r.file = f.path`,
    // Doubts that the whole corpus settles are looked for again.
    doubts: `SELECT r.* EXCLUDE (file), ${place} FROM ${from('doubts')} r JOIN files f ON r.file = f.path
      WHERE r.reason NOT IN ('conflicting-id', 'same-texts', 'absent-post', 'no-customer', 'few-complaints', 'orphan-reply')`,
  };
  const pieces = {} as Record<ShardTable, string[]>;
  const rows = {} as Record<ShardTable, number>;
  for (const table of SHARD_TABLES) {
    const path = join(folder, `${table}-restored.parquet`);
    await database.run(`COPY (${queries[table]}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION lz4_raw)`);
    pieces[table] = [path];
    rows[table] = Number((await database.columns(`SELECT count(*) AS n FROM ${parquet([path])}`))['n']?.[0]);
  }
  return { shard, pieces, rows };
}
