/** What needs formats, models or DuckDB is loaded on first use, so that `import 'deversoir'` stays fast. */
import type { Corpus } from './corpus.js';
import type { CorpusTables } from './engine/corpus-tables.js';
import type { Enricher, EnrichOptions } from './enrich/enricher.js';
import type { Inspection } from './ingest/inspect.js';
import type { ReadEvent, ReadExportsOptions } from './ingest/reader.js';
import type { ReadOptions, Source } from './ingest/source.js';
import type { BuildOptions } from './pipeline.js';
import type { WriteReportOptions, WrittenReport } from './write-report.js';

/**
 * Reads exports (files, folders, zip archives, globs) event by event: the start of each file, batches of records with rejects and
 * doubts, the end with what was read. The format is found from the content; a file that can't be read is told, never fatal.
 * Records are raw: no pseudonyms, no masking (`buildCorpus` does both). Throws `input-not-found` for a path that does not exist.
 */
export async function* readExports(
  paths: string | readonly string[],
  options: ReadExportsOptions = {},
): AsyncGenerator<ReadEvent> {
  const reader = await import('./ingest/reader.js');
  yield* reader.readExports(typeof paths === 'string' ? [paths] : paths, options);
}

/** Says how one file would be read, and why: format, runner-ups, mapping, first records, doubts. Writes nothing. */
export async function inspectFile(path: string, options: ReadOptions = {}): Promise<Inspection> {
  return (await import('./ingest/inspect.js')).inspectFile(path, options);
}

/** The export formats that are recognised, with the evidence for each. */
export async function exportFormats(): Promise<readonly Source[]> {
  return (await import('./ingest/reader.js')).formats();
}

/**
 * Reads exports into a corpus folder: read → normalise → enrich → duplicates → cases. Adds to the corpus that is there; a file
 * read before is skipped, and when nothing is new the folder is left untouched. A crash leaves the last good state; the same exports, version and options give the same bytes.
 *
 * Throws `input-not-found` for a path that does not exist, `option-invalid` without a key (but for `demo: true`) or for options that contradict the corpus.
 */
export async function buildCorpus(
  paths: string | readonly string[],
  folder: string,
  options: BuildOptions = {},
): Promise<Corpus> {
  return (await import('./pipeline.js')).buildCorpus(paths, folder, options);
}

/**
 * Measures a corpus and writes into a folder `report.html` (one self-contained page), `metrics.json` and its schema, `deck.pptx`,
 * `metrics.xlsx` and `tables/*.parquet`: renderings of one story. Replaces those of an earlier report.
 *
 * Throws `option-invalid` where no message is of the part that `where` asks for, and where a file of the user has the name of one of the report.
 */
export async function writeReport(
  corpus: CorpusTables,
  folder: string,
  options: WriteReportOptions = {},
): Promise<WrittenReport> {
  return (await import('./write-report.js')).writeReport(corpus, folder, options);
}

/**
 * Loads models, lexicons and taxonomies once; the enricher understands texts batch by batch.
 *
 * @example
 * const enricher = await createEnricher();
 * enricher.enrich({ length: 1, text: ['Excellent fromage, je recommande !'], title: [null], genre: ['review'], givenLanguage: ['fr'] }).sentiment
 * // → ['positive']
 */
export async function createEnricher(options: EnrichOptions = {}): Promise<Enricher> {
  return (await import('./enrich/enricher.js')).createEnricher(options);
}
