import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stitchCorpus } from './cases/case-tables.js';
import type { CorpusConfig } from './model/config.js';
import { openCorpus, readManifest, type Corpus } from './corpus.js';
import { openDatabase, sqlText, type Database } from './engine/database.js';
import {
  countByFile,
  createIncoming,
  duplicateQuery,
  findDuplicates,
  inferBrandAccounts,
  keptQuery,
  openIncomingWriter,
  readColumns,
  restoreIncoming,
} from './engine/deduplicate.js';
import { abandonBuilding, startBuilding, swapIn } from './engine/folder-swap.js';
import { writeParquet } from './engine/parquet.js';
import { judgeSpeech } from './engine/speech.js';
import { createStagingSql, openStagingWriter, packSql, stagedQuery } from './engine/staging.js';
import { enrichOptions, openEnrichment } from './enrich/enrichment-pool.js';
import { readExports, type ReadEvent } from './ingest/reader.js';
import type { ReadOptions } from './ingest/source.js';
import {
  doubtColumns,
  rejectColumns,
  type Columns,
  type Manifest,
  type ManifestFile,
} from './model/index.js';
import { maskText } from './normalise/mask.js';
import { createNormaliser } from './normalise/normalise.js';
import { createPseudonymiser } from './normalise/pseudonym.js';
import { DeversoirError } from './util/errors.js';
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
  /** Memory of DuckDB before it spills to disk; default 350. */
  readonly memoryLimitMb?: number;
  readonly onWarning?: (warning: string) => void;
  readonly onProgress?: (file: string, rows: number) => void;
}

const MEMORY_LIMIT_MB = 350;

/** Key of the demo: public, so its pseudonyms protect nobody. */
export const DEMO_KEY = 'deversoir-demo-key';

interface FileState {
  readonly path: string;
  readonly sha256: string;
  format: string | null;
  read: number;
  rejected: number;
  notes: readonly string[];
}

/** What a build carries along. */
interface Build {
  readonly folder: string;
  readonly building: string;
  readonly database: Database;
  readonly files: FileState[];
  readonly options: BuildOptions;
  readonly key: string;
}

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

/** Options that change what a corpus holds; written to the manifest. */
function manifestOptions(options: BuildOptions, key: string): Readonly<Record<string, unknown>> {
  const { zone, dateOrder, map, headerRow, as, config, sentimentModel } = options;
  return Object.fromEntries(
    Object.entries({
      keyFingerprint: fingerprint(key),
      zone,
      dateOrder,
      map,
      headerRow,
      as,
      config,
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
  options: BuildOptions = {},
): Promise<Corpus> {
  const key = keyOf(options);
  const existing = readManifest(folder);
  const known = existing?.options['keyFingerprint'];
  if (known !== undefined && known !== fingerprint(key)) {
    throw new DeversoirError('option-invalid', `the corpus ${folder} was made with another key`, {
      hint: 'give the same DEVERSOIR_KEY, or build a new corpus',
    });
  }
  const building = startBuilding(folder);
  const database = await openDatabase({
    path: join(building, 'staging.duckdb'),
    spillFolder: join(building, 'spill'),
    memoryLimitMb: options.memoryLimitMb ?? MEMORY_LIMIT_MB,
  });
  const build: Build = { folder, building, database, files: [], options, key };
  try {
    await createTables(build, existing);
    const added = await readAll(build, typeof paths === 'string' ? [paths] : paths, existing);
    if (existing !== undefined && added === 0) {
      database.close();
      abandonBuilding(folder);
      return await openCorpus(folder);
    }
    await writeAll(build);
    database.close();
    for (const scratch of ['staging.duckdb', 'staging.duckdb.wal', 'spill'])
      rmSync(join(building, scratch), { recursive: true, force: true });
    await stitchCorpus(building);
    swapIn(folder);
  } catch (error) {
    database.close();
    abandonBuilding(folder);
    throw error;
  }
  return openCorpus(folder);
}

async function createTables(
  { database, folder, files }: Build,
  existing: Manifest | undefined,
): Promise<void> {
  await createIncoming(database);
  await database.run(createStagingSql('rejects', rejectColumns));
  await database.run(createStagingSql('doubts', doubtColumns));
  if (existing === undefined) return;
  files.push(
    ...existing.files.map(({ path, sha256, format, read, rejected, notes }) => ({
      path,
      sha256,
      format,
      read,
      rejected,
      notes,
    })),
  );
  await database.run('CREATE TABLE files (path VARCHAR, fileIndex DOUBLE)');
  for (const [index, file] of files.entries())
    await database.run(`INSERT INTO files VALUES (${sqlText(file.path)}, ${index})`);
  const source = (part: string): string => `read_parquet(${sqlText(join(folder, part, '*.parquet'))})`;
  const names = Object.keys(readColumns)
    .map((name) => `"${name}"`)
    .join(', ');
  await restoreIncoming(
    database,
    `
    SELECT m.*, f.fileIndex FROM (SELECT ${names} FROM ${source('messages')} UNION ALL SELECT ${names} FROM ${source('duplicates')}) m
    JOIN files f ON m.file = f.path`,
  );
  for (const [table, description] of [
    ['rejects', rejectColumns],
    ['doubts', doubtColumns],
  ] as const) {
    await database.run(`INSERT INTO ${table} SELECT ${packSql(description)} FROM ${source(table)}`);
  }
}

/** Reads every file that is not in the corpus yet; gives how many. */
async function readAll(
  build: Build,
  paths: readonly string[],
  existing: Manifest | undefined,
): Promise<number> {
  const { database, options, files, key } = build;
  const seen = new Set(existing?.files.filter(({ format }) => format !== null).map(({ sha256 }) => sha256));
  const normalise = createNormaliser({
    key,
    brandAccounts: [
      ...(options.config?.brandAccounts ?? []),
      ...(options.config?.brand === undefined ? [] : [options.config.brand]),
    ],
  });
  const mask = createPseudonymiser(key);
  const masked = <T extends { readonly value: string | null }>(row: T): T =>
    row.value === null ? row : { ...row, value: maskText(row.value, mask).text };
  const pool = await openEnrichment(
    enrichOptions(options.config ?? {}),
    options.workers,
    options.sentimentModel,
  );
  const messages = await openIncomingWriter(database);
  const rejects = await openStagingWriter(database, 'rejects', rejectColumns);
  const doubts = await openStagingWriter(database, 'doubts', doubtColumns);
  let seq = Number((await database.columns('SELECT count(*) AS n FROM incoming'))['n']?.[0] ?? 0);
  let added = 0,
    rows = 0,
    current = -1;
  let writing: Promise<void> = Promise.resolve();
  let failure: unknown;

  const take = async (event: Extract<ReadEvent, { type: 'batch' }>, fileIndex: number): Promise<void> => {
    const file = files[fileIndex]?.path ?? event.path;
    rejects.append(
      toColumns(
        rejectColumns,
        event.rejects.map((row) => masked({ ...row, file })),
      ),
    );
    doubts.append(
      toColumns(
        doubtColumns,
        event.doubts.map((row) => masked({ ...row, file })),
      ),
    );
    if (event.records.length === 0) return;
    const { columns, repeatsAreDuplicates } = normalise(event.records, { file, format: event.format });
    const from = seq;
    seq += columns.messageId.length;
    await pool.ready();
    const enriched = pool.enrich(columns);
    writing = Promise.all([writing, enriched]).then(([, enrichment]) => {
      messages.append({
        ...columns,
        ...enrichment,
        seq: columns.messageId.map((_, at) => from + at),
        fileIndex: columns.messageId.map(() => fileIndex),
        repeats: [...repeatsAreDuplicates],
      });
    });
    writing.catch((error: unknown) => {
      failure ??= error;
    });
    if (failure !== undefined) throw failure;
  };

  try {
    const {
      zone = options.config?.zone,
      dateOrder = options.config?.dateOrder,
      map,
      headerRow,
      as,
    } = options;
    const readOptions = {
      skip: (sha256: string) => seen.has(sha256),
      ...(zone && { zone }),
      ...(dateOrder && { dateOrder }),
      ...(map && { map }),
      ...(headerRow !== undefined && { headerRow }),
      ...(as && { as }),
    };
    for await (const event of readExports(paths, readOptions)) {
      if (event.type === 'fileStart') {
        added++;
        current = enterFile(files, event);
      } else if (event.type === 'batch') {
        await take(event, current);
        rows += event.records.length + event.rejects.length;
        options.onProgress?.(event.path, rows);
      } else {
        const file = files[current];
        if (file !== undefined)
          Object.assign(file, {
            format: event.format,
            read: event.read,
            rejected: event.rejected,
            notes: event.notes,
          });
      }
    }
    await writing;
  } finally {
    await pool.close();
    messages.close();
    rejects.close();
    doubts.close();
  }
  return added;
}

/**
 * Enters a file in the list and gives its index. A file that nobody recognised before takes its old place. Where another file of
 * that path was read before, the name ends with the beginning of the hash.
 */
function enterFile(
  files: FileState[],
  { path, sha256, format }: Extract<ReadEvent, { type: 'fileStart' }>,
): number {
  const before = files.findIndex((file) => file.sha256 === sha256 && file.format === null);
  const name = files.some((file, index) => file.path === path && index !== before)
    ? `${path}#${sha256.slice(0, 8)}`
    : path;
  const file: FileState = { path: name, sha256, format, read: 0, rejected: 0, notes: [] };
  if (before < 0) return files.push(file) - 1;
  files[before] = file;
  return before;
}

/** Rows as columns. */
function toColumns<T extends Columns>(columns: T, rows: readonly Readonly<Record<string, unknown>>[]): never {
  return Object.fromEntries(
    Object.keys(columns).map((name) => [name, rows.map((row) => row[name] ?? null)]),
  ) as never;
}

/** Writes Parquet and the manifest of the new state, and checks that nothing was lost. */
async function writeAll({ database, building, files, options, key }: Build): Promise<void> {
  await findDuplicates(database);
  const brandAccounts = await inferBrandAccounts(database);
  await judgeSpeech(database);
  await writeParquet(database, keptQuery(), join(building, 'messages'));
  await writeParquet(database, duplicateQuery(), join(building, 'duplicates'));
  await writeParquet(database, stagedQuery('rejects', rejectColumns), join(building, 'rejects'));
  await writeParquet(database, stagedQuery('doubts', doubtColumns), join(building, 'doubts'));
  const counts = await countByFile(database);
  const manifestFiles = files.map(({ path, sha256, format, read, rejected, notes }, index): ManifestFile => {
    const { kept, duplicates } = counts.get(index) ?? { kept: 0, duplicates: 0 };
    if (read !== kept + duplicates + rejected) {
      throw new DeversoirError(
        'internal',
        `rows were lost: ${read} read, ${kept} kept, ${duplicates} duplicates, ${rejected} rejected`,
        { place: { file: path } },
      );
    }
    return { path, sha256, format, read, kept, duplicates, rejected, notes };
  });
  const total = (field: 'read' | 'kept' | 'duplicates' | 'rejected'): number =>
    manifestFiles.reduce((sum, file) => sum + file[field], 0);
  const kept = `read_parquet(${sqlText(join(building, 'messages', '*.parquet'))})`;
  const facts = await database.columns(`
    SELECT (SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ${kept} WHERE textKey IS NOT NULL GROUP BY textKey)) AS near,
      strftime(min(sentAt), '%Y-%m-%dT%H:%M:%SZ') AS firstAt, strftime(max(sentAt), '%Y-%m-%dT%H:%M:%SZ') AS lastAt FROM ${kept}`);
  const manifest: Manifest = {
    deversoir: VERSION,
    files: manifestFiles,
    totals: {
      read: total('read'),
      kept: total('kept'),
      duplicates: total('duplicates'),
      rejected: total('rejected'),
    },
    nearDuplicates: Number(facts['near']?.[0] ?? 0),
    firstAt: (facts['firstAt']?.[0] ?? null) as string | null,
    lastAt: (facts['lastAt']?.[0] ?? null) as string | null,
    inferredBrandAccounts: brandAccounts,
    options: manifestOptions(options, key),
  };
  writeFileSync(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
