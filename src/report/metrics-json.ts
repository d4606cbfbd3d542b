import type { Manifest, Metric } from '../model/index.js';
import type { Figure, Story } from './story/story.js';

/** A metric as JSON: its table becomes rows, instants ISO 8601 in UTC. */
export type JsonMetric = Omit<Metric, 'table' | 'rows' | 'chart'> & {
  readonly table: readonly Readonly<Record<string, unknown>>[];
};

/** Metrics made for the page alone: messages to open and the counts behind its filters. */
export const PAGE_ONLY: ReadonlySet<string> = new Set(['messageSample', 'messageCounts', 'caseCounts']);

/** One metric with its table as plain rows. */
export function metricToJson(metric: Metric): JsonMetric {
  const { table, rows: _rows, chart: _chart, ...rest } = metric;
  return { ...rest, table: table.objects() as Record<string, unknown>[] };
}

/** Where a number of the summary stands among the metrics. */
const pointer = ({ metric, row, column, value, n }: Figure): object => ({
  metric,
  ...(row && { row }),
  column,
  value,
  n,
});

/**
 * The metrics of a report for machines: every value with n, denominator, interval, method, limits and table, and which of them
 * the summary shows; described by `METRICS_SCHEMA`. UTF-8 JSON ending in a line feed.
 */
export function renderJson(story: Story, metrics: readonly Metric[], manifest: Manifest): string {
  const { version, title, subtitle, language, tiles, happened, overflows, actions } = story;
  const said = [...happened, ...overflows, ...actions].map(({ text, figures }) => ({
    text,
    figures: figures.map(pointer),
  }));
  const summary = {
    tiles: tiles.map(({ label, value, figure }) => ({ label, text: value, figure: pointer(figure) })),
    sentences: said,
  };
  return `${JSON.stringify(
    {
      deversoir: version,
      language,
      title,
      subtitle,
      totals: manifest.totals,
      summary,
      metrics: metrics.filter(({ name }) => !PAGE_ONLY.has(name)).map(metricToJson),
    },
    null,
    2,
  )}\n`;
}
