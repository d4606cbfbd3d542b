import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusConfig } from './model/config.js';
import type { Corpus } from './corpus.js';
import { caseTimeline } from './metrics/funnel/case-timeline.js';
import { measureCrises } from './metrics/crisis/crisis-metrics.js';
import { measureFunnel } from './metrics/funnel/funnel-metrics.js';
import { measureCorpus } from './metrics/measure-corpus.js';
import { buildReport, renderHtml, renderJson } from './report/index.js';

export interface WriteReportOptions {
  readonly config?: CorpusConfig;
  /** Let masked private messages be quoted. Default: never. */
  readonly privateVerbatims?: boolean;
  /** Sentences under the title, besides those of the configuration. */
  readonly notes?: readonly string[];
}

/** Where a report was written. */
export interface WrittenReport {
  readonly html: string;
  readonly metrics: string;
}

/** Measures a corpus and writes `report.html` (one self-contained French page) and `metrics.json` into a folder. */
export async function writeReport(
  corpus: Corpus,
  folder: string,
  options: WriteReportOptions = {},
): Promise<WrittenReport> {
  const { config = {}, privateVerbatims = false } = options;
  const notes = [...(config.notes ?? []), ...(options.notes ?? [])];
  const brands = config.brand === undefined ? [] : [config.brand, ...(config.competitors ?? [])];
  const asked = { brands, quotePrivate: privateVerbatims, ...(config.zone && { zone: config.zone }) };
  const metrics = await measureCorpus(corpus, asked);
  const funnel = [...(await measureFunnel(corpus, asked)), await caseTimeline(corpus, asked)];
  const crises = await measureCrises(corpus, asked);
  const model = buildReport(
    { manifest: corpus.manifest, metrics, funnel, crises },
    { ...(config.brand && { brand: config.brand }), ...(config.zone && { zone: config.zone }), notes },
  );
  mkdirSync(folder, { recursive: true });
  const written = { html: join(folder, 'report.html'), metrics: join(folder, 'metrics.json') };
  writeFileSync(written.html, await renderHtml(model));
  writeFileSync(written.metrics, renderJson(model));
  return written;
}
