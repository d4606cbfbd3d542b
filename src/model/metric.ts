import type { ColumnTable } from 'arquero';

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Nominal coverage, e.g. 0.95. */
  readonly level: number;
  readonly method: string;
}

export type MetricUnit =
  'messages' | 'cases' | 'articles' | 'share' | 'score' | 'hours' | 'days' | 'ratio' | 'events' | 'euros';

/** A text in French and English. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export type MetricCell = string | number | boolean | Date | null | readonly string[];

/** A row of a metric's table; an absent value is `null`, never 0, '' or NaN. */
export type MetricRow = Readonly<Record<string, MetricCell>>;

/** A Vega-Lite 6 specification, plain JSON. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>;

/**
 * A measure with all that is needed to defend it: value, n, denominator, interval, method and its limits, and the rows
 * behind it. Rows carry their own `n`, `low`, `high`.
 */
export interface Metric<Row = MetricRow> {
  /** The name of its function, camelCase: `shareOfVoice`, `spillRate`, ... */
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: MetricUnit;
  /** `null` with `notMeasured` set, or for a metric that is only a table. */
  readonly value: number | null;
  readonly n: number;
  /** What n counts, e.g. "cases opened in private": French and English. */
  readonly denominator: Bilingual;
  readonly interval: Interval | null;
  readonly method: Bilingual;
  readonly limits?: Bilingual;
  /** The rows as an Arquero table, to filter, join and derive. */
  readonly table: ColumnTable;
  /** The rows as typed objects. */
  rows(): readonly Row[];
  /** The chart as a Vega-Lite 6 specification; a sentence in place of an empty frame when there is nothing to draw. */
  chart(): VegaLiteSpec;
  /** Why there is no value: "not measured, because …", never NaN. */
  readonly notMeasured?: Bilingual;
}
