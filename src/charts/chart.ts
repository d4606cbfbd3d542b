import type { Metric, VegaLiteSpec } from '../model/index.js';

export type { VegaLiteSpec };

/** A chart of one metric, ready to be drawn; without data, a sentence in place of an empty frame. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  /** What is counted, n and the level of the intervals. */
  readonly subtitle: string;
  /** The chart in words, for those who don't see it. */
  readonly alt: string;
  /** `null`: nothing to draw, see `empty`. */
  readonly spec: VegaLiteSpec | null;
  readonly empty?: string;
}

export interface ChartOptions {
  /** Whole width in pixels, labels included. Default 680; under 480 the chart is laid out for a phone. */
  readonly width?: number;
}

/** A chart function: the same for all of them. */
export type ChartMaker = (metric: Metric, options?: ChartOptions) => Chart;

export type ChartRow = Readonly<Record<string, unknown>>;

/** Rows of a metric's table. */
export const rowsOf = (metric: Metric): ChartRow[] => metric.table.objects() as ChartRow[];

/** A cell as a finite number, or `null` when absent. */
export function numberCell(row: ChartRow, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The ends of a row's interval. */
export const boundsOf = (row: ChartRow): { low: number; high: number } => ({
  low: numberCell(row, 'low') ?? 0,
  high: numberCell(row, 'high') ?? 0,
});

/** A cell as text, '' when absent. */
export const textCell = (row: ChartRow, column: string): string =>
  typeof row[column] === 'string' ? row[column] : '';

/** The width of a chart and its title block. */
export interface ChartLayout {
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
}
