import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stitchCorpus } from './cases/case-tables.js';
import { openCorpus, readManifest, type Corpus } from './corpus.js';
import { openDatabase } from './engine/database.js';
import { FileRegister } from './engine/file-register.js';
import { abandonBuilding, startBuilding, swapIn } from './engine/folder-swap.js';
import { restoreShard, type ReadRows } from './engine/incoming.js';
import { mergeShards, type MergedFacts } from './engine/merge-shards.js';
import type { LinearHead } from './enrich/head.js';
import { headFact, ownHeads } from './enrich/own-heads.js';
import type { ReadOptions } from './ingest/source.js';
import type { CorpusConfig } from './model/config.js';
import type { Manifest } from './model/index.js';
import { createPseudonymiser } from './normalise/pseudonym.js';
import { planShards } from './plan-shards.js';
import type { ShardOptions } from './read-shard.js';
import { onThreads, readAll, type ReadAll, type ShardSchedule } from './schedule-shards.js';
import { wholeTaxonomies } from './topics/topic-taxonomy.js';
import { DeversoirError } from './util/errors.js';
import type { OnProgress } from './util/progress.js';
import { VERSION } from './util/version.js';

export interface BuildOptions extends ReadOptions {
  /** Secret of the pseudonyms, kept to add to the corpus later. Required, but for a demonstration. */
  readonly key?: string;
  /** The exports are made up: without `key` the public demo key makes the pseudonyms, that anyone can recompute. */
  readonly demo?: boolean;
  readonly config?: CorpusConfig;
  /** Threads that understand texts; 0: on this one. Default: one a core, at most 4. */
  readonly workers?: number;
  /** Folder of an ONNX sentiment classifier to use in place of the shipped sentiment heads. */
  readonly sentimentModel?: string;
  /** Heads of your own, files or at hand, in place of the shipped ones of their names; besides those of the configuration. */
  readonly heads?: readonly (string | LinearHead)[];
  /** Memory of DuckDB before it spills to disk; default 350. */
  readonly memoryLimitMb?: number;
  /** Who reads the shards of exports; default: worker threads of this process. */
  readonly schedule?: ShardSchedule;
  readonly onWarning?: (warning: string) => void;
  readonly onProgress?: OnProgress;
  /** Bytes of exports that are read at once, about: larger files are cut where their format allows it. Default 8 MB. */
  readonly shardBytes?: number;
}

const MEMORY_LIMIT_MB = 350;

/** Key of the demo: public, so its pseudonyms protect nobody. */
export const DEMO_KEY = 'deversoir-demo-key';

const fingerprint = (key: string): string => createPseudonymiser(key)('key', 'fingerprint').slice(0, 8);

/** The key given, or that of the demo where the exports are said to be made up. */
function keyOf({ key = '', demo = false, onWarning }: BuildOptions): string {
  if (key.trim() !== '') return key;
  if (!demo)
    throw new DeversoirError('option-invalid', 'no key for the pseudonyms of authors', {
      hint: 'give a secret of yours, and keep it: { key: … } in code, DEVERSOIR_KEY or --key on the command line; for made-up exports { demo: true } or --demo',
    });
  onWarning?.(
    'the public demo key makes the pseudonyms, anyone can recompute them: for made-up exports only',
  );
  return DEMO_KEY;
}

/** Options whose heads and taxonomies are read: nothing depends on where they lie. */
type Settled = BuildOptions & { readonly heads: readonly LinearHead[] };
function settled(options: BuildOptions): Settled {
  const { heads = [], ...config } = options.config ?? {};
  return {
    ...options,
    ...(options.config && { config: wholeTaxonomies(config) }),
    heads: ownHeads([...heads, ...(options.heads ?? [])]),
  };
}

/** Options that change what a corpus holds; written to the manifest. */
function manifestOptions(options: Settled, key: string): Readonly<Record<string, unknown>> {
  const { zone, dateOrder, map, headerRow, as, config, heads, sentimentModel } = options;
  return Object.fromEntries(
    Object.entries({
      keyFingerprint: fingerprint(key),
      zone,
      dateOrder,
      map,
      headerRow,
      as,
      config,
      heads: heads.length === 0 ? undefined : heads.map(headFact),
      sentimentModel: sentimentModel && basename(sentimentModel),
    }).filter(([, value]) => value !== undefined),
  );
}

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
  given: BuildOptions = {},
): Promise<Corpus> {
  const key = keyOf(given);
  const existing = readManifest(folder);
  const known = existing?.options['keyFingerprint'];
  if (known !== undefined && known !== fingerprint(key)) {
    throw new DeversoirError('option-invalid', `the corpus ${folder} was made with another key`, {
      hint: 'give the same DEVERSOIR_KEY, or build a new corpus',
    });
  }
  const options = settled(given);
  const reopen = (): Promise<Corpus> =>
    openCorpus(folder, options.config?.taxonomies ? { taxonomies: options.config.taxonomies } : {});
  const building = startBuilding(folder);
  const scratch = join(building, 'shards');
  try {
    mkdirSync(scratch);
    const register = new FileRegister(existing);
    const plan = await planShards(typeof paths === 'string' ? [paths] : paths, register, {
      read: readOptionsOf(options),
      readWith: readWithOf(options),
      shardBytes: options.shardBytes,
      onWarning: options.onWarning,
    });
    if (existing !== undefined && plan.added === 0) {
      abandonBuilding(folder);
      return await reopen();
    }
    const read = await readAll(
      plan,
      register,
      shardOptionsOf(options, key, scratch),
      scheduleOf(options),
      options.onProgress,
    );
    const facts = await merge(building, scratch, folder, existing, register, read, options);
    rmSync(scratch, { recursive: true, force: true });
    writeManifest(building, facts, manifestOptions(options, key));
    await stitchCorpus(building, { onProgress: options.onProgress });
    swapIn(folder);
  } catch (error) {
    abandonBuilding(folder);
    throw error;
  }
  return reopen();
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

const shardOptionsOf = (options: Settled, key: string, folder: string): ShardOptions => ({
  folder,
  key,
  config: options.config ?? {},
  read: readOptionsOf(options),
  heads: options.heads,
  sentimentModel: options.sentimentModel,
});

/** The options that reading takes, those of the configuration included. */
function readOptionsOf(options: BuildOptions): ReadOptions {
  const { zone = options.config?.zone, dateOrder = options.config?.dateOrder, map, headerRow, as } = options;
  return {
    ...(zone && { zone }),
    ...(dateOrder && { dateOrder }),
    ...(map && { map }),
    ...(headerRow !== undefined && { headerRow }),
    ...(as && { as }),
  };
}

/** Hash of all options that change the rows of a file. */
function readWithOf(options: Settled): string {
  const { notes: _notes, taxonomies: _taxonomies, ...config } = options.config ?? {};
  const heads = options.heads.length === 0 ? undefined : options.heads.map(headFact);
  const all = { ...config, ...readOptionsOf(options), sentimentModel: options.sentimentModel, heads };
  return createHash('sha256').update(canonical(all)).digest('hex').slice(0, 16);
}

/** JSON with the keys of objects in their order in the alphabet. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
