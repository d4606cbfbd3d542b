import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase, sqlText, type Database } from './engine/database.js';
import { createParquetView, parquetFiles } from './engine/parquet.js';
import type { CorpusFilter } from './engine/corpus-filter.js';
import type { CorpusTables } from './engine/corpus-tables.js';
import { openTables } from './engine/open-tables.js';
import type { CorpusConfig } from './model/config.js';
import { recover } from './engine/folder-swap.js';
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
  type TopicTaxonomy,
} from './model/index.js';
import { DeversoirError } from './util/errors.js';

/** A corpus: a folder of Parquet files and `manifest.json`, read through DuckDB. */
export interface Corpus extends CorpusTables {
  readonly folder: string;
  where(filter: CorpusFilter): Corpus;
  /** All of DuckDB on the tables of the whole corpus, with files, `COPY` and `CREATE`: another instance, that the caller closes. */
  database(): Promise<Database>;
}

/** View → folder and columns. */
export const CORPUS_VIEWS: Readonly<Record<string, { readonly folder: string; readonly columns: Columns }>> =
  {
    messages: { folder: 'messages', columns: enrichedMessageColumns },
    duplicates: { folder: 'duplicates', columns: duplicateColumns },
    rejects: { folder: 'rejects', columns: rejectColumns },
    doubts: { folder: 'doubts', columns: doubtColumns },
    cases: { folder: 'cases', columns: caseColumns },
    caseMessages: { folder: 'case-messages', columns: caseMessageColumns },
    transitions: { folder: 'transitions', columns: transitionColumns },
    links: { folder: 'links', columns: linkColumns },
  };

/** Columns and keys of a corpus as this version writes them: 2 since ids and names of files are keyed. */
export const CORPUS_LAYOUT = 2;

/** The manifest of a corpus folder, or `undefined` where there is no corpus. Throws `corpus-damaged` when it can't be read, `corpus-outdated` when another version wrote it. */
export function readManifest(folder: string): Manifest | undefined {
  recover(folder);
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return undefined;
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (cause) {
    throw new DeversoirError('corpus-damaged', 'manifest.json is not readable', {
      hint: 'build the corpus again',
      place: { file },
      cause,
    });
  }
  if (manifest.layout !== CORPUS_LAYOUT)
    throw new DeversoirError(
      'corpus-outdated',
      `the corpus ${folder} was written by another version of deversoir`,
      { hint: 'move it away and build it again from its exports: deversoir ingest PATH... --out DIR' },
    );
  return manifest;
}

/** Subjects are discovered on first use: until then no message has one. */
const VIEW_WITH_TOPICS = `CREATE TABLE messageTopics (messageId VARCHAR, topics VARCHAR, aspect VARCHAR);
  CREATE VIEW messages AS SELECT storedMessages.*, coalesce(string_split(messageTopics.topics, chr(10)), []) AS topics, aspect
  FROM storedMessages LEFT JOIN messageTopics USING (messageId)`;

/** Taxonomies that a configuration names: its own, else that of its sector. */
const taxonomiesOf = ({ taxonomies, sector }: CorpusConfig = {}): readonly (string | TopicTaxonomy)[] =>
  taxonomies ?? (sector === undefined ? [] : [sector]);

/** A DuckDB with the tables of a corpus; what does not fit in memory is written beside them. */
async function openViews(folder: string, memoryLimitMb?: number): Promise<Database> {
  const database = await openDatabase({
    spillFolder: join(resolve(folder), `.deversoir-spill-${process.pid}`),
    ...(memoryLimitMb !== undefined && { memoryLimitMb }),
  });
  for (const [view, { folder: part, columns }] of Object.entries(CORPUS_VIEWS))
    await createParquetView(
      database,
      view === 'messages' ? 'storedMessages' : view,
      join(resolve(folder), part),
      columns,
    );
  await database.run(VIEW_WITH_TOPICS);
  return database;
}

/** From here on DuckDB opens the files of the corpus, and no others. */
async function closeOff(database: Database, folder: string): Promise<void> {
  const files = Object.values(CORPUS_VIEWS).flatMap(({ folder: part }) =>
    parquetFiles(join(resolve(folder), part)),
  );
  await database.run(`SET allowed_paths = [${files.map(sqlText).join(', ')}]`);
  await database.run('SET enable_external_access = false');
}

const inFolder = (folder: string, tables: CorpusTables): Corpus => ({
  ...tables,
  folder,
  where: (filter) => inFolder(folder, tables.where(filter)),
  database: () => openViews(folder),
});

/**
 * Opens a corpus folder that `buildCorpus` or `deversoir ingest` wrote. DuckDB is loaded here.
 *
 * Tables to query: `messages`, `duplicates`, `rejects`, `doubts`, `cases`, `caseMessages`, `transitions`, `links`.
 */
export async function openCorpus(
  folder: string,
  options: {
    readonly memoryLimitMb?: number;
    /** Taxonomies of subjects, told beside those discovered: shipped ids, paths, or read already. Default: those of the configuration, else that of its sector. */
    readonly taxonomies?: readonly (string | TopicTaxonomy)[];
  } = {},
): Promise<Corpus> {
  const manifest = readManifest(folder);
  if (manifest === undefined) {
    throw new DeversoirError('corpus-missing', `no corpus in ${folder}`, {
      hint: 'make one with: deversoir ingest PATH... --out DIR',
    });
  }
  const database = await openViews(folder, options.memoryLimitMb);
  if (JSON.stringify(readManifest(folder)) !== JSON.stringify(manifest)) {
    // another run put a new state in its place meanwhile
    database.close();
    return openCorpus(folder, options);
  }
  await closeOff(database, folder);
  const { specOf } = await import('./charts/chart-of.js');
  const config = manifest.options['config'] as CorpusConfig | undefined;
  const tables = openTables(database, {
    manifest,
    draw: (metric) => specOf(metric),
    confusions: async () =>
      typeof manifest.options['sentimentModel'] === 'string'
        ? []
        : (await import('./enrich/shipped-confusions.js')).loadConfusions(),
    discoverTopics: async (opened) => {
      const { loadTopicTaxonomy } = await import('./topics/topic-taxonomy.js');
      return (await import('./topics/corpus-topics.js')).discoverCorpusTopics(opened, {
        taxonomies: (options.taxonomies ?? taxonomiesOf(config)).map((taxonomy) =>
          typeof taxonomy === 'string' ? loadTopicTaxonomy(taxonomy) : taxonomy,
        ),
      });
    },
    maskTexts: async (texts) => (await import('./enrich/mask-quotes.js')).maskQuotes(texts, config),
  });
  return inFolder(folder, tables);
}
