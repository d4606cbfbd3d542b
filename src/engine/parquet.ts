import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createTableSql, type Columns } from '../model/index.js';
import { sqlText, type Database } from './database.js';

/** Rows of a row group. */
export const ROW_GROUP = 61_440;

/** Rows to write, in the order of a query, and the folder for them. */
export interface ParquetTable {
  readonly query: string;
  readonly folder: string;
}

/**
 * Writes each query to `folder/part-0.parquet`, rows in the order of the query, all at once, but each by one thread, so that the same rows give
 * the same bytes. Compressed with zstd.
 */
export async function writeParquet(
  database: Database,
  tables: readonly ParquetTable[],
  rowGroupRows = ROW_GROUP,
): Promise<void> {
  const several = database.threads > 1;
  if (several) await database.run('SET threads = 1');
  const written = await Promise.allSettled(
    tables.map(async ({ query, folder }) => {
      mkdirSync(folder, { recursive: true });
      const own = await database.connect();
      try {
        await own.run(
          `COPY (${query}) TO ${sqlText(parquetFile(folder))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupRows})`,
        );
      } finally {
        own.close();
      }
    }),
  );
  if (several) await database.run(`SET threads = ${database.threads}`);
  for (const one of written) if (one.status === 'rejected') throw one.reason;
}

/** The file of a folder that `writeParquet` wrote. */
export const parquetFile = (folder: string): string => join(folder, 'part-0.parquet');

/** The Parquet files of a folder, in the order of their names. */
export const parquetFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.parquet'))
        .toSorted()
        .map((name) => join(folder, name))
    : [];

/** The rows of a folder of Parquet files, in SQL. Their paths are no patterns: `[` and `?` in them are themselves. */
export const parquetOf = (folder: string): string =>
  `read_parquet([${parquetFiles(folder).map(sqlText).join(', ')}])`;

/** Bytes of files up to which their rows are held in memory: a query of a table is planned in a quarter of the time of one of files. */
const HELD_BYTES = 4_000_000;

/** `CREATE TABLE` for the rows of small files, `CREATE VIEW` for those of large ones. */
export const tableOrView = (paths: readonly string[]): 'TABLE' | 'VIEW' =>
  paths.reduce((sum, path) => sum + statSync(path).size, 0) <= HELD_BYTES ? 'TABLE' : 'VIEW';

/** Makes a table, or a view, of the Parquet files of a folder; an empty table of the same columns where there are none. */
export async function createParquetView(
  database: Database,
  view: string,
  folder: string,
  columns: Columns,
): Promise<void> {
  const files = parquetFiles(folder);
  await database.run(
    files.length === 0
      ? createTableSql(view, columns)
      : `CREATE ${tableOrView(files)} ${view} AS SELECT * FROM ${parquetOf(folder)}`,
  );
}
