import type { Metric } from '../model/index.js';
import type { ReportModel } from './report-model.js';

/** A metric as JSON: its table becomes rows, instants ISO 8601 in UTC. */
export type JsonMetric = Omit<Metric, 'table' | 'rows' | 'chart'> & {
  readonly table: readonly Readonly<Record<string, unknown>>[];
};

/** One metric with its table as plain rows. */
export function metricToJson(metric: Metric): JsonMetric {
  const { table, rows: _rows, chart: _chart, ...rest } = metric;
  return { ...rest, table: table.objects() as Record<string, unknown>[] };
}

/** The metrics of a report for machines: every value with n, denominator, interval, method, limits and table; UTF-8 JSON ending in a line feed. */
export function renderJson(model: ReportModel): string {
  const { version, title, subtitle, manifest, metrics } = model;
  return `${JSON.stringify({ deversoir: version, title, subtitle, totals: manifest.totals, metrics: metrics.map(metricToJson) }, null, 2)}\n`;
}
