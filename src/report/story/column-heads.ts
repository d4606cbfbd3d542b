import type { Language } from '../../util/language.js';
import { shippedJson } from '../../util/shipped-json.js';

type Heads = Readonly<Record<string, string | readonly [fr: string, en: string]>>;

/** Heads of the columns of metrics’ tables in French, and in English where it is not the column’s name in words. */
export const COLUMN_HEADS = shippedJson('./column-heads.json', import.meta.url) as {
  readonly columns: Heads;
  /** Columns that mean something else in their metric than their name says elsewhere. */
  readonly ofMetric: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** A column's name in words, in the table of a metric. */
export function columnHead(column: string, metric: string, language: Language): string {
  const { columns, ofMetric } = COLUMN_HEADS;
  const named = Object.hasOwn(columns, column) ? columns[column] : undefined;
  const [french, english] = typeof named === 'object' ? named : [named];
  const head = language === 'fr' ? (ofMetric[metric]?.[column] ?? french) : english;
  if (head !== undefined) return head;
  const spaced = column.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
