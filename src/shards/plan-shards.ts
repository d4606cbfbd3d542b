import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { FileRegister } from '../engine/file-register.js';
import type { FilePart, FileSurvey } from '../ingest/bytes/export-file.js';
import { checkOptions } from '../ingest/reader.js';
import type { ReadOptions } from '../ingest/source.js';
import { surveyFile, type SurveyedFile } from '../ingest/survey-file.js';
import { headerOptions } from '../ingest/table/column-map.js';
import { findExports, openFound, type Found } from '../ingest/walk.js';
import type { FileNamer } from '../normalise/file-name.js';
import type { OnProgress } from '../util/progress.js';

/** Bytes of exports in a shard, about; a file larger than two of them is cut where its format reads row by row. */
const SHARD_BYTES = 8_000_000;

/** A file to read, whole or in part. */
export interface PlannedFile {
  /** Its number in the register. */
  readonly index: number;
  /** Which of the files at its place of the disk it is: an archive holds many. */
  readonly ordinal: number;
  /** What it is called outside this run: private files are named after people. */
  readonly name: string;
  readonly surveyed: Omit<SurveyedFile, 'parts'>;
  readonly part?: FilePart & FileSurvey;
}

/** What one thread, process or machine reads at once; plain data. */
export interface PlannedShard {
  readonly shard: number;
  readonly places: readonly { readonly found: Found; readonly files: readonly PlannedFile[] }[];
}

export interface ShardPlan {
  readonly shards: readonly PlannedShard[];
  /** Files that were not in the corpus. */
  readonly added: number;
}

export interface PlanOptions {
  readonly read: ReadOptions;
  /** Hash of what changes the rows of a file. */
  readonly readWith: string;
  readonly nameOf: FileNamer;
  /** Folders that are not exports: the corpus itself, a report. */
  readonly leaveOut?: readonly string[] | undefined;
  readonly onWarning?: ((warning: string) => void) | undefined;
  readonly shardBytes?: number | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Stands for the content of a file that can't be opened. */
const sha256Of = (name: string): string => createHash('sha256').update(`unreadable\0${name}`).digest('hex');

interface Planned extends PlannedFile {
  readonly found: Found;
  readonly bytes: number;
}

/**
 * Plans how exports are read: passes over every file once, for its identity and for what only the whole file can tell (encoding,
 * header, order of dates, quotes that span lines), enters those that are new, and divides them into shards. A shard holds whole small files
 * or archives, or one part of a large file.
 *
 * Throws `input-not-found` for a path that gives nothing, `option-invalid` for an unknown format, zone or column.
 */
export async function planShards(
  paths: readonly string[],
  register: FileRegister,
  { read, readWith, nameOf, leaveOut, onWarning, shardBytes = SHARD_BYTES, onProgress }: PlanOptions,
): Promise<ShardPlan> {
  checkOptions(read);
  const planned: Planned[] = [];
  let added = 0,
    done = 0;
  // A file has no name outside this run before it is known whose it is.
  const tell = (share: number): void =>
    onProgress?.({ task: 'looking at', item: `file ${done + 1}`, done, unit: 'files', share });
  for (const found of findExports(paths, true, leaveOut)) {
    let at = 0;
    for await (const walked of openFound(found, headerOptions(read))) {
      const ordinal = at++;
      const { parts, ...surveyed } = await surveyFile(walked, read, shardBytes, tell);
      done++;
      const name = nameOf(surveyed);
      const sha256 = surveyed.sha256 || sha256Of(name);
      if (register.knows(sha256, readWith, name)) continue;
      added++;
      const { path } = surveyed;
      const others = [null, 'public' as const].map((stage) => nameOf({ path, format: null, stage }));
      const { index, again } = register.enter(name, sha256, readWith, surveyed.found, others);
      if (again) onWarning?.(`${name}: read again, with other options`);
      const place = { ...found, full: resolve(found.full) };
      const file = { found: place, index, ordinal, name, surveyed, bytes: surveyed.size };
      if (parts.length === 0) planned.push(file);
      else planned.push(...parts.map((part) => ({ ...file, part, bytes: part.to - part.from })));
    }
  }
  const rankOf = new Map(register.named().map(({ index }, rank) => [index, rank]));
  const ordered = planned
    .filter(({ index }) => rankOf.has(index))
    .toSorted((a, b) => (rankOf.get(a.index) ?? 0) - (rankOf.get(b.index) ?? 0));
  return { added, shards: groupsOf(ordered, shardBytes).map(shardOf) };
}

/** Runs of files of about so many bytes; a part stands alone. */
function groupsOf(files: readonly Planned[], shardBytes: number): Planned[][] {
  const groups: Planned[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const alone = file.part !== undefined;
    if (alone || bytes + file.bytes > shardBytes) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(file);
    bytes += alone ? Number.POSITIVE_INFINITY : file.bytes;
  }
  return groups;
}

/** Files of one place that follow one another are read in one walk. */
function shardOf(files: readonly Planned[], shard: number): PlannedShard {
  const places: { found: Found; files: PlannedFile[] }[] = [];
  for (const { found, index, ordinal, name, surveyed, part } of files) {
    const last = places.at(-1);
    const file = { index, ordinal, name, surveyed, ...(part && { part }) };
    if (last?.found.full === found.full && (last.files.at(-1)?.ordinal ?? -1) < ordinal)
      last.files.push(file);
    else places.push({ found, files: [file] });
  }
  return { shard, places };
}

/** The plan of a file whose parts can't be read alone after all: it is read whole, as one shard. */
export function wholeFile({ places }: PlannedShard, shard: number): PlannedShard {
  return {
    shard,
    places: places.map(({ found, files }) => ({
      found,
      files: files.map(({ index, ordinal, name, surveyed }) => ({ index, ordinal, name, surveyed })),
    })),
  };
}
