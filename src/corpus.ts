import { openFolder, openViews } from './engine/corpus-folder.js';
import type { CorpusFilter } from './engine/corpus-filter.js';
import type { CorpusTables } from './engine/corpus-tables.js';
import type { Database } from './engine/database.js';
import { openTables } from './engine/open-tables.js';
import { storesOf } from './engine/stores-named.js';
import type { CorpusConfig } from './model/config.js';
import type { TopicTaxonomy } from './model/index.js';
import { checkOptions, checkPath } from './util/checked-options.js';
import { shownAs } from './util/shown.js';

/** A corpus: a folder of Parquet files and `manifest.json`, read through DuckDB. */
export interface Corpus extends CorpusTables {
  readonly folder: string;
  where(filter: CorpusFilter): Corpus;
  /** All of DuckDB on the tables of the whole corpus, with files, `COPY` and `CREATE`: another instance, that the caller closes. */
  database(): Promise<Database>;
}

/** Taxonomies that a configuration names: its own, else that of its sector. */
const taxonomiesOf = ({ taxonomies, sector }: CorpusConfig = {}): readonly (string | TopicTaxonomy)[] =>
  taxonomies ?? (sector === undefined ? [] : [sector]);

async function readTaxonomies(
  given: readonly (string | TopicTaxonomy)[] | undefined,
): Promise<readonly TopicTaxonomy[] | undefined> {
  if (given === undefined) return undefined;
  const { loadTopicTaxonomy } = await import('./topics/topic-taxonomy.js');
  return given.map((one) => (typeof one === 'string' ? loadTopicTaxonomy(one) : one));
}

/** The brands that a configuration names, in each spelling. */
const brandsOf = ({ brand, competitors = [], aliases = {} }: CorpusConfig = {}): readonly string[] =>
  [...(brand === undefined ? [] : [brand]), ...competitors].flatMap((name) => [
    name,
    ...(aliases[name] ?? []),
  ]);

const inFolder = (folder: string, tables: CorpusTables): Corpus =>
  shownAs(
    {
      ...tables,
      folder,
      where: (filter) => inFolder(folder, tables.where(filter)),
      database: () => openViews(folder),
    },
    () => {
      const { firstAt, lastAt, files, totals } = tables.manifest;
      const where = tables.filters.length === 0 ? {} : { where: tables.filters };
      return {
        folder,
        zone: tables.zone,
        ...where,
        whole: { firstAt, lastAt, files: files.length, ...totals },
      };
    },
  );

/**
 * Opens a corpus folder that `buildCorpus` or `deversoir ingest` wrote. DuckDB is loaded here.
 *
 * Tables to query: `messages`, `duplicates`, `rejects`, `doubts`, `cases`, `caseMessages`, `transitions`, `links`.
 * Throws `option-invalid` for a folder that is no text or an option that is unknown, `input-not-found` or `data-invalid` for a taxonomy that can't be used, `corpus-missing`, `corpus-damaged`, or `corpus-outdated` when another version wrote it.
 */
export async function openCorpus(
  folder: string,
  options: {
    readonly memoryLimitMb?: number;
    /** Taxonomies of subjects, told beside those discovered: shipped ids, paths, or read already. Default: those of the configuration, else that of its sector. */
    readonly taxonomies?: readonly (string | TopicTaxonomy)[];
  } = {},
): Promise<Corpus> {
  checkPath('corpus folder', folder);
  checkOptions(options, ['memoryLimitMb', 'taxonomies']);
  const named = await readTaxonomies(options.taxonomies);
  const { manifest, database } = await openFolder(folder, options.memoryLimitMb);
  const config = manifest.options['config'] as CorpusConfig | undefined;
  let stores: Promise<string[]> | undefined;
  const tables: CorpusTables = openTables(database, {
    manifest,
    drawer: async () => (await import('./charts/chart-of.js')).specOf,
    confusions: async () =>
      typeof manifest.options['sentimentModel'] === 'string'
        ? []
        : (await import('./enrich/heads/shipped-confusions.js')).loadConfusions(),
    complaintSamples: async () =>
      (await import('./enrich/heads/shipped-confusions.js')).loadComplaintSamples(),
    toneSets: async () => (await import('./enrich/heads/shipped-confusions.js')).loadToneSets(),
    discoverTopics: async (opened, onProgress) => {
      return (await import('./topics/corpus-topics.js')).discoverCorpusTopics(opened, {
        onProgress,
        without: brandsOf(config),
        taxonomies: named ?? (await readTaxonomies(taxonomiesOf(config))) ?? [],
      });
    },
    readNames: async (opened) => (await import('./topics/corpus-topics.js')).readCorpusNames(opened),
    maskTexts: async (texts) =>
      (await import('./enrich/names/mask-quotes.js')).maskQuotes(
        texts,
        config,
        await (stores ??= storesOf(tables)),
      ),
  });
  return inFolder(folder, tables);
}
