import type { Metric } from '../model/index.js';
import type { Language } from '../util/language.js';
import { escapeHtml } from './escape.js';
import { tableOf } from './story/annex.js';
import { figureOf } from './story/reading.js';
import { wordsOf } from './story/words.js';

export interface MetricHtmlOptions {
  /** Default `fr`. */
  readonly language?: Language;
  /** IANA zone of dates. Default `Europe/Paris`. */
  readonly zone?: string;
  /** Rows shown at most. Default 16. */
  readonly rows?: number;
  /** Columns shown, in this order. Default: all that serve a reader. */
  readonly columns?: readonly string[];
}

/**
 * A metric as a reader wants it in a notebook: its value with interval and denominator, or why it was not measured, then its table
 * with names in words and numbers of the language. HTML; every text is escaped.
 */
export function metricHtml(metric: Metric, options: MetricHtmlOptions = {}): string {
  const { language = 'fr', zone = 'Europe/Paris', rows, columns: chosen } = options;
  const words = wordsOf(language, zone);
  const figure = figureOf(metric, words);
  const name = words.of(metric.label);
  const told =
    figure === null
      ? metric.notMeasured === undefined
        ? ''
        : words.of(metric.notMeasured)
      : words.evidence(figure);
  const head =
    figure === null
      ? name
      : words.say(
          `${name} : ${words.value(figure.value, figure.style)}`,
          `${name}: ${words.value(figure.value, figure.style)}`,
        );
  const { columns, rows: cells, note } = tableOf(metric, words, rows, chosen);
  const align = (at: number): string =>
    ` style="text-align:${columns[at]?.numeric === true ? 'right' : 'left'}"`;
  const line = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts.map((text, at) => `<${tag}${align(at)}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`;
  const table =
    cells.length === 0
      ? ''
      : `<table><thead>${line(
          'th',
          columns.map(({ title }) => title),
        )}</thead><tbody>${cells.map((row) => line('td', row)).join('')}</tbody></table>`;
  return `<p><b>${escapeHtml(head)}</b>${told === '' ? '' : ` (${escapeHtml(told)})`}</p>${table}${note === '' ? '' : `<p>${escapeHtml(note)}</p>`}`;
}
