import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Column, ColumnBatch, Columns } from '../model/index.js';
import { openDatabase, sqlText, type Database } from './database.js';
import { shardColumns, SHARD_TABLES, type ShardTable } from './shard-columns.js';
import { createStagingSql, openStagedAppender, staged, stagedQuery } from './staging.js';

/** Rows of one Parquet file of a shard at most, about: what a shard holds in memory. */
const PIECE_ROWS = 4096;
/** Rows to be read again come from a file: fast to write and to read. */
const PARQUET = '(FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE 61440)';
const MEMORY_LIMIT_MB = 160;

/** The Parquet files of a shard, in the order of its rows, and how many rows of each table they hold. */
export interface WrittenShard {
  readonly pieces: Readonly<Record<ShardTable, readonly string[]>>;
  readonly rows: Readonly<Record<ShardTable, number>>;
}

/** Rows of one table while a piece of them is gathered. */
class Gathered {
  readonly values: (string | number)[][];
  readonly names: readonly string[];
  rows = 0;
  /** Rows before those gathered. */
  written = 0;

  constructor(readonly columns: Columns) {
    this.names = Object.keys(columns);
    this.values = this.names.map(() => []);
  }

  add(batch: Readonly<Record<string, readonly unknown[]>>, length: number): void {
    this.names.forEach((name, at) => {
      const { kind } = this.columns[name] as Column;
      const values = this.values[at] as (string | number)[];
      const given = batch[name] as readonly unknown[];
      for (let row = 0; row < length; row++) values.push(staged(kind, given[row]));
    });
    this.rows += length;
  }

  /** Columns of one value only, which need not cross into DuckDB row by row; never the place. */
  constants(): Record<string, string | number> {
    const found: Record<string, string | number> = {};
    this.names.forEach((name, at) => {
      const values = this.values[at] as (string | number)[];
      const [first] = values;
      if (first !== undefined && name !== 'n' && values.every((value) => Object.is(value, first)))
        found[name] = first;
    });
    return found;
  }

  empty(): void {
    this.written += this.rows;
    this.rows = 0;
    for (const values of this.values) values.length = 0;
  }
}

/** Writes the rows of a shard to Parquet. */
export interface ShardWriter {
  append<T extends ShardTable>(
    table: T,
    batch: Omit<ColumnBatch<(typeof shardColumns)[T]>, 'shard' | 'n' | 'fileIndex'>,
    fileIndex: number,
  ): Promise<void>;
  /**
   * Writes what is left. `sortBy`: the numbers of its files in their order, when messages did not come file by file, each by `row`,
   * `messageId` and `sentAt`.
   */
  close(sortBy?: readonly number[]): Promise<WrittenShard>;
  /** Throws away what was written. */
  abandon(): void;
}

/** What writes shards, one after the other: keeps a DuckDB of its own. */
export interface ShardFolder {
  start(shard: number): ShardWriter;
  close(): void;
}

/** Opens a folder to write shards to. Several threads, processes or machines may write shards of different numbers to one folder. */
export async function openShardFolder(folder: string): Promise<ShardFolder> {
  const database = await openDatabase({
    memoryLimitMb: MEMORY_LIMIT_MB,
    threads: 1,
    spillFolder: join(folder, `spill-${process.pid}-${threadId}`),
  });
  return { start: (shard) => startShard(database, folder, shard), close: () => database.close() };
}

function startShard(database: Database, folder: string, shard: number): ShardWriter {
  const gathered = Object.fromEntries(
    SHARD_TABLES.map((table) => [table, new Gathered(shardColumns[table])]),
  ) as Record<ShardTable, Gathered>;
  const pieces: Record<ShardTable, string[]> = { messages: [], rejects: [], doubts: [] };

  const flush = async (table: ShardTable): Promise<void> => {
    const { columns, names, values, rows } = gathered[table];
    if (rows === 0) return;
    const constants = gathered[table].constants();
    const kept = names.filter((name) => constants[name] === undefined);
    const own = Object.fromEntries(kept.map((name) => [name, columns[name] as Column]));
    const path = join(folder, `${table}-${shard}-${pieces[table].length}.parquet`);
    await database.run(createStagingSql('piece', own));
    const appender = await openStagedAppender(database, 'piece', own);
    appender.append(kept.map((name) => values[names.indexOf(name)] as (string | number)[]));
    appender.close();
    await database.run(`COPY (${stagedQuery('piece', columns, constants)}) TO ${sqlText(path)} ${PARQUET}`);
    await database.run('DROP TABLE piece');
    pieces[table].push(path);
    gathered[table].empty();
  };

  return {
    async append(table, batch, fileIndex) {
      const into = gathered[table];
      const length = (Object.values(batch)[0] as readonly unknown[] | undefined)?.length ?? 0;
      if (length === 0) return;
      const from = into.written + into.rows;
      const all = (value: number): number[] => Array.from({ length }, () => value);
      into.add(
        {
          ...(batch as unknown as Record<string, readonly unknown[]>),
          fileIndex: all(fileIndex),
          shard: all(shard),
          n: Array.from({ length }, (_, at) => from + at),
        },
        length,
      );
      if (into.rows >= PIECE_ROWS) await flush(table);
    },
    async close(sortBy) {
      for (const table of SHARD_TABLES) await flush(table);
      if (sortBy && pieces.messages.length > 0) {
        const sorted = join(folder, `messages-${shard}-sorted.parquet`);
        await database.run(`COPY (SELECT * REPLACE (row_number() OVER () - 1 AS n) FROM (
          SELECT * FROM read_parquet([${pieces.messages.map(sqlText).join(', ')}])
          ORDER BY list_position([${sortBy.join(', ')}], fileIndex), "row", messageId, sentAt, n)) TO ${sqlText(sorted)} ${PARQUET}`);
        for (const path of pieces.messages.splice(0)) rmSync(path);
        pieces.messages.push(sorted);
      }
      const rows = Object.fromEntries(SHARD_TABLES.map((table) => [table, gathered[table].written]));
      return { pieces, rows: rows as Record<ShardTable, number> };
    },
    abandon() {
      for (const path of Object.values(pieces).flat()) rmSync(path, { force: true });
    },
  };
}
