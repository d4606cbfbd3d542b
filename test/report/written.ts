import { columnsOf, makeMetric } from '../metrics/write-metric.js';
import type { Metric, MetricRow } from '../../src/model/index.js';
import type { Telling } from '../../src/report/story/reading.js';
import { wordsOf } from '../../src/report/story/words.js';

/** A metric written by hand: its name, unit, value and rows; interval from `low` and `high` when both are given. */
export function written(
  name: string,
  unit: Metric['unit'],
  {
    value = null,
    n = 100,
    low,
    high,
    rows = [],
  }: {
    readonly value?: number | null;
    readonly n?: number;
    readonly low?: number;
    readonly high?: number;
    readonly rows?: readonly MetricRow[];
  },
): Promise<Metric> {
  const frame = {
    name,
    label: { fr: `Mesure ${name}`, en: name },
    unit,
    denominator: { fr: 'dossiers', en: 'cases' },
    method: { fr: 'M.', en: 'M.' },
    columns: columnsOf(rows),
  };
  return makeMetric(frame, {
    value,
    n,
    rows,
    ...(low !== undefined && high !== undefined && { interval: { low, high, level: 0.95, method: 'm' } }),
  });
}

/** What findings are told from, where nothing has been quoted yet. */
export const telling = (
  metrics: readonly Metric[],
  {
    language = 'fr',
    zone = 'UTC',
    brand = '',
  }: { readonly language?: 'fr' | 'en'; readonly zone?: string; readonly brand?: string } = {},
): Telling => ({
  metrics: new Map(metrics.map((metric) => [metric.name, metric])),
  words: wordsOf(language, zone),
  zone,
  brand,
  quoted: new Set(),
});

/** Breaks and spaces of French typography as plain spaces, to read expectations. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
