import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { FileRegister } from '../engine/file-register.js';
import type { FileDoubt } from '../engine/file-doubts.js';
import { runOnSpark, type SparkOptions } from './spark/run-driver.js';
import { countDoubt } from '../ingest/count/count-records.js';
import { closingNotes } from '../ingest/reader.js';
import { wholeFile, type PlannedShard, type ShardPlan } from './plan-shards.js';
import {
  openShardReader,
  type FileRead,
  type OnRows,
  type RowsRead,
  type ShardOptions,
  type ShardRead,
} from './read-shard.js';
import { DeversoirError } from '../util/errors.js';
import type { OnProgress } from '../util/progress.js';
import { openWorkerPool } from '../util/worker-pool.js';
import { grouped } from '../util/grouped.js';

/** Has every shard read somewhere, in any order; gives what was read of each in the order given. */
export type ShardSchedule = (
  shards: readonly PlannedShard[],
  options: ShardOptions,
  onRows: OnRows,
) => Promise<readonly ShardRead[]>;

/** Reads shards on worker threads; on this one with `workers: 0`, or where there is one shard. Default: one a core, at most 4, and no more than there are shards. */
export function onThreads(workers = Math.min(4, availableParallelism())): ShardSchedule {
  return async (shards, options, onRows) => {
    const module = new URL('./shard-worker.js', import.meta.url);
    if (workers === 0 || shards.length < 2 || !existsSync(module))
      return onThisThread(shards, options, onRows);
    const pool = await openWorkerPool<PlannedShard, ShardRead, RowsRead>(
      module,
      Math.min(workers, shards.length),
      options,
    );
    try {
      return await Promise.all(shards.map((shard) => pool.run(shard, onRows)));
    } finally {
      await pool.close();
    }
  };
}

/** Reads shards on a Spark cluster: see `runOnSpark`. */
export function onSpark(spark: SparkOptions): ShardSchedule {
  return (shards, options) =>
    shards.length === 0
      ? Promise.resolve([])
      : runOnSpark<PlannedShard, ShardRead>(
          {
            entry: 'shards/shard-process.js',
            shards,
            options: { ...options, folder: resolve(options.folder) },
          },
          spark,
        );
}

async function onThisThread(
  shards: readonly PlannedShard[],
  options: ShardOptions,
  onRows: OnRows,
): Promise<readonly ShardRead[]> {
  if (shards.length === 0) return [];
  const reader = await openShardReader(options);
  try {
    const read: ShardRead[] = [];
    for (const shard of shards) read.push(await reader.read(shard, onRows));
    return read;
  } finally {
    await reader.close();
  }
}

/** All shards of a plan, read. */
export interface ReadAll {
  readonly shards: readonly ShardRead[];
  /** Doubts about files that were read in parts, each once. */
  readonly doubts: readonly FileDoubt[];
}

/**
 * Has all shards of a plan read, and enters what was read of each file. A file of which a part can't be read alone is read again, whole.
 *
 * Throws `internal` when rows of a shard are neither in its messages nor in its rejects.
 */
export async function readAll(
  { shards }: ShardPlan,
  register: FileRegister,
  options: ShardOptions,
  schedule: ShardSchedule,
  onProgress: OnProgress = () => {},
): Promise<ReadAll> {
  const onRows = progressOf(shards, onProgress);
  const read = await mended(shards, await schedule(shards, options, onRows), (again) =>
    schedule(again, options, onRows),
  );
  read.forEach(checkRows);
  const parts = grouped(
    read.flatMap(({ files }) => files),
    ({ index }) => index,
  );
  const seen = new Set<string>();
  const missing = [...parts].flatMap(([index, of]) => missingRows(index, of, register));
  const doubts = [...read.flatMap(({ fileDoubts }) => fileDoubts), ...missing].filter(
    ({ fileIndex, column, reason, hint }) => {
      const told = JSON.stringify([fileIndex, column, reason, hint]);
      return seen.has(told) ? false : seen.add(told);
    },
  );
  for (const [index, of] of parts) Object.assign(register.files[index] ?? {}, factsOf(of));
  return { shards: read, doubts };
}

/** Tells rows, and which part of all bytes is read. */
function progressOf(shards: readonly PlannedShard[], onProgress: OnProgress): OnRows {
  const bytesOf = (shard: PlannedShard | undefined): number =>
    (shard?.places ?? [])
      .flatMap(({ files }) => files)
      .reduce((sum, { part, surveyed }) => sum + (part ? part.to - part.from : surveyed.size), 0);
  const bytes = new Map(shards.map((shard) => [shard.shard, bytesOf(shard)]));
  const total = [...bytes.values()].reduce((sum, some) => sum + some, 0);
  const shares = new Map<number, number>();
  let done = 0,
    read = 0;
  const task = 'reading and understanding';
  const first = shards.length === 1 ? shards[0]?.places[0]?.files[0]?.name : undefined;
  if (shards.length > 0) onProgress({ task, ...(first && { item: first }), done, unit: 'rows' });
  return ({ shard, path: item, rows, share = 0 }) => {
    read += (share - (shares.get(shard) ?? 0)) * (bytes.get(shard) ?? 0);
    shares.set(shard, share);
    done += rows;
    if (shards.length > 1 && total > 0)
      onProgress({ task, done, unit: 'rows', share: Math.min(1, Math.max(0, read / total)) });
    else onProgress({ task, item, done, unit: 'rows', ...(share > 0 && { share }) });
  };
}

/** Puts files that must be read whole in the place of their parts. */
async function mended(
  shards: readonly PlannedShard[],
  read: readonly ShardRead[],
  again: (shards: readonly PlannedShard[]) => Promise<readonly ShardRead[]>,
): Promise<readonly ShardRead[]> {
  const fileOf = ({ places }: PlannedShard): number => places[0]?.files[0]?.index ?? -1;
  const broken = new Set(shards.filter((_, at) => read[at]?.broken).map(fileOf));
  if (broken.size === 0) return read;
  const wholes = [...broken].map((index, at) =>
    wholeFile(shards.find((shard) => fileOf(shard) === index) as PlannedShard, shards.length + at),
  );
  const reread = await again(wholes);
  const placed = new Set<number>();
  return shards.flatMap((shard, at): readonly ShardRead[] => {
    const index = fileOf(shard);
    const isPart = shard.places[0]?.files[0]?.part !== undefined;
    if (!broken.has(index) || !isPart) return read[at] ? [read[at]] : [];
    if (placed.has(index)) return [];
    placed.add(index);
    return reread.filter((_, whole) => wholes[whole] && fileOf(wholes[whole]) === index);
  });
}

/** Rows in are rows out, of every shard, whoever read it. */
function checkRows({ shard, files, rows }: ShardRead): void {
  const sum = (field: 'read' | 'rejected'): number => files.reduce((total, file) => total + file[field], 0);
  if (sum('read') !== rows.messages + rows.rejects || sum('rejected') !== rows.rejects)
    throw new DeversoirError(
      'internal',
      `rows of shard ${shard} were lost: ${sum('read')} read, ${rows.messages} messages and ${rows.rejects} rejects written`,
    );
}

/** A doubt about a file in which a simple count finds more records than came of it. */
function missingRows(index: number, parts: readonly FileRead[], register: FileRegister): FileDoubt[] {
  const items = parts.reduce((total, part) => total + part.items, 0);
  const hint = countDoubt(register.files[index]?.found ?? null, items);
  const [first] = parts;
  if (hint === undefined || first === undefined) return [];
  const format = first.format ?? '';
  return [{ fileIndex: index, format, row: null, column: null, value: null, reason: 'other', hint }];
}

/** What is known of a file from what was read of its parts, in their order. */
function factsOf(
  parts: readonly FileRead[],
): Pick<FileRead, 'format' | 'read' | 'rejected' | 'notes'> & { readonly site: string | null } {
  const [first] = parts;
  const sum = (field: 'read' | 'rejected' | 'doubts'): number =>
    parts.reduce((total, part) => total + part[field], 0);
  const [read, rejected, doubts] = [sum('read'), sum('rejected'), sum('doubts')];
  const notes = parts.flatMap((part) => part.notes);
  const [site = null, ...sites] = new Set(parts.flatMap((part) => part.sites));
  return {
    format: first?.format ?? null,
    read,
    rejected,
    notes: parts.length === 1 ? notes : closingNotes(notes, { read, doubts }),
    site: sites.length === 0 ? site : null,
  };
}
