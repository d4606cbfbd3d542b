import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { ColumnBatch, Columns } from '../model/index.js';
import { openDatabase, sqlText } from './database.js';
import { PieceColumn } from './piece-columns.js';
import { writePiece } from './piece-file.js';
import { shardColumns, SHARD_TABLES, type ShardTable } from './shard-columns.js';

/** Rows of one Parquet file of a shard at most, about: what a shard holds in memory. */
const PIECE_ROWS = 8192;
const MEMORY_LIMIT_MB = 160;

/** The Parquet files of a shard, in the order of its rows, and how many rows of each table they hold. */
export interface WrittenShard {
  readonly pieces: Readonly<Record<ShardTable, readonly string[]>>;
  readonly rows: Readonly<Record<ShardTable, number>>;
}

/** Rows of one table while a piece of them is gathered. */
class Gathered {
  readonly columns: readonly PieceColumn[];
  private readonly names: readonly string[];
  rows = 0;
  /** Rows before those gathered. */
  written = 0;

  constructor(columns: Columns) {
    this.names = Object.keys(columns);
    this.columns = Object.entries(columns).map(([name, column]) => new PieceColumn(name, column));
  }

  add(batch: Readonly<Record<string, readonly unknown[]>>, length: number): void {
    this.columns.forEach((column, at) => column.add(batch[this.names[at] as string] as readonly unknown[]));
    this.rows += length;
  }

  empty(): void {
    this.written += this.rows;
    this.rows = 0;
    for (const column of this.columns) column.empty();
  }
}

/** Writes the rows of a shard to Parquet. */
export interface ShardWriter {
  append<T extends ShardTable>(
    table: T,
    batch: Omit<ColumnBatch<(typeof shardColumns)[T]>, 'shard' | 'n' | 'fileIndex'>,
    fileIndex: number,
  ): void;
  /**
   * Writes what is left. `sortBy`: the numbers of its files in their order, when messages did not come file by file, each by `row`,
   * `messageId` and `sentAt`.
   */
  close(sortBy?: readonly number[]): Promise<WrittenShard>;
  /** Throws away what was written. */
  abandon(): void;
}

/** What writes shards, one after the other. */
export interface ShardFolder {
  start(shard: number): ShardWriter;
}

/** Opens a folder to write shards to. Several threads, processes or machines may write shards of different numbers to one folder. */
export function openShardFolder(folder: string): ShardFolder {
  return { start: (shard) => startShard(folder, shard) };
}

/** Puts the rows of pieces in their order, in one file; see `ShardWriter.close`. */
async function sortPieces(
  folder: string,
  paths: readonly string[],
  sorted: string,
  files: readonly number[],
): Promise<void> {
  const database = await openDatabase({
    memoryLimitMb: MEMORY_LIMIT_MB,
    threads: 1,
    spillFolder: join(folder, `spill-${process.pid}-${threadId}`),
  });
  try {
    await database.run(`COPY (SELECT * REPLACE (row_number() OVER () - 1 AS n) FROM (
      SELECT * FROM read_parquet([${paths.map(sqlText).join(', ')}])
      ORDER BY list_position([${files.join(', ')}], fileIndex), "row", messageId, sentAt, n)) TO ${sqlText(sorted)} (FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE 61440)`);
  } finally {
    database.close();
  }
}

function startShard(folder: string, shard: number): ShardWriter {
  const gathered = Object.fromEntries(
    SHARD_TABLES.map((table) => [table, new Gathered(shardColumns[table])]),
  ) as Record<ShardTable, Gathered>;
  const pieces: Record<ShardTable, string[]> = { messages: [], rejects: [], doubts: [] };

  const flush = (table: ShardTable): void => {
    const { columns, rows } = gathered[table];
    if (rows === 0) return;
    const path = join(folder, `${table}-${shard}-${pieces[table].length}.parquet`);
    writePiece(path, columns, rows);
    pieces[table].push(path);
    gathered[table].empty();
  };

  return {
    append(table, batch, fileIndex) {
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
      if (into.rows >= PIECE_ROWS) flush(table);
    },
    async close(sortBy) {
      for (const table of SHARD_TABLES) flush(table);
      if (sortBy && pieces.messages.length > 0) {
        const sorted = join(folder, `messages-${shard}-sorted.parquet`);
        await sortPieces(folder, pieces.messages, sorted, sortBy);
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
