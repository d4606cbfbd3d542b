import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { ColumnBatch } from '../model/index.js';
import { openDatabase, sqlText } from './database.js';
import { PieceFile } from './piece-file.js';
import { shardColumns, SHARD_TABLES, type ShardTable } from './shard-columns.js';

/** Rows of one Parquet file of a shard at most, about: what a shard holds in memory. */
const PIECE_ROWS = 8192;
const MEMORY_LIMIT_MB = 160;

/** The Parquet files of a shard, in the order of its rows, and how many rows of each table they hold. */
export interface WrittenShard {
  readonly pieces: Readonly<Record<ShardTable, readonly string[]>>;
  readonly rows: Readonly<Record<ShardTable, number>>;
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
  const open: Partial<Record<ShardTable, PieceFile>> = {};
  const pieces: Record<ShardTable, string[]> = { messages: [], rejects: [], doubts: [] };
  const rows: Record<ShardTable, number> = { messages: 0, rejects: 0, doubts: 0 };

  const flush = (table: ShardTable): void => {
    const piece = open[table];
    if (piece === undefined) return;
    const path = join(folder, `${table}-${shard}-${pieces[table].length}.parquet`);
    piece.save(path);
    pieces[table].push(path);
    delete open[table];
  };

  return {
    append(table, batch, fileIndex) {
      const length = (Object.values(batch)[0] as readonly unknown[] | undefined)?.length ?? 0;
      if (length === 0) return;
      const from = rows[table];
      const all = (value: number): number[] => Array.from({ length }, () => value);
      const piece = (open[table] ??= new PieceFile(shardColumns[table]));
      piece.add(
        {
          ...(batch as unknown as Record<string, readonly unknown[]>),
          fileIndex: all(fileIndex),
          shard: all(shard),
          n: Array.from({ length }, (_, at) => from + at),
        },
        length,
      );
      rows[table] += length;
      if (piece.rows >= PIECE_ROWS) flush(table);
    },
    async close(sortBy) {
      for (const table of SHARD_TABLES) flush(table);
      if (sortBy && pieces.messages.length > 0) {
        const sorted = join(folder, `messages-${shard}-sorted.parquet`);
        await sortPieces(folder, pieces.messages, sorted, sortBy);
        for (const path of pieces.messages.splice(0)) rmSync(path);
        pieces.messages.push(sorted);
      }
      return { pieces, rows };
    },
    abandon() {
      for (const path of Object.values(pieces).flat()) rmSync(path, { force: true });
    },
  };
}
