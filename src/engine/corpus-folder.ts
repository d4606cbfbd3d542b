import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  caseColumns,
  caseMessageColumns,
  doubtColumns,
  duplicateColumns,
  enrichedMessageColumns,
  linkColumns,
  rejectColumns,
  transitionColumns,
  type Columns,
  type Manifest,
} from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import { openDatabase, sqlText, type Database } from './database.js';
import { recover } from './folder-swap.js';
import { createParquetView, parquetFiles } from './parquet.js';

/** View → folder and columns. */
const CORPUS_VIEWS: Readonly<Record<string, { readonly folder: string; readonly columns: Columns }>> = {
  messages: { folder: 'messages', columns: enrichedMessageColumns },
  duplicates: { folder: 'duplicates', columns: duplicateColumns },
  rejects: { folder: 'rejects', columns: rejectColumns },
  doubts: { folder: 'doubts', columns: doubtColumns },
  cases: { folder: 'cases', columns: caseColumns },
  caseMessages: { folder: 'case-messages', columns: caseMessageColumns },
  transitions: { folder: 'transitions', columns: transitionColumns },
  links: { folder: 'links', columns: linkColumns },
};

/** Columns and keys of a corpus as this version writes them: 6 since closings of tickets and the product that a comment stands under are kept. */
const CORPUS_LAYOUT = 6;

const MANIFEST = 'manifest.json';

/** The manifest of a corpus folder, or `undefined` where there is no corpus. Throws `corpus-damaged` when it can't be read, `corpus-outdated` when another version wrote it. */
export function readManifest(folder: string): Manifest | undefined {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return undefined;
  recover(folder);
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (cause) {
    throw damaged(file, 'is not readable', cause);
  }
  if (typeof manifest !== 'object' || manifest === null || !('layout' in manifest || 'files' in manifest))
    throw damaged(file, 'is no manifest of a corpus');
  if (manifest.layout !== CORPUS_LAYOUT)
    throw new DeversoirError(
      'corpus-outdated',
      `the corpus ${folder} was written by another version of deversoir`,
      { hint: 'move it away and build it again from its exports: deversoir ingest PATH... --out DIR' },
    );
  if (!Array.isArray(manifest.files) || typeof manifest.options !== 'object' || manifest.options === null)
    throw damaged(file, 'lacks files or options');
  return manifest;
}

const damaged = (file: string, what: string, cause?: unknown): DeversoirError =>
  new DeversoirError('corpus-damaged', `a part of the corpus ${what}`, {
    hint: 'build the corpus again from its exports',
    place: { file },
    ...(cause !== undefined && { cause }),
  });

/** Writes the manifest of a new state of a corpus; the order of its keys is that of the file. */
export function writeManifest(folder: string, facts: Omit<Manifest, 'layout'>): void {
  const { deversoir, files, totals, nearDuplicates, firstAt, lastAt, inferredBrandAccounts, options } = facts;
  const manifest: Manifest = {
    deversoir,
    layout: CORPUS_LAYOUT,
    files,
    totals,
    nearDuplicates,
    firstAt,
    lastAt,
    inferredBrandAccounts,
    options,
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Subjects are discovered on first use: until then no message has one. What reads none reads `storedMessages`, without joining them. */
const VIEW_WITH_TOPICS = `CREATE TABLE messageTopics (messageId VARCHAR, topics VARCHAR[], aspect VARCHAR);
  CREATE VIEW messages AS SELECT storedMessages.*, coalesce(messageTopics.topics, []) AS topics, aspect
  FROM storedMessages LEFT JOIN messageTopics USING (messageId)`;

/** Makes the views of all parts in a schema. Throws `corpus-damaged` where one can't be read, or lacks a column. */
async function openParts(database: Database, folder: string, schema = 'main'): Promise<void> {
  const parts = Object.entries(CORPUS_VIEWS).map(([name, { folder: part, columns }]) => ({
    view: `${schema}.${name === 'messages' ? 'storedMessages' : name}`,
    path: join(resolve(folder), part),
    columns,
  }));
  for (const { view, path, columns } of parts)
    await createParquetView(database, view, path, columns).catch((cause: unknown) => {
      throw damaged(path, "can't be read", cause);
    });
  const { name = [] } = await database.columns(
    parts
      .map(({ view }) => `SELECT '${view}.' || name AS name FROM pragma_table_info('${view}')`)
      .join(' UNION ALL '),
  );
  const found = new Set(name);
  for (const { view, path, columns } of parts) {
    const missing = Object.keys(columns).find((column) => !found.has(`${view}.${column}`));
    if (missing !== undefined) throw damaged(path, `has no column ${missing}`);
  }
}

/** Megabytes that DuckDB takes for the queries of metrics, unless told otherwise: with 600 they take a twentieth less of the processor. */
const MEMORY_MB = 400;

/** A DuckDB with the tables of a corpus; what does not fit in memory is written beside them. */
export async function openViews(folder: string, memoryLimitMb?: number): Promise<Database> {
  const database = await openDatabase({
    spillFolder: join(resolve(folder), `.deversoir-spill-${process.pid}`),
    memoryLimitMb: memoryLimitMb ?? MEMORY_MB,
  });
  try {
    await openParts(database, folder);
    await database.run(VIEW_WITH_TOPICS);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Throws `corpus-damaged` where a table of a corpus can't be read, or lacks a column. */
export async function checkParts(database: Database, folder: string): Promise<void> {
  await database.run('CREATE SCHEMA checked');
  await openParts(database, folder, 'checked');
  await database.run('DROP SCHEMA checked CASCADE');
}

/** From here on DuckDB opens the files of the corpus, and no others. */
async function closeOff(database: Database, folder: string): Promise<void> {
  const files = Object.values(CORPUS_VIEWS).flatMap(({ folder: part }) =>
    parquetFiles(join(resolve(folder), part)),
  );
  await database.run(`SET allowed_paths = [${files.map(sqlText).join(', ')}]`);
  await database.run('SET enable_external_access = false');
}

/** A corpus folder in one state: its manifest and its tables, to read alone. Throws as `readManifest`, and `corpus-missing`. */
export async function openFolder(
  folder: string,
  memoryLimitMb?: number,
): Promise<{ readonly manifest: Manifest; readonly database: Database }> {
  const manifest = readManifest(folder);
  if (manifest === undefined) {
    throw new DeversoirError('corpus-missing', `no corpus in ${folder}`, {
      hint: 'make one with: deversoir ingest PATH... --out DIR',
    });
  }
  const changed = (): boolean => JSON.stringify(readManifest(folder)) !== JSON.stringify(manifest);
  const database = await openViews(folder, memoryLimitMb).catch((error: unknown) => {
    if (changed()) return undefined;
    throw error;
  });
  if (database === undefined || changed()) {
    // another run put a new state in its place meanwhile
    database?.close();
    return openFolder(folder, memoryLimitMb);
  }
  await closeOff(database, folder);
  return { manifest, database };
}
