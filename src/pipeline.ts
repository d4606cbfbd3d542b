import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stitchCorpus } from './cases/case-tables.js';
import type { CorpusConfig } from './model/config.js';
import { openCorpus, readManifest, type Corpus } from './corpus.js';
import { openDatabase, sqlText, type Database } from './engine/database.js';
import { FileRegister, manifestLine, stagedName } from './engine/file-register.js';
import {
  conflictsByFile,
  countByFile,
  createIncoming,
  duplicateQuery,
  findDuplicates,
  inferBrandAccounts,
  keptQuery,
  openIncomingWriter,
  orderRows,
  readColumns,
  restoreIncoming,
} from './engine/deduplicate.js';
import { abandonBuilding, startBuilding, swapIn } from './engine/folder-swap.js';
import { writeParquet } from './engine/parquet.js';
import { judgeSpeech } from './engine/judge-speech.js';
import { createStagingSql, openStagingWriter, packSql, stagedQuery } from './engine/staging.js';
import { enrichOptions, openEnrichment } from './enrich/enrichment-pool.js';
import type { LinearHead } from './enrich/head.js';
import { headFact, ownHeads } from './enrich/own-heads.js';
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
import { loadTopicTaxonomy } from './topics/topic-taxonomy.js';
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
  readonly onWarning?: (warning: string) => void;
  readonly onProgress?: OnProgress;
}

const MEMORY_LIMIT_MB = 350;

/** Key of the demo: public, so its pseudonyms protect nobody. */
export const DEMO_KEY = 'deversoir-demo-key';

/** What a build carries along. */
interface Build {
  readonly folder: string;
  readonly building: string;
  readonly database: Database;
  readonly register: FileRegister;
  /** Rows of an earlier build that were put back. */
  restored: number;
  readonly options: BuildOptions;
  readonly config: CorpusConfig | undefined;
  readonly heads: readonly LinearHead[];
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

/** The configuration as a corpus keeps it, without paths: taxonomies whole, heads apart. */
function settledConfig(config: CorpusConfig | undefined): CorpusConfig | undefined {
  if (config === undefined) return undefined;
  const { heads: _heads, taxonomies, ...rest } = config;
  return {
    ...rest,
    ...(taxonomies && {
      taxonomies: taxonomies.map((one) =>
        typeof one === 'string' && one.endsWith('.json') ? loadTopicTaxonomy(one) : one,
      ),
    }),
  };
}

/** Options that change what a corpus holds; written to the manifest. */
function manifestOptions({ options, config, heads, key }: Build): Readonly<Record<string, unknown>> {
  const { zone, dateOrder, map, headerRow, as, sentimentModel } = options;
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
  const config = settledConfig(options.config);
  const reopen = (): Promise<Corpus> =>
    openCorpus(folder, config?.taxonomies ? { taxonomies: config.taxonomies } : {});
  const heads = ownHeads([...(options.config?.heads ?? []), ...(options.heads ?? [])]);
  const building = startBuilding(folder);
  const database = await openDatabase({
    path: join(building, 'staging.duckdb'),
    spillFolder: join(building, 'spill'),
    memoryLimitMb: options.memoryLimitMb ?? MEMORY_LIMIT_MB,
  });
  const build: Build = {
    folder,
    building,
    database,
    register: new FileRegister(existing),
    restored: 0,
    options,
    config,
    heads,
    key,
  };
  try {
    await createTables(build, existing);
    const added = await readAll(build, typeof paths === 'string' ? [paths] : paths);
    if (existing !== undefined && added === 0) {
      database.close();
      abandonBuilding(folder);
      return await reopen();
    }
    await writeAll(build);
    database.close();
    for (const scratch of ['staging.duckdb', 'staging.duckdb.wal', 'spill'])
      rmSync(join(building, scratch), { recursive: true, force: true });
    await stitchCorpus(building, { onProgress: options.onProgress });
    swapIn(folder);
  } catch (error) {
    database.close();
    abandonBuilding(folder);
    throw error;
  }
  return reopen();
}

async function createTables(build: Build, existing: Manifest | undefined): Promise<void> {
  const { database, folder } = build;
  await createIncoming(database);
  await database.run(createStagingSql('rejects', rejectColumns));
  await database.run(createStagingSql('doubts', doubtColumns));
  if (existing === undefined) return;
  await database.run('CREATE TABLE files (path VARCHAR, fileIndex DOUBLE, staged VARCHAR)');
  for (const [index, { path }] of existing.files.entries())
    await database.run(
      `INSERT INTO files VALUES (${sqlText(path)}, ${index}, ${sqlText(stagedName(index))})`,
    );
  await database.run('CREATE TABLE inferred (platform VARCHAR, authorKey VARCHAR)');
  for (const { platform, authorKey } of existing.inferredBrandAccounts)
    await database.run(`INSERT INTO inferred VALUES (${sqlText(platform)}, ${sqlText(authorKey)})`);
  const source = (part: string): string => `read_parquet(${sqlText(join(folder, part, '*.parquet'))})`;
  const names = Object.keys(readColumns)
    .map((name) => `"${name}"`)
    .join(', ');
  // What was inferred over the whole corpus is inferred anew.
  await restoreIncoming(
    database,
    `
    SELECT m.* REPLACE (
      CASE WHEN i.authorKey IS NOT NULL AND m.direction = 'outbound' THEN 'inbound' ELSE m.direction END AS direction,
      m.authorIsBrand AND i.authorKey IS NULL AS authorIsBrand), f.fileIndex
    FROM (SELECT ${names} FROM ${source('messages')} UNION ALL SELECT ${names} FROM ${source('duplicates')}) m
    JOIN files f ON m.file = f.path LEFT JOIN inferred i ON i.platform = m.platform AND i.authorKey = m.authorKey`,
  );
  build.restored = Number((await database.columns('SELECT count(*) AS n FROM incoming'))['n']?.[0] ?? 0);
  for (const [table, description] of [
    ['rejects', rejectColumns],
    ['doubts', doubtColumns],
  ] as const)
    // Doubts that the whole corpus settles are looked for again.
    await database.run(`
      INSERT INTO ${table} SELECT ${packSql(description)} FROM (
        SELECT r.* REPLACE (f.staged AS file) FROM ${source(table)} r JOIN files f ON r.file = f.path
        WHERE r.reason NOT IN ('conflicting-id', 'orphan-reply'))`);
}

/** Reads every file that is not in the corpus yet; gives how many. */
async function readAll(build: Build, paths: readonly string[]): Promise<number> {
  const { database, options, register, key } = build;
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
    { ...enrichOptions(options.config ?? {}), heads: build.heads },
    options.workers,
    options.sentimentModel,
  );
  const messages = await openIncomingWriter(database);
  const rejects = await openStagingWriter(database, 'rejects', rejectColumns);
  const doubts = await openStagingWriter(database, 'doubts', doubtColumns);
  let seq = build.restored;
  let added = 0,
    rows = 0,
    current = -1;
  let writing: Promise<void> = Promise.resolve();
  let failure: unknown;

  const take = async (event: Extract<ReadEvent, { type: 'batch' }>, fileIndex: number): Promise<void> => {
    const file = stagedName(fileIndex);
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
    const readOptions = readOptionsOf(options);
    const readWith = readWithOf(build);
    const skip = (sha256: string, path: string): boolean => register.knows(sha256, readWith, path);
    for await (const event of readExports(paths, { ...readOptions, skip, samePaths: true })) {
      if (event.type === 'fileStart') {
        added++;
        const entered = register.enter(event.path, event.sha256, readWith);
        current = entered.index;
        if (entered.again) options.onWarning?.(`${event.path}: read again, with other options`);
      } else if (event.type === 'batch') {
        await take(event, current);
        rows += event.records.length + event.rejects.length;
        options.onProgress?.({
          task: 'reading and understanding',
          item: event.path,
          done: rows,
          unit: 'rows',
          ...(event.share !== undefined && { share: event.share }),
        });
      } else {
        const file = register.files[current];
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
function readWithOf({ options, config: settled = {}, heads }: Build): string {
  const { notes: _notes, taxonomies: _taxonomies, ...config } = settled;
  const { sentimentModel } = options;
  const all = {
    ...config,
    ...readOptionsOf(options),
    sentimentModel,
    ...(heads.length > 0 && { heads: heads.map(headFact) }),
  };
  return createHash('sha256').update(canonical(all)).digest('hex').slice(0, 16);
}

/** JSON with the keys of objects in their order in the alphabet. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Leaves out earlier files that a new one of their name replaces: it holds all their messages. */
async function dropMended({ database, register }: Build): Promise<void> {
  for (const [earlier, now] of register.mended()) {
    const { n } = await database.columns(
      `SELECT count(*) AS n FROM incoming e WHERE e.fileIndex = ${earlier} AND NOT EXISTS (FROM incoming n
        WHERE n.fileIndex = ${now} AND n.messageId = e.messageId AND n.sentAt IS NOT DISTINCT FROM e.sentAt)`,
    );
    const file = register.files[earlier];
    if (file && Number(n?.[0]) === 0) file.gone = true;
  }
}

/** Staged rejects or doubts of the files that stay, under their final names, in the order of files and rows. */
const toldQuery = (table: string, columns: Columns): string => `
  SELECT r.* REPLACE (n.path AS file) FROM (${stagedQuery(table, columns)}) r JOIN stagedNames n ON n.staged = r.file
  ORDER BY n.rank, "row" NULLS FIRST, reason, "column" NULLS FIRST, value NULLS FIRST, hint`;

/** Rows as columns. */
function toColumns<T extends Columns>(columns: T, rows: readonly Readonly<Record<string, unknown>>[]): never {
  return Object.fromEntries(
    Object.keys(columns).map((name) => [name, rows.map((row) => row[name] ?? null)]),
  ) as never;
}

/** A doubt for each file whose ids stand for several messages. */
async function tellConflicts({ database, register }: Build): Promise<void> {
  const doubts = await openStagingWriter(database, 'doubts', doubtColumns);
  const named = register.named();
  for (const [rank, count] of await conflictsByFile(database)) {
    const { index, file } = named[rank] ?? { index: -1, file: undefined };
    const told = {
      file: stagedName(index),
      format: file?.format ?? '',
      column: 'id',
      reason: 'conflicting-id',
      hint: `${count} ${count === 1 ? 'message carries' : 'messages carry'} the id of another message with another text and author or time: all are kept; where the id is one of customers, give the column of messages with map id=COLUMN`,
    };
    doubts.append(toColumns(doubtColumns, [told]));
  }
  doubts.close();
}

/** Writes Parquet and the manifest of the new state, and checks that nothing was lost. */
async function writeAll(build: Build): Promise<void> {
  const { database, building, register, options } = build;
  const total = register.files.reduce((sum, { read }) => sum + read, 0);
  const tell = (task: string): void => options.onProgress?.({ task, done: 0, total, unit: 'rows' });
  tell('finding duplicates');
  await dropMended(build);
  const named = register.named();
  await orderRows(database, named);
  await database.run('CREATE TABLE stagedNames (staged VARCHAR, path VARCHAR, rank DOUBLE)');
  for (const [rank, { index, path }] of named.entries())
    await database.run(
      `INSERT INTO stagedNames VALUES (${sqlText(stagedName(index))}, ${sqlText(path)}, ${rank})`,
    );
  await findDuplicates(database);
  await tellConflicts(build);
  const brandAccounts = await inferBrandAccounts(database);
  await judgeSpeech(database);
  tell('writing messages');
  await writeParquet(database, keptQuery(), join(building, 'messages'));
  await writeParquet(database, duplicateQuery(), join(building, 'duplicates'));
  await writeParquet(database, toldQuery('rejects', rejectColumns), join(building, 'rejects'));
  await writeParquet(database, toldQuery('doubts', doubtColumns), join(building, 'doubts'));
  const counts = await countByFile(database);
  const manifestFiles = named.map(({ path, file }, rank): ManifestFile => {
    const { kept, duplicates } = counts.get(rank) ?? { kept: 0, duplicates: 0 };
    if (file.read !== kept + duplicates + file.rejected) {
      throw new DeversoirError(
        'internal',
        `rows were lost: ${file.read} read, ${kept} kept, ${duplicates} duplicates, ${file.rejected} rejected`,
        { place: { file: path } },
      );
    }
    return manifestLine(file, path, { kept, duplicates });
  });
  const totalOf = (field: 'read' | 'kept' | 'duplicates' | 'rejected'): number =>
    manifestFiles.reduce((sum, file) => sum + file[field], 0);
  const kept = `read_parquet(${sqlText(join(building, 'messages', '*.parquet'))})`;
  const facts = await database.columns(`
    SELECT (SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ${kept} WHERE textKey IS NOT NULL GROUP BY textKey)) AS near,
      strftime(min(sentAt), '%Y-%m-%dT%H:%M:%SZ') AS firstAt, strftime(max(sentAt), '%Y-%m-%dT%H:%M:%SZ') AS lastAt FROM ${kept}`);
  const manifest: Manifest = {
    deversoir: VERSION,
    files: manifestFiles,
    totals: {
      read: totalOf('read'),
      kept: totalOf('kept'),
      duplicates: totalOf('duplicates'),
      rejected: totalOf('rejected'),
    },
    nearDuplicates: Number(facts['near']?.[0] ?? 0),
    firstAt: (facts['firstAt']?.[0] ?? null) as string | null,
    lastAt: (facts['lastAt']?.[0] ?? null) as string | null,
    inferredBrandAccounts: brandAccounts,
    options: manifestOptions(build),
  };
  writeFileSync(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
