import type { ColumnTable } from 'arquero';
import type { HeadConfusion, Manifest, Metric, TopicFacts, VegaLiteSpec } from '../model/index.js';
import type { CorpusFilter } from './corpus-filter.js';
import type { DimensionName, PeriodName } from './dimensions.js';
import type { OnProgress } from '../util/progress.js';

/** What metrics can be grouped by, alone or together; weeks are ISO weeks. */
export type GroupDimension = Exclude<DimensionName, 'author'> | PeriodName;
/** Names texts of a corpus; `null` where nothing does. */
export type TextNamer = (texts: readonly string[], options?: NamingOptions) => string | null;
/** What `nameOf` may look at beside the texts. */
export interface NamingOptions {
  /** Titles of articles about the texts: a phrase that they print too is preferred, as they print it. */
  readonly headlines?: readonly string[];
  /** Names that say nothing of the subject: the brand's. */
  readonly without?: readonly string[];
}

/** The values of one group: `null` where rows do not say. */
export type GroupValues = Readonly<Partial<Record<GroupDimension, string | null>>>;

/**
 * What metrics see of a corpus: views `messages` (kept and enriched), `duplicates`, `rejects`, `doubts`, `cases`,
 * `caseMessages`, `transitions`, `links`, with the columns of the model. Instants are `TIMESTAMP` in UTC.
 *
 * In a filtered corpus these views hold what is kept; `main.messages` has all messages still, for the messages of a case.
 */
export interface CorpusTables {
  /**
   * Runs a reducing query and gives the small result as an Arquero table: counts as numbers, instants as `Date`, lists as
   * arrays, absent as `null`. Parameters are `$name` in the query. It reads, and the corpus alone: no other files, no changes. SQL that can't be
   * run throws DuckDB's own error.
   */
  query(
    sql: string,
    parameters?: Readonly<Record<string, string | number | boolean | null>>,
  ): Promise<ColumnTable>;
  /** The same as plain rows; Arquero stays unloaded. */
  rows(
    sql: string,
    parameters?: Readonly<Record<string, string | number | boolean | null>>,
  ): Promise<Record<string, unknown>[]>;
  readonly manifest: Manifest;
  /** IANA zone in which its days, weeks, months and quarters are cut. */
  readonly zone: string;
  /** What was kept of the whole corpus, first filter first; empty for a whole corpus. */
  readonly filters: readonly CorpusFilter[];
  /**
   * The part of the corpus that meets a filter: a corpus on which every metric, chart and report works, and that can be filtered
   * again. A message belongs to the period in which it was sent; a case to the one in which it opened, and it keeps its later
   * messages: a case opened in July and taken public in October spills, and it does so in the third quarter.
   *
   * Throws `option-invalid` for a key or a period that can't be; a value that the corpus does not hold is told, with the choices, by
   * the first query.
   */
  where(filter: CorpusFilter): CorpusTables;
  /** This part at all times: its filters without `from`, `to` and `period`. The caller closes it. */
  atAllTimes(): CorpusTables;
  /** All of the brands of this part: its filters on `brand` alone, the same object whatever the part. It closes with the corpus. */
  ofItsBrands(): CorpusTables;
  /** Groups of messages, or of cases, that are there, in the order of their values. */
  groups(by: readonly GroupDimension[], of: 'messages' | 'cases'): Promise<GroupValues[]>;
  /**
   * The subjects of the whole corpus and their aspects, by size, then the nodes of the user's taxonomies; found once, on first use, which fills the column `topics` of
   * `messages`. Empty where nobody can discover them.
   */
  topics(onProgress?: OnProgress): Promise<readonly TopicFacts[]>;
  /**
   * Names a few texts of the corpus (a burst, a crisis, a case) in customers' words: the noun phrase most key to them against all others
   * (G², p < .001). `null` where none stands in three of them, or nobody can name.
   */
  nameOf(texts: readonly string[], options?: NamingOptions): Promise<string | null>;
  /** What the heads that read the messages say of texts whose truth is known; none where the heads are the user's own. */
  confusions(): Promise<readonly HeadConfusion[]>;
  /** What they say of further sets of complaints, a table each: how far sets lie apart is learnt from these too. */
  complaintSamples(): Promise<readonly HeadConfusion[]>;
  /** What they say of the tone of labelled sets, a table each: how far sets lie apart. */
  toneSets(): Promise<readonly HeadConfusion[]>;
  /** Masks what may name a person in texts to be shown; same length and order. */
  maskTexts(texts: readonly string[]): Promise<string[]>;
  /** What draws a metric; charts are loaded here. */
  drawer(): Promise<(metric: Metric) => VegaLiteSpec>;
  /** Closes DuckDB, or the filtered part alone. */
  close(): void;
}
