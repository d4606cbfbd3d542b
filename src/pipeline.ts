import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stitchCorpus } from './cases/case-tables.js';
import {
  manifestOptions,
  tellsOptions,
  privacyOf,
  readOptionsOf,
  readWithOf,
  settled,
  shardOptionsOf,
  type BuildOptions,
  type Privacy,
  type Settled,
} from './shards/build-settings.js';
import { openCorpus, type Corpus } from './corpus.js';
import { readManifest, writeManifest, checkParts } from './engine/corpus-folder.js';
import { openDatabase, type Database } from './engine/database.js';
import { FileRegister } from './engine/file-register.js';
import { startBuilding } from './engine/folder-swap.js';
import { restoreShard, type ReadRows } from './engine/incoming.js';
import { mergeShards, type MergedFacts } from './engine/merge-shards.js';
import type { Manifest } from './model/index.js';
import { keyFingerprint } from './normalise/pseudonym-key.js';
import { checkThere } from './ingest/walk.js';
import { planShards } from './shards/plan-shards.js';
import { onThreads, readAll, type ReadAll, type ShardSchedule } from './shards/schedule-shards.js';
import { checkPath } from './util/checked-options.js';
import { DeversoirError } from './util/errors.js';
import { VERSION } from './util/version.js';

export type { BuildOptions } from './shards/build-settings.js';
export { DEMO_KEY } from './normalise/pseudonym-key.js';

const MEMORY_LIMIT_MB = 350;
/** So few rows are merged by one thread, and left in memory while their cases are joined: starting more takes longer. */
const SMALL_ROWS = 10_000;

/**
 * Reads exports into a corpus folder: read → normalise → enrich → duplicates → cases. Adds to the corpus that is there; a file
 * read before (same content) is skipped, and when nothing is new the folder is left untouched. Written beside and swapped in
 * at the end: a crash leaves the last good state. A second run on the same folder waits for the first. Memory does not grow with rows, but for corpora with private messages or
 * articles: there joining into cases holds those and all complaints at once.
 *
 * Throws `input-not-found` for a path that does not exist, `option-invalid` without a path or a key, for an option that is unknown or for options that contradict the corpus, `corpus-busy`
 * when another run keeps the folder, `signal.reason` once the signal of its options is aborted. A file
 * that can't be read is reported in the manifest, never fatal to the rest.
 */
export async function buildCorpus(
  paths: string | readonly string[],
  folder: string,
  unsettled: BuildOptions = {},
): Promise<Corpus> {
  const options = settled(unsettled);
  const given = Array.isArray(paths) ? (paths as readonly string[]) : [paths as string];
  if (given.length === 0)
    throw new DeversoirError('option-invalid', 'no path given', { hint: 'give files, folders or archives' });
  for (const path of given) checkPath('exports', path);
  checkPath('corpus folder', folder);
  checkFolder(given, folder);
  for (const path of given) checkThere(path);
  const privacy = privacyOf(options);
  const building = await startBuilding(folder, options);
  try {
    if (await buildIn(building.path, given, folder, privacy, options)) building.swapIn();
    else building.abandon();
  } catch (error) {
    building.abandon();
    throw error;
  }
  const { taxonomies } = options.config ?? {};
  return openCorpus(folder, taxonomies ? { taxonomies } : {});
}

/** Exports are read, a corpus is written: one folder can't be both. DuckDB takes what follows a `?` for options. */
function checkFolder(paths: readonly string[], folder: string): void {
  if (resolve(folder).includes('?'))
    throw new DeversoirError('option-invalid', `a corpus can't be in a folder with "?" in its path`, {
      hint: 'give another folder',
    });
  if (paths.some((path) => resolve(path) === resolve(folder)))
    throw new DeversoirError('option-invalid', `${folder} is the folder of exports and of the corpus`, {
      hint: 'give another folder for the corpus; it may be inside that of the exports',
    });
}

/** Builds the new state of a corpus; `false` where nothing is new. */
async function buildIn(
  building: string,
  paths: readonly string[],
  folder: string,
  privacy: Privacy,
  options: Settled,
): Promise<boolean> {
  const existing = readManifest(folder);
  const known = existing?.options['keyFingerprint'];
  if (known !== undefined && known !== keyFingerprint(privacy.key))
    throw new DeversoirError('option-invalid', `the corpus ${folder} was made with another key`, {
      hint: 'give the same secret (--key-file, DEVERSOIR_KEY), or build a new corpus',
    });
  const scratch = join(building, 'shards');
  mkdirSync(scratch, { mode: 0o700 });
  const register = new FileRegister(existing);
  const plan = await planShards(paths, register, {
    read: readOptionsOf(options),
    readWith: readWithOf(options),
    nameOf: privacy.nameOf,
    leaveOut: [folder, ...(options.leaveOut ?? [])],
    shardBytes: options.shardBytes,
    onWarning: options.onWarning,
    onProgress: options.onProgress,
  });
  const told = manifestOptions(options, privacy.key);
  if (existing !== undefined && plan.added === 0 && tellsOptions(existing.options, told)) return false;
  const read = await readAll(
    plan,
    register,
    shardOptionsOf(options, privacy, scratch),
    scheduleOf(options),
    options.onProgress,
  );
  const { onProgress, memoryLimitMb = MEMORY_LIMIT_MB, rowGroupRows = SMALL_ROWS } = options;
  const rows = register.files.reduce((sum, file) => sum + file.read, 0);
  const isSmall = rows <= Math.min(SMALL_ROWS, rowGroupRows);
  const database = await openDatabase({
    spillFolder: join(scratch, 'spill'),
    memoryLimitMb,
    threads: isSmall ? 1 : 2,
  });
  try {
    const facts = await merge(database, building, scratch, folder, existing, register, read, options);
    writeManifest(building, { deversoir: VERSION, ...facts, options: told });
    if (isSmall) await stitchCorpus(building, { onProgress, database });
  } finally {
    database.close();
  }
  rmSync(scratch, { recursive: true, force: true });
  if (!isSmall) await stitchCorpus(building, { onProgress });
  return true;
}

const scheduleOf = ({ schedule, workers, sentimentModel }: BuildOptions): ShardSchedule =>
  schedule ?? onThreads(sentimentModel === undefined ? workers : 0);

async function merge(
  database: Database,
  building: string,
  scratch: string,
  folder: string,
  existing: Manifest | undefined,
  register: FileRegister,
  { shards, doubts }: ReadAll,
  { onProgress, rowGroupRows }: BuildOptions,
): Promise<MergedFacts> {
  const all: ReadRows[] = [...shards];
  if (existing !== undefined) {
    await checkParts(database, folder);
    const next = Math.max(-1, ...shards.map(({ shard }) => shard)) + 1;
    all.push(await restoreShard(database, folder, existing, next, scratch));
  }
  return mergeShards(database, all, register, doubts, building, scratch, { onProgress, rowGroupRows });
}
