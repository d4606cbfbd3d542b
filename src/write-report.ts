import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusConfig } from './model/config.js';
import type { Metric } from './model/index.js';
import type { Language } from './util/language.js';
import type { Corpus } from './corpus.js';
import { caseTimeline } from './metrics/funnel/case-timeline.js';
import { messageCounts, messageSample } from './metrics/basic/message-sample.js';
import { measureCrises } from './metrics/crisis/crisis-metrics.js';
import { measureFunnel } from './metrics/funnel/funnel-metrics.js';
import { periodChange } from './metrics/period-change.js';
import { measureCorpus } from './metrics/measure-corpus.js';
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
export const REPORT_FILES = ['html', 'json', 'pptx', 'xlsx'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

export interface WriteReportOptions {
  readonly config?: CorpusConfig;
  /** Let masked private messages be quoted. Default: never. */
  readonly privateVerbatims?: boolean;
  /** Sentences under the title, besides those of the configuration. */
  readonly notes?: readonly string[];
  /** Language of all that is written. Default `fr`. */
  readonly language?: Language;
  /** What to write. Default: all. */
  readonly files?: readonly ReportFile[];
  /** Look of the deck. */
  readonly theme?: DeckTheme;
}

/** Where a report was written; what was not asked for is absent. */
export interface WrittenReport {
  readonly html?: string;
  readonly metrics?: string;
  readonly schema?: string;
  readonly deck?: string;
  readonly workbook?: string;
}

/** Every metric of a report, in the order of its annex, names of persons masked in the texts to quote. */
export async function measureReport(
  corpus: Corpus,
  { config = {}, privateVerbatims = false }: WriteReportOptions = {},
): Promise<Metric[]> {
  const brands = config.brand === undefined ? [] : [config.brand, ...(config.competitors ?? [])];
  const asked = { brands, quotePrivate: privateVerbatims, ...(config.zone && { zone: config.zone }) };
  return [
    ...(await measureFunnel(corpus, asked)),
    await caseTimeline(corpus, asked),
    await periodChange(corpus, asked),
    ...(await measureCrises(corpus, asked)),
    ...(await measureCorpus(corpus, asked)),
    await messageSample(corpus, asked),
    await messageCounts(corpus, asked),
  ];
}

/**
 * Measures a corpus and writes into a folder `report.html` (one self-contained page), `metrics.json` and its schema, `deck.pptx` and
 * `metrics.xlsx`: renderings of one story.
 */
export async function writeReport(
  corpus: Corpus,
  folder: string,
  options: WriteReportOptions = {},
): Promise<WrittenReport> {
  const { config = {}, language = 'fr', files = REPORT_FILES } = options;
  const metrics = await measureReport(corpus, options);
  const story = buildStory(
    { manifest: corpus.manifest, metrics },
    {
      language,
      notes: [...(config.notes ?? []), ...(options.notes ?? [])],
      ...(config.brand && { brand: config.brand }),
      ...(config.sector && { sector: config.sector }),
      ...(config.zone && { zone: config.zone }),
    },
  );
  mkdirSync(folder, { recursive: true });
  const written: Record<string, string> = {};
  const write = (key: keyof WrittenReport, name: string, content: string | Uint8Array): void => {
    written[key] = join(folder, name);
    writeFileSync(join(folder, name), content);
  };
  if (files.includes('html')) write('html', 'report.html', renderPage(story));
  if (files.includes('json')) {
    write('metrics', 'metrics.json', renderJson(story, metrics, corpus.manifest));
    write('schema', 'metrics.schema.json', `${JSON.stringify(METRICS_SCHEMA, null, 2)}\n`);
  }
  if (files.includes('pptx')) write('deck', 'deck.pptx', await renderDeck(story, options.theme));
  if (files.includes('xlsx')) write('workbook', 'metrics.xlsx', await renderWorkbook(story, metrics));
  return written;
}
