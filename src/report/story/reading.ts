import type { Metric } from '../../model/index.js';
import type { NumberStyle } from '../../util/french.js';
import type { Figure } from './story.js';
import type { Words } from './words.js';

/** Messages with a tone from which one speaks of a tone at all. */
export const LEAST_CLASSIFIED = 10;

export type Row = Readonly<Record<string, unknown>>;

/** The metrics of a report by name. */
export type MetricSet = ReadonlyMap<string, Metric>;

/** What a finding is told from. */
export interface Telling {
  readonly metrics: MetricSet;
  readonly words: Words;
  readonly zone: string;
  readonly brand: string;
  /** Texts already quoted: a customer speaks once in a report. */
  readonly quoted: Set<string>;
}

export const rowsOf = (metric: Metric | undefined): Row[] =>
  metric === undefined ? [] : (metric.table.objects() as Row[]);

/** A number that a row must hold: absent it is NaN, so that no comparison with it is true and nothing counts it as 0. */
export const numberOf = (row: Row | undefined, column: string): number =>
  numberOrNull(row, column) ?? Number.NaN;

export const numberOrNull = (row: Row | undefined, column: string): number | null =>
  typeof row?.[column] === 'number' && Number.isFinite(row[column]) ? row[column] : null;

export const textOf = (row: Row | undefined, column: string): string =>
  typeof row?.[column] === 'string' ? row[column] : '';

export const listOf = (row: Row | undefined, column: string): string[] =>
  Array.isArray(row?.[column]) ? row[column].map(String) : [];

export const dateOf = (row: Row | undefined, column: string): Date | null =>
  row?.[column] instanceof Date ? row[column] : null;

const STYLES: Readonly<Record<Metric['unit'], NumberStyle>> = {
  messages: 'number',
  cases: 'number',
  articles: 'number',
  events: 'number',
  share: 'share',
  score: 'score',
  hours: 'hours',
  days: 'number',
  euros: 'number',
  ratio: 'ratio',
};

/** Scores without a sign, and a ratio that is a number of complaints, not a factor. */
const PLAIN = new Set(['meanRating', 'reservoirCheck', 'icebergRatio']);

/** How the values of a metric are printed. */
export const styleOf = (metric: Metric): NumberStyle =>
  PLAIN.has(metric.name) ? 'number' : STYLES[metric.unit];

/** The value of a metric as a figure; `null` when it was not measured. */
export function figureOf(metric: Metric | undefined, words: Words): Figure | null {
  if (metric === undefined || metric.value === null) return null;
  return {
    metric: metric.name,
    column: 'value',
    value: metric.value,
    style: styleOf(metric),
    low: metric.interval?.low ?? null,
    high: metric.interval?.high ?? null,
    n: metric.n,
    denominator: words.of(metric.denominator),
  };
}

export interface CellOptions {
  readonly style?: NumberStyle;
  readonly low?: string;
  readonly high?: string;
  readonly n?: string;
  readonly denominator?: string;
}

/** A cell of a metric's table as a figure, found again by the columns of `keys`. */
export function cellOf(
  metric: Metric,
  row: Row,
  column: string,
  keys: readonly string[],
  words: Words,
  options: CellOptions = {},
): Figure {
  return {
    metric: metric.name,
    row: Object.fromEntries(
      keys.flatMap((key) => {
        const value = row[key];
        return typeof value === 'string' || typeof value === 'number'
          ? [[key, value]]
          : value instanceof Date
            ? [[key, value.toISOString()]]
            : [];
      }),
    ),
    column,
    value: numberOf(row, column),
    style: options.style ?? styleOf(metric),
    low: numberOrNull(row, options.low ?? 'low'),
    high: numberOrNull(row, options.high ?? 'high'),
    n: numberOrNull(row, options.n ?? 'n') ?? metric.n,
    denominator: options.denominator ?? words.of(metric.denominator),
  };
}
