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
import { buildStory, METRICS_SCHEMA, renderJson, renderPage } from './report/index.js';

export interface WriteReportOptions {
  readonly config?: CorpusConfig;
  /** Let masked private messages be quoted. Default: never. */
  readonly privateVerbatims?: boolean;
  /** Sentences under the title, besides those of the configuration. */
  readonly notes?: readonly string[];
  /** Language of all that is written. Default `fr`. */
  readonly language?: Language;
}

/** Where a report was written. */
export interface WrittenReport {
  readonly html: string;
  readonly metrics: string;
  readonly schema: string;
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

/** Measures a corpus and writes `report.html` (one self-contained page), `metrics.json` and its schema into a folder. */
export async function writeReport(
  corpus: Corpus,
  folder: string,
  options: WriteReportOptions = {},
): Promise<WrittenReport> {
  const { config = {}, language = 'fr' } = options;
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
  const written = {
    html: join(folder, 'report.html'),
    metrics: join(folder, 'metrics.json'),
    schema: join(folder, 'metrics.schema.json'),
  };
  writeFileSync(written.html, renderPage(story));
  writeFileSync(written.metrics, renderJson(story, metrics, corpus.manifest));
  writeFileSync(written.schema, `${JSON.stringify(METRICS_SCHEMA, null, 2)}\n`);
  return written;
}
