import { join } from 'node:path';
import type { CorpusConfig } from './model/config.js';
import type { Metric } from './model/index.js';
import { DeversoirError } from './util/errors.js';
import type { Language } from './util/language.js';
import type { OnProgress } from './util/progress.js';
import type { CorpusFilter } from './engine/corpus-filter.js';
import type { CorpusTables } from './engine/corpus-tables.js';
import { spanOf } from './engine/corpus-span.js';
import { writeMetricTables } from './engine/metric-tables.js';
import { makeFolder, refuseFile, removeEmptyFolders } from './engine/disk.js';
import { writeWhole } from './engine/write-whole.js';
import type { MessageLabel } from './metrics/basic/labelled-shares.js';
import { catalogue, measure, type MeasureOptions, type MetricName } from './metrics/measure.js';
import { checkReportOptions } from './report/report-options.js';
import { checkCorpus, checkPath } from './util/checked-options.js';
import { refuseForeign } from './report/own-file.js';
import type { PeerSet } from './metrics/sector/peer-set.js';
import {
  buildStory,
  METRICS_SCHEMA,
  renderDeck,
  renderJson,
  renderPage,
  renderWorkbook,
  type DeckTheme,
} from './report/index.js';

/** What a report can be written as. */
export const REPORT_FILES = ['html', 'json', 'pptx', 'xlsx', 'parquet'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

export interface WriteReportOptions {
  readonly config?: CorpusConfig;
  /** The part of the corpus to report on, as `corpus.where` takes it. Default: all that is given. */
  readonly where?: CorpusFilter;
  /** IANA zone of periods and dates. Default: that of the configuration, else of the corpus. */
  readonly zone?: string;
  /** Labels of a random part of the messages, by which shares of tone, complaint and harm are corrected: see `correctedShares`. */
  readonly labels?: readonly MessageLabel[];
  /** Brands and stores of others, without names, that the client's stand beside: see `parsePeerSet`. */
  readonly peers?: PeerSet;
  /** Let masked private messages be quoted. Default: never. */
  readonly quotePrivate?: boolean;
  /** Sentences under the title, besides those of the configuration. */
  readonly notes?: readonly string[];
  /** Language of all that is written. Default `fr`. */
  readonly language?: Language;
  /** What to write. Default: all. */
  readonly files?: readonly ReportFile[];
  /** Look of the deck; what it leaves out is the default. */
  readonly theme?: Partial<DeckTheme>;
  readonly onProgress?: OnProgress;
  /** Stops before the next metric or file: `signal.reason` is thrown. */
  readonly signal?: AbortSignal;
  /** Told of each metric that the report goes without because its calculation failed. */
  readonly onWarning?: (warning: string) => void;
}

/** Where a report was written; what was not asked for is absent. */
export interface WrittenReport {
  readonly html?: string;
  readonly metrics?: string;
  readonly schema?: string;
  readonly deck?: string;
  readonly workbook?: string;
  /** Folder of one Parquet file a metric. */
  readonly tables?: string;
}

/** Names of what is written, by what is asked for. */
const NAMES: Readonly<Record<Exclude<ReportFile, 'parquet'>, readonly string[]>> = {
  html: ['report.html'],
  json: ['metrics.json', 'metrics.schema.json'],
  pptx: ['deck.pptx'],
  xlsx: ['metrics.xlsx'],
};

/** Throws `option-invalid` where a file of the user stands where one of the report would be written. */
function checkFolder(folder: string, files: readonly ReportFile[]): void {
  refuseFile(folder);
  for (const file of files)
    for (const name of file === 'parquet'
      ? catalogue().map((metric) => join('tables', `${metric.name}.parquet`))
      : NAMES[file])
      refuseForeign(join(folder, name));
}

/** What a part was asked for, in words. */
const asked = ({ zone: _zone, ...filter }: CorpusFilter): string =>
  Object.entries(filter)
    .map(([name, value]) => `${name} ${[value].flat().join(', ')}`)
    .join(', ');

const zoneOf = (corpus: CorpusTables, { zone, config }: WriteReportOptions): string =>
  zone ?? config?.zone ?? corpus.zone;

/** Metrics that compare the last two quarters of a corpus. */
const COMPARING: ReadonlySet<MetricName> = new Set<MetricName>([
  'periodChange',
  'scoreDecomposition',
  'driverShift',
  'topicTrends',
]);

/** The quarter that a part is and the one before; `null` for a part of other days. */
function quartersOf({ filters }: CorpusTables): readonly [string, string] | null {
  const days = filters.flatMap(({ from, to, period }) => [from, to, period].flat()).filter(Boolean);
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(days.length === 1 ? String(days[0]) : '') ?? [];
  if (year === undefined) return null;
  const before = quarter === '1' ? `${Number(year) - 1}-Q4` : `${year}-Q${Number(quarter) - 1}`;
  return [before, `${year}-Q${quarter}`];
}

/**
 * Every metric of a report, in the order of its annex, names of persons masked in the texts to quote. On a part that is one quarter,
 * what compares quarters reads the one before too.
 */
async function measureReport(
  corpus: CorpusTables,
  {
    config = {},
    quotePrivate = false,
    labels,
    peers,
    onProgress,
    onWarning,
    signal,
    ...rest
  }: WriteReportOptions = {},
): Promise<Metric[]> {
  onProgress?.({ task: 'finding subjects', done: 0, unit: 'steps' });
  // Where they can't be found, the metrics that need them say so.
  await corpus.topics(onProgress).catch(() => []);
  const brands = config.brand === undefined ? [] : [config.brand, ...(config.competitors ?? [])];
  const how: MeasureOptions = {
    brands,
    quotePrivate,
    ...(labels && { labels }),
    ...(peers && { peers }),
    ...(config.businessHours && { businessHours: config.businessHours }),
    ...(config.replyTargetHours && { replyTargetHours: config.replyTargetHours }),
    ...(config.costs && { costs: config.costs }),
    zone: zoneOf(corpus, { config, ...rest }),
    ...(onProgress && { onProgress }),
    ...(onWarning && { onWarning }),
    ...(signal && { signal }),
  };
  const quarters = quartersOf(corpus);
  if (quarters === null) return measure(corpus, how);
  const names = catalogue().map(({ name }) => name);
  const whole = corpus.atAllTimes();
  const both = whole.where({ period: [...quarters], zone: corpus.zone });
  try {
    const measured = [
      ...(await measure(corpus, { ...how, which: names.filter((name) => !COMPARING.has(name)) })),
      ...(await measure(both, { ...how, which: [...COMPARING] })),
    ];
    const place = ({ name }: Metric): number => names.indexOf(name as MetricName);
    return measured.toSorted((a, b) => place(a) - place(b));
  } finally {
    both.close();
    whole.close();
  }
}

/**
 * Measures a corpus and writes into a folder `report.html` (one self-contained page), `metrics.json` and its schema, `deck.pptx`,
 * `metrics.xlsx` and `tables/*.parquet`: renderings of one story. Replaces those of an earlier report.
 *
 * Throws `option-invalid` for an option that is unknown or can't be, where no message is of the part that `where` asks for, and where a file of the user has the name of one of the report.
 */
export async function writeReport(
  corpus: CorpusTables,
  folder: string,
  options: WriteReportOptions = {},
): Promise<WrittenReport> {
  checkCorpus('writeReport', corpus);
  checkPath('report folder', folder);
  const theme = checkReportOptions(options, REPORT_FILES);
  const { config = {}, language = 'fr', files = REPORT_FILES, signal } = options;
  const zone = zoneOf(corpus, options);
  checkFolder(folder, files);
  const part = corpus.where({ ...options.where, zone });
  let made: string | undefined;
  try {
    const { messages, ...span } = options.where ? await spanOf(part) : { messages: undefined };
    if (messages === 0)
      throw new DeversoirError(
        'option-invalid',
        `no message of ${asked(options.where ?? {})} in this corpus`,
        {
          hint: `its messages are of ${corpus.manifest.firstAt?.slice(0, 10) ?? 'no date'} to ${corpus.manifest.lastAt?.slice(0, 10) ?? 'no date'}`,
        },
      );
    // What can't be written to is told before minutes of measuring.
    made = makeFolder(folder);
    const metrics = await measureReport(part, options);
    const manifest = { ...corpus.manifest, ...span };
    const story = buildStory(
      { manifest, metrics },
      {
        language,
        zone,
        notes: [...(config.notes ?? []), ...(options.notes ?? [])],
        ...(config.brand && { brand: config.brand }),
        ...(config.sector && { sector: config.sector }),
        ...(messages !== undefined && { messages }),
      },
    );
    const written: Partial<Record<keyof WrittenReport, string>> = {};
    let done = 0;
    const write = async (
      key: keyof WrittenReport,
      name: string,
      render: () => string | Uint8Array | Promise<Uint8Array>,
    ): Promise<void> => {
      signal?.throwIfAborted();
      options.onProgress?.({ task: 'writing', item: name, done, total: files.length, unit: 'files' });
      written[key] = join(folder, name);
      writeWhole(join(folder, name), await render());
      if (key !== 'schema') done++;
    };
    if (files.includes('html')) await write('html', 'report.html', () => renderPage(story));
    if (files.includes('json')) {
      await write('metrics', 'metrics.json', () => renderJson(story, metrics, manifest));
      await write('schema', 'metrics.schema.json', () => `${JSON.stringify(METRICS_SCHEMA, null, 2)}\n`);
    }
    if (files.includes('pptx')) await write('deck', 'deck.pptx', () => renderDeck(story, theme));
    if (files.includes('xlsx')) await write('workbook', 'metrics.xlsx', () => renderWorkbook(story, metrics));
    if (files.includes('parquet')) {
      options.onProgress?.({ task: 'writing', item: 'tables', done, total: files.length, unit: 'files' });
      await writeMetricTables(metrics, join(folder, 'tables'));
      written['tables'] = join(folder, 'tables');
    }
    return written;
  } catch (error) {
    if (made !== undefined) removeEmptyFolders(folder, made);
    throw error;
  } finally {
    part.close();
  }
}
