import type { Metric } from '../model/index.js';
import {
  formatDate,
  formatInterval,
  formatNumber,
  formatValue,
  NBSP,
  plural,
  type NumberStyle,
} from '../util/french.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { levelNote, type ChartFrame } from './make-chart.js';
import { rankedBars } from './ranked-bars.js';
import { timeSpans } from './time-spans.js';
import { channelLabel, label, type LabelKind } from './wording.js';

/** Longest name of a line made of a text. */
const LONGEST = 70;

/** A row in words. */
export type Tell = (row: ChartRow) => string;
type Count = (row: ChartRow) => number | null;
/** Names alike are told apart by their number, or leave the list undrawn: its rows then are of groups. */
type Alike = 'numbered' | 'undrawn';
type Drawn = Omit<ChartFrame, 'name' | 'title' | 'rows'> & { readonly kept: (row: ChartRow) => boolean };
/** How a list is drawn, from the columns that it needs. */
export interface Listed {
  readonly needs: readonly string[];
  readonly name: Tell;
  readonly alike: Alike;
  readonly drawn: (metric: Metric) => Drawn;
}

export const column =
  (name: string): Count =>
  (row) =>
    numberCell(row, name);
export const coded =
  (kind: LabelKind, name: string): Tell =>
  (row) =>
    textCell(row, name) === '' ? '' : label(kind, textCell(row, name));
export const text =
  (name: string): Tell =>
  (row) => {
    // by characters: an emoji is never cut in two
    const whole = [...textCell(row, name).replaceAll(/\s+/g, ' ')];
    const cut = whole.slice(0, LONGEST).join('');
    return whole.length <= LONGEST ? cut : `${cut.replace(/\s+\S*$/, '')}…`;
  };
export const channel: Tell = (row) =>
  textCell(row, 'channel') === '' ? '' : channelLabel(textCell(row, 'channel'));
/** Words behind others. */
export const inner =
  (tell: Tell): Tell =>
  (row) =>
    tell(row).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
export const joined =
  (...parts: readonly Tell[]): Tell =>
  (row) =>
    parts
      .map((part) => part(row))
      .filter((part) => part !== '')
      .join(', ');
export const counted =
  (name: string, noun: string): Tell =>
  (row) =>
    plural(numberCell(row, name) ?? 0, noun);
export function instant(row: ChartRow, name: string): number {
  const value = row[name];
  return value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN;
}

/** Names of lines, told apart where they are alike; `ranked`: by their place alone. */
export function names(rows: readonly ChartRow[], name: Tell, ranked = false): string[] {
  const met = new Set<string>();
  return rows.map((row, at) => {
    const told = name(row) || '…';
    if (ranked) return `${at + 1}. ${told}`;
    let own = told;
    for (let times = 2; met.has(own); times++) own = `${told} (${times})`;
    met.add(own);
    return own;
  });
}

interface Interval {
  readonly name: Tell;
  readonly columns: readonly [value: string, low: string, high: string, n: string | null];
  readonly style: NumberStyle;
  readonly kept?: (row: ChartRow) => boolean;
  readonly note?: string;
  readonly ranked?: boolean;
}

/** Estimates with their intervals. */
export const intervals = ({
  name,
  columns,
  style,
  kept = () => true,
  note,
  ranked = false,
}: Interval): Listed => {
  const [value, low, high, n] = columns;
  // differences of shares are read in points
  const scale = style === 'points' ? 100 : 1;
  const cell = (row: ChartRow, one: string): number => (numberCell(row, one) ?? 0) * scale;
  const tell = (row: ChartRow): string => formatValue(numberCell(row, value) ?? 0, style);
  return {
    needs: [value, low, high],
    name,
    alike: ranked ? 'numbered' : 'undrawn',
    drawn: (metric) => ({
      note: note === undefined ? levelNote(metric) : `${levelNote(metric)} ; ${note}`,
      kept: (row) => [value, low, high].every((one) => numberCell(row, one) !== null) && kept(row),
      draw: (rows, layout) => {
        const labels = names(rows, name, ranked);
        return intervalDots(
          rows.map((row, at) => ({
            label: labels[at] ?? '',
            value: cell(row, value),
            low: cell(row, low),
            high: cell(row, high),
            told:
              n === null || numberCell(row, n) === null
                ? tell(row)
                : `${tell(row)} (n${NBSP}=${NBSP}${formatNumber(numberCell(row, n) ?? 0)})`,
          })),
          {
            ...layout,
            axisTitle: style === 'points' ? 'points' : style === 'hours' ? 'heures' : '',
            format: style === 'share' ? '.1~%' : '~r',
            ...(style === 'points' && { reference: 0 }),
          },
        );
      },
      alt: (rows) =>
        `Points et intervalles. ${rows
          .slice(0, 6)
          .map(
            (row) =>
              `${name(row) || '…'} : ${tell(row)} (${formatInterval({ low: numberCell(row, low) ?? 0, high: numberCell(row, high) ?? 0 }, style)})`,
          )
          .join(' ; ')}.`,
    }),
  };
};

/** Counts, as bars. */
export const bars = (
  needs: readonly string[],
  name: Tell,
  value: Count,
  told: Tell,
  { note, ranked }: { readonly note?: string; readonly ranked?: boolean } = {},
): Listed => ({
  needs,
  name,
  alike: 'numbered',
  drawn: () => ({
    ...(note !== undefined && { note }),
    kept: (row) => (value(row) ?? 0) > 0,
    draw: (rows, layout) => {
      const labels = names(rows, name, ranked);
      return rankedBars(
        rows.map((row, at) => ({ label: labels[at] ?? '', value: value(row) ?? 0, told: told(row) })),
        layout,
      );
    },
    alt: (rows) =>
      `Barres. ${rows
        .slice(0, 6)
        .map((row) => `${name(row) || '…'} : ${told(row)}`)
        .join(' ; ')}.`,
  }),
});

/** What lasts from an instant to another, or is of one instant. */
export const spans = (
  needs: readonly string[],
  name: Tell,
  from: (row: ChartRow) => number,
  to: (row: ChartRow) => number,
  told: Tell,
  { note, kept = () => true }: { readonly note?: string; readonly kept?: (row: ChartRow) => boolean } = {},
): Listed => ({
  needs,
  name,
  alike: 'numbered',
  drawn: () => ({
    ...(note !== undefined && { note }),
    kept: (row) => Number.isFinite(from(row)) && Number.isFinite(to(row)) && kept(row),
    draw: (rows, layout) => {
      const labels = names(rows, name);
      return timeSpans(
        rows.map((row, at) => ({ label: labels[at] ?? '', from: from(row), to: to(row), told: told(row) })),
        layout,
      );
    },
    alt: (rows) =>
      `Frise. ${rows
        .slice(0, 6)
        .map((row) => `${name(row) || '…'}, le ${formatDate(from(row))} : ${told(row)}`)
        .join(' ; ')}.`,
  }),
});
