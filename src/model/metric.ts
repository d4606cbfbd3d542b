import type { ColumnTable } from 'arquero';

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Nominal coverage, e.g. 0.95. */
  readonly level: number;
  readonly method: string;
}

export type Unit =
  'messages' | 'cases' | 'articles' | 'share' | 'score' | 'hours' | 'days' | 'ratio' | 'events';

/**
 * A measure with all that is needed to defend it: value, n, denominator, interval, method and its limits, and the table
 * behind it. A table's rows carry their own `n`, `low`, `high`.
 */
export interface Metric {
  /** Stable name, camelCase: `shareOfVoice`, `spillRate`, ... */
  readonly name: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly unit: Unit;
  /** `null` with `notMeasured` set, or for a metric that is only a table. */
  readonly value: number | null;
  readonly n: number;
  /** What n counts, e.g. "cases opened in private": French and English. */
  readonly denominator: { readonly fr: string; readonly en: string };
  readonly interval: Interval | null;
  readonly method: { readonly fr: string; readonly en: string };
  readonly limits?: { readonly fr: string; readonly en: string };
  readonly table: ColumnTable;
  /** Why there is no value: "not measured, because …", never NaN. */
  readonly notMeasured?: { readonly fr: string; readonly en: string };
}
