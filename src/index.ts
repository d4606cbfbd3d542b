// exports → corpus → metrics → report
export {
  buildCorpus,
  createEnricher,
  exportFormats,
  inspectFile,
  readExports,
  writeReport,
} from './entry.js';
export { openCorpus, type Corpus } from './corpus.js';
export { follow, followLines, type FollowPath } from './follow.js';
export * from './metrics/index.js';
export * from './report/index.js';
export { toDanfo, type DanfoDataFrame } from './util/danfo.js';
export { parseConfig } from './util/config-file.js';
export { DeversoirError, type ErrorCode, type ErrorPlace } from './util/errors.js';
export { VERSION } from './util/version.js';

// steps of their own
export {
  loadTransformer,
  type Transformer,
  type TransformerOptions,
} from './enrich/transformer/transformer.js';
export { maskText, type Masked } from './normalise/mask.js';
export { createPseudonymiser, type Pseudonymiser } from './normalise/pseudonym.js';

// the model: tables, their columns and closed lists
export {
  caseColumns,
  caseMessageColumns,
  CONTRIBUTIONS,
  DIRECTIONS,
  doubtColumns,
  DRIVERS,
  duplicateColumns,
  EMOTIONS,
  enrichedMessageColumns,
  enrichmentColumns,
  HARMS,
  INTENTS,
  jsonSchema,
  linkColumns,
  messageColumns,
  rejectColumns,
  SENTIMENTS,
  STAGES,
  transitionColumns,
} from './model/index.js';
export type {
  Bilingual,
  Case,
  CaseLink,
  CaseMessage,
  ColumnBatch,
  Columns,
  Contribution,
  CorrectedHead,
  Direction,
  Doubt,
  DriverId,
  Emotion,
  EnrichedMessage,
  Genre,
  Harm,
  Intent,
  Interval,
  Kind,
  Manifest,
  ManifestFile,
  Message,
  MessageRecord,
  Metric,
  MetricCell,
  MetricRow,
  MetricUnit,
  RecordTime,
  Reject,
  Sentiment,
  Stage,
  TopicFacts,
  TopicNode,
  TopicTaxonomy,
  Transition,
  VegaLiteSpec,
} from './model/index.js';
export {
  readProductFacts,
  type ProductFacts,
  type ProductWish,
  type ReadProductFacts,
} from './engine/product-facts.js';
export type { BusinessHours, CorpusConfig, CostRange, Sector, UnitCosts } from './model/config.js';
export { checkTopicTaxonomy, loadTopicTaxonomy, parseTopicTaxonomy } from './topics/topic-taxonomy.js';
export {
  taxonomyMatcher,
  type TaxonomyMatcher,
  type ToldTopic,
  type TopicHit,
} from './topics/taxonomy-matcher.js';
export { messageVectors, similarTo, type MessageVector, type SimilarMessage } from './topics/similar-to.js';
export type { CorpusFilter } from './engine/corpus-filter.js';
export type { CorpusTables, GroupDimension, GroupValues, NamingOptions } from './engine/corpus-tables.js';
export type { Database, QueryParameters } from './engine/database.js';
export type { DimensionName, PeriodName } from './engine/dimensions.js';
export type { Enricher, EnrichOptions } from './enrich/enricher.js';
export type { GazetteerName, OwnGazetteer } from './enrich/entities/gazetteer.js';
export type { HeadSource, LinearHead } from './enrich/heads/head.js';
export type { DriverTerms, Taxonomy } from './enrich/drivers/taxonomy.js';
export type { PeerLoader } from './enrich/transformer/runtime.js';
export type { ReaderErrors } from './enrich/transformer/vector-head.js';
export type { TextBatch } from './enrich/text-batch.js';
export type { FileSurvey } from './ingest/bytes/export-file.js';
export type { Inspection } from './ingest/inspect.js';
export type { ReadEvent, ReadExportsOptions } from './ingest/reader.js';
export type { Detection, Evidence, ReadOptions, Source } from './ingest/source.js';
export type { SurveyedFile } from './ingest/survey-file.js';
export type { HeadConfusion } from './model/confusion.js';
export type { WeightedPattern, WeightedTerm } from './model/topic.js';
export type { CountedIn, FollowedCase, FollowedMessage } from './metrics/path-of-message.js';
export type { BuildOptions } from './pipeline.js';
export type { ShardSchedule } from './shards/schedule-shards.js';
export type { NumberStyle } from './util/french.js';
export type { Language } from './util/language.js';
export type { OnProgress, Progress } from './util/progress.js';
export type { ReportFile, WriteReportOptions, WrittenReport } from './write-report.js';
