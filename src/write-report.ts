import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusConfig } from './model/config.js';
import type { Manifest, Metric } from './model/index.js';
import type { Language } from './util/language.js';
import type { CorpusFilter } from './engine/corpus-filter.js';
import type { CorpusTables } from './engine/corpus-tables.js';
import { measure } from './metrics/measure.js';
import { buildStory, METRICS_SCHEMA, renderJson, renderPage } from './report/index.js';

export interface WriteReportOptions {
  readonly config?: CorpusConfig;
  /** The part of the corpus to report on, as `corpus.where` takes it. Default: all that is given. */
  readonly where?: CorpusFilter;
  /** IANA zone of periods and dates. Default: that of the configuration, else of the corpus. */
  readonly zone?: string;
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

const zoneOf = (corpus: CorpusTables, { zone, config }: WriteReportOptions): string =>
  zone ?? config?.zone ?? corpus.zone;

/** Every metric of a report, in the order of its annex, names of persons masked in the texts to quote. */
export async function measureReport(
  corpus: CorpusTables,
  { config = {}, privateVerbatims = false, ...rest }: WriteReportOptions = {},
): Promise<Metric[]> {
  const brands = config.brand === undefined ? [] : [config.brand, ...(config.competitors ?? [])];
  return measure(corpus, {
    brands,
    quotePrivate: privateVerbatims,
    zone: zoneOf(corpus, { config, ...rest }),
  });
}

/** Measures a corpus and writes `report.html` (one self-contained page), `metrics.json` and its schema into a folder. */
export async function writeReport(
  corpus: CorpusTables,
  folder: string,
  options: WriteReportOptions = {},
): Promise<WrittenReport> {
  const { config = {}, language = 'fr' } = options;
  const zone = zoneOf(corpus, options);
  const part = corpus.where({ ...options.where, zone });
  try {
    const metrics = await measureReport(part, options);
    const manifest = { ...corpus.manifest, ...(options.where && (await spanOf(part))) };
    const story = buildStory(
      { manifest, metrics },
      {
        language,
        zone,
        notes: [...(config.notes ?? []), ...(options.notes ?? [])],
        ...(config.brand && { brand: config.brand }),
        ...(config.sector && { sector: config.sector }),
      },
    );
    mkdirSync(folder, { recursive: true });
    const written = {
      html: join(folder, 'report.html'),
      metrics: join(folder, 'metrics.json'),
      schema: join(folder, 'metrics.schema.json'),
    };
    writeFileSync(written.html, renderPage(story));
    writeFileSync(written.metrics, renderJson(story, metrics, manifest));
    writeFileSync(written.schema, `${JSON.stringify(METRICS_SCHEMA, null, 2)}\n`);
    return written;
  } finally {
    part.close();
  }
}

/** First and last instant of a part of a corpus. */
async function spanOf(part: CorpusTables): Promise<Pick<Manifest, 'firstAt' | 'lastAt'>> {
  const { first, last } = (
    await part.query('SELECT min(sentAt) AS first, max(sentAt) AS last FROM messages')
  ).object() as { first: Date | null; last: Date | null };
  return { firstAt: first?.toISOString() ?? null, lastAt: last?.toISOString() ?? null };
}
