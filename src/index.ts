export * from './model/index.js';
export { DeversoirError, type ErrorCode, type ErrorPlace } from './util/errors.js';
export { VERSION } from './util/version.js';

// exports → corpus → report
export {
  buildCorpus,
  createEnricher,
  exportFormats,
  inspectFile,
  readExports,
  writeReport,
} from './entry.js';
export { openCorpus, type Corpus } from './corpus.js';
export { parseConfig } from './util/config-file.js';
export type { CorpusConfig } from './model/config.js';
export {
  loadTransformer,
  type Transformer,
  type TransformerOptions,
} from './enrich/transformer/transformer.js';
export { follow, followLines, type FollowPath } from './follow.js';
export { toDanfo, type DanfoDataFrame } from './util/danfo.js';
export type { BuildOptions } from './pipeline.js';
export type { WriteReportOptions, WrittenReport } from './write-report.js';
export type { ReadEvent, ReadExportsOptions } from './ingest/reader.js';
export type { Inspection } from './ingest/inspect.js';
export type { ReadOptions, Source } from './ingest/source.js';
export type { CorpusTables } from './engine/corpus-tables.js';
export type { Enricher, EnrichOptions, TextBatch } from './enrich/enricher.js';

// steps of their own
export { maskText, type Masked } from './normalise/mask.js';
export { createPseudonymiser, type Pseudonymiser } from './normalise/pseudonym.js';
export * from './stats/index.js';
export * from './metrics/index.js';
export * from './charts/index.js';
export * from './report/index.js';
