import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stitchCorpus } from './cases/case-tables.js';
import {
  manifestOptions,
  privacyOf,
  readOptionsOf,
  readWithOf,
  type BuildOptions,
  type Privacy,
} from './build-settings.js';
import { CORPUS_LAYOUT, openCorpus, readManifest, type Corpus } from './corpus.js';
import { openDatabase } from './engine/database.js';
import { FileRegister } from './engine/file-register.js';
import { abandonBuilding, startBuilding, swapIn } from './engine/folder-swap.js';
import { restoreShard, type ReadRows } from './engine/incoming.js';
import { mergeShards, type MergedFacts } from './engine/merge-shards.js';
import type { Manifest } from './model/index.js';
import { keyFingerprint } from './normalise/pseudonym-key.js';
import { planShards } from './plan-shards.js';
import type { ShardOptions } from './read-shard.js';
import { onThreads, readAll, type ReadAll, type ShardSchedule } from './schedule-shards.js';
import { DeversoirError } from './util/errors.js';
import { VERSION } from './util/version.js';

export type { BuildOptions } from './build-settings.js';
export { DEMO_KEY } from './normalise/pseudonym-key.js';

const MEMORY_LIMIT_MB = 350;

/**
 * Reads exports into a corpus folder: read → normalise → enrich → duplicates → cases. Adds to the corpus that is there; a file
 * read before (same content) is skipped, and when nothing is new the folder is left untouched. Written beside and swapped in
 * at the end: a crash leaves the last good state. Memory does not grow with rows, but for corpora with private messages or
 * articles: there joining into cases holds those and all complaints at once.
 *
 * Throws `input-not-found` for a path that does not exist, `option-invalid` without a key or for options that contradict the corpus. A file
 * that can't be read is reported in the manifest, never fatal to the rest.
 */
export async function buildCorpus(
  paths: string | readonly string[],
  folder: string,
  options: BuildOptions = {},
): Promise<Corpus> {
  const privacy = privacyOf(options);
  const existing = readManifest(folder);
  const known = existing?.options['keyFingerprint'];
  if (known !== undefined && known !== keyFingerprint(privacy.key)) {
    throw new DeversoirError('option-invalid', `the corpus ${folder} was made with another key`, {
      hint: 'give the same secret (--key-file, DEVERSOIR_KEY), or build a new corpus',
    });
  }
  const building = startBuilding(folder);
  const scratch = join(building, 'shards');
  try {
    mkdirSync(scratch);
    const register = new FileRegister(existing);
    const plan = await planShards(typeof paths === 'string' ? [paths] : paths, register, {
      read: readOptionsOf(options),
      readWith: readWithOf(options),
      nameOf: privacy.nameOf,
      shardBytes: options.shardBytes,
      onWarning: options.onWarning,
    });
    if (existing !== undefined && plan.added === 0) {
      abandonBuilding(folder);
      return await openCorpus(folder);
    }
    const read = await readAll(
      plan,
      register,
      shardOptionsOf(options, privacy, scratch),
      scheduleOf(options),
      options.onProgress,
    );
    const facts = await merge(building, scratch, folder, existing, register, read, options);
    rmSync(scratch, { recursive: true, force: true });
    writeManifest(building, facts, manifestOptions(options, privacy.key));
    await stitchCorpus(building, { onProgress: options.onProgress });
    swapIn(folder);
  } catch (error) {
    abandonBuilding(folder);
    throw error;
  }
  return openCorpus(folder);
}

const scheduleOf = ({ schedule, workers, sentimentModel }: BuildOptions): ShardSchedule =>
  schedule ?? onThreads(sentimentModel === undefined ? workers : 0);

async function merge(
  building: string,
  scratch: string,
  folder: string,
  existing: Manifest | undefined,
  register: FileRegister,
  { shards, doubts }: ReadAll,
  { memoryLimitMb = MEMORY_LIMIT_MB, onProgress }: BuildOptions,
): Promise<MergedFacts> {
  const database = await openDatabase({
    path: join(scratch, 'merging.duckdb'),
    spillFolder: join(scratch, 'spill'),
    memoryLimitMb,
  });
  try {
    const all: ReadRows[] = [...shards];
    if (existing !== undefined)
      all.push(
        await restoreShard(
          database,
          folder,
          existing,
          Math.max(-1, ...shards.map(({ shard }) => shard)) + 1,
          scratch,
        ),
      );
    return await mergeShards(database, all, register, doubts, building, scratch, onProgress);
  } finally {
    database.close();
  }
}

function writeManifest(building: string, facts: MergedFacts, options: Manifest['options']): void {
  const { files, totals, nearDuplicates, firstAt, lastAt, inferredBrandAccounts } = facts;
  const manifest: Manifest = {
    deversoir: VERSION,
    layout: CORPUS_LAYOUT,
    files,
    totals,
    nearDuplicates,
    firstAt,
    lastAt,
    inferredBrandAccounts,
    options,
  };
  writeFileSync(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const shardOptionsOf = (
  options: BuildOptions,
  { key, publicNames }: Privacy,
  folder: string,
): ShardOptions => ({
  folder,
  key,
  publicNames,
  keepUrls: options.keepUrls === true,
  config: options.config ?? {},
  read: readOptionsOf(options),
  sentimentModel: options.sentimentModel,
});
