import type { Metric } from '../model/index.js';

/** A text in French and English. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export type Cell = string | number | boolean | Date | null | readonly string[];
export type TableRow = Readonly<Record<string, Cell>>;

/** What a metric is whatever its value: all but value, n, interval and rows. */
export interface MetricFrame {
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: Metric['unit'];
  readonly denominator: Bilingual;
  readonly method: Bilingual;
  readonly limits?: Bilingual;
  /** Columns of the table, in order; there even when no row is. */
  readonly columns: readonly string[];
}

export interface MetricResult {
  readonly value: number | null;
  readonly n: number;
  readonly interval?: Metric['interval'];
  readonly rows: readonly TableRow[];
  readonly notMeasured?: Bilingual;
  readonly limits?: Bilingual | undefined;
}

/** Joins a frame and a result. Arquero is loaded here, when the first metric is made. */
export async function makeMetric(frame: MetricFrame, result: MetricResult): Promise<Metric> {
  const { table } = await import('arquero');
  const { columns, ...rest } = frame;
  const data = Object.fromEntries(columns.map((name) => [name, result.rows.map((row) => row[name] ?? null)]));
  const limits = result.limits ?? frame.limits;
  return {
    ...rest,
    value: result.notMeasured ? null : result.value,
    n: result.n,
    interval: result.notMeasured ? null : (result.interval ?? null),
    ...(limits ? { limits } : {}),
    table: table(data, [...columns]),
    ...(result.notMeasured ? { notMeasured: result.notMeasured } : {}),
  };
}

/** A metric that could not be measured, with the reason in both languages. */
export function unmeasured(
  frame: MetricFrame,
  n: number,
  fr: string,
  en: string,
  rows: readonly TableRow[] = [],
): Promise<Metric> {
  return makeMetric(frame, { value: null, n, rows, notMeasured: { fr, en } });
}
