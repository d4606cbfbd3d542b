import type { NumberStyle } from '../../util/french.js';
import { numberOf, numberOrNull, type Row } from './reading.js';
import type { Facet, Mark, StoryChart } from './story.js';
import type { Words } from './words.js';

/** Bars of a chart; the rest is in the annex. */
export const BARS = 10;

export interface MarkColumns {
  readonly value: string;
  readonly low?: string;
  readonly high?: string;
  readonly n?: string;
}

export function markOf(
  row: Row,
  label: string,
  columns: MarkColumns,
  style: NumberStyle,
  words: Words,
  extra: {
    readonly facet?: Facet;
    readonly strong?: boolean;
    readonly counted?: string;
    /** Decimals of all marks of a chart alike. */
    readonly digits?: number;
  } = {},
): Mark {
  const { counted, digits, ...rest } = extra;
  const [value, low, high] = [
    numberOf(row, columns.value),
    numberOrNull(row, columns.low ?? 'low'),
    numberOrNull(row, columns.high ?? 'high'),
  ];
  const n = numberOrNull(row, columns.n ?? 'n') ?? 0;
  const text = digits === undefined ? words.value(value, style) : words.number(value, digits);
  const between = low === null || high === null ? '' : ` (${words.interval(low, high, style)})`;
  return {
    label,
    value,
    low,
    high,
    n,
    text,
    detail: words.say(
      `${label} : ${text}${between}${counted ?? ` ; n = ${words.number(n)}`}`,
      `${label}: ${text}${between}${counted ?? `; n = ${words.number(n)}`}`,
    ),
    ...rest,
  };
}

/** The chart in words: every mark with its figures, up to a number that can be listened to. */
export const inWords = (title: string, marks: readonly Mark[]): string =>
  `${title.replace(/[.\s]+$/, '')}. ${marks
    .slice(0, 12)
    .map(({ detail }) => detail)
    .join('. ')}.`;

export function barsChart(
  title: string,
  subtitle: string,
  style: NumberStyle,
  marks: readonly Mark[],
): StoryChart | null {
  const known = marks.filter(({ value }) => Number.isFinite(value));
  const shown = known.slice(0, BARS);
  const left = known.length - shown.length;
  return shown.length < 2
    ? null
    : {
        kind: 'bars',
        title,
        subtitle,
        ...(left > 0 && { left }),
        style,
        series: [{ name: '', marks: shown }],
        events: [],
        alt: inWords(title, shown),
      };
}
