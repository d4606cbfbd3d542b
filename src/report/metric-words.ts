import type { Metric } from '../model/index.js';
import {
  formatDate,
  formatInterval,
  formatNumber,
  formatValue,
  NBSP,
  typo,
  type NumberStyle,
} from '../util/french.js';
import { countInWords, notMeasuredSentence } from '../charts/make-chart.js';
import type { Quote } from './report-model.js';
import { channelLabel, label } from '../charts/wording.js';

export type Row = Readonly<Record<string, unknown>>;

/** The metrics of a report by name. */
export type MetricSet = ReadonlyMap<string, Metric>;

/** What a section may need. */
export interface SectionContext {
  readonly metrics: MetricSet;
  readonly zone: string;
}

export const rowsOf = (metric: Metric | undefined): Row[] =>
  metric ? (metric.table.objects() as Row[]) : [];

export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : 0;
}

export const textOf = (row: Row | undefined, column: string): string =>
  typeof row?.[column] === 'string' ? row[column] : '';

const STYLES: Readonly<Record<Metric['unit'], NumberStyle>> = {
  messages: 'number',
  cases: 'number',
  articles: 'number',
  events: 'number',
  share: 'share',
  score: 'score',
  hours: 'hours',
  days: 'number',
  ratio: 'ratio',
};

/** Scores without a sign, and a ratio that is a number of complaints, not a factor. */
const PLAIN = new Set(['meanRating', 'reservoirCheck', 'icebergRatio']);

/** How the values of a metric are printed. */
export const styleOf = (metric: Metric): NumberStyle =>
  PLAIN.has(metric.name) ? 'number' : STYLES[metric.unit];

/** « intervalle à 95 % : de 10,0 % à 15,0 % », or '' for a count. */
export function intervalOf(metric: Metric): string {
  if (!metric.interval) return '';
  return `intervalle à ${formatNumber(metric.interval.level * 100)} % : ${formatInterval(metric.interval, styleOf(metric))}`;
}

/** « 12,3 % (intervalle à 95 % : de … à … ; n = …) », or why it was not measured. */
export function valueInWords(metric: Metric): string {
  if (metric.value === null) return metric.notMeasured ? notMeasuredSentence(metric) : countInWords(metric);
  const open =
    metric.unit === 'hours' && metric.interval === null ? 'borne haute de l’intervalle non atteinte' : '';
  const detail = [intervalOf(metric), open, countInWords(metric)].filter((part) => part !== '').join(' ; ');
  return typo(`${formatValue(metric.value, styleOf(metric))} (${detail})`);
}

/** « 58,4 % (de 52,0 % à 64,5 % ; n = 233) » from a row. */
export function shareInWords(
  row: Row,
  columns: { readonly value: string; readonly low: string; readonly high: string; readonly n: string },
  style: NumberStyle = 'share',
): string {
  const interval = formatInterval(
    { low: numberOf(row, columns.low), high: numberOf(row, columns.high) },
    style,
  );
  return typo(
    `${formatValue(numberOf(row, columns.value), style)} (${interval} ; n${NBSP}=${NBSP}${formatNumber(numberOf(row, columns.n))})`,
  );
}

const LONGEST_QUOTE = 500;

/** A text without blank lines, cut at a word when it is too long to quote whole, the cut shown. */
export function shortened(whole: string): string {
  const text = whole.replace(/[ \t\r]*\n\s*/g, '\n');
  if (text.length <= LONGEST_QUOTE) return text;
  const cut = text.slice(0, LONGEST_QUOTE);
  return `${cut.replace(/\s+\S*$/u, '')} […]`;
}

/** A row of a list of texts as a quote: channel, date, sentiment and driver under it. */
export function quoteOf(row: Row, zone: string): Quote {
  const sentiment = textOf(row, 'sentiment');
  const driver = textOf(row, 'driver');
  const parts = [
    channelLabel(textOf(row, 'channel')),
    dateOf(row['sentAt'], zone),
    ...(sentiment === '' ? [] : [`tonalité ${feminine(label('sentiment', sentiment))}`]),
    ...(driver === '' ? [] : [label('driver', driver)]),
  ];
  return { text: shortened(textOf(row, 'text')), source: typo(parts.join(' · ')) };
}

/** The date of a row, or that there is none. */
export const dateOf = (value: unknown, zone: string): string =>
  value instanceof Date ? formatDate(value, { zone }) : 'date inconnue';

/** Feminine of the names of sentiments: « tonalité négative ». */
const feminine = (word: string): string => word.replace(/if$/, 'ive');

/** First letter in capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** First letter in lower case, for a name put into a sentence. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
