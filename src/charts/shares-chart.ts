import { formatInterval, formatNumber, formatShare } from '../util/french.js';
import type { Metric } from '../model/index.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots, type IntervalDot } from './interval-dots.js';
import { label, type LabelKind } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';

/** A dot with the share, its interval and its n. */
export function shareDot(
  row: ChartRow,
  name: string,
  columns: { value: string; low: string; high: string; n: string },
  width: number,
): IntervalDot {
  const value = numberCell(row, columns.value) ?? 0;
  const n = formatNumber(numberCell(row, columns.n) ?? 0);
  return {
    label: name,
    value,
    low: numberCell(row, columns.low) ?? 0,
    high: numberCell(row, columns.high) ?? 0,
    told: width < 480 ? `${formatShare(value, 0)} (${n})` : `${formatShare(value)} (n\u00a0=\u00a0${n})`,
  };
}

/** The same estimates in words, at most six. */
export function sharesInWords(
  rows: readonly ChartRow[],
  nameOf: (row: ChartRow) => string,
  columns: { value: string; low: string; high: string },
): string {
  const told = rows.slice(0, 6).map((row) => {
    const interval = { low: numberCell(row, columns.low) ?? 0, high: numberCell(row, columns.high) ?? 0 };
    return `${nameOf(row)} : ${formatShare(numberCell(row, columns.value) ?? 0)} (${formatInterval(interval, 'share')})`;
  });
  return `Points et intervalles. ${told.join(' ; ')}.`;
}

const SHARE = { value: 'share', low: 'low', high: 'high' } as const;

function sharesOf(
  kind: LabelKind | null,
  column: string,
  count: string,
  title: string,
  name: string,
): ReturnType<typeof chartMaker> {
  const nameOf = (row: ChartRow): string =>
    kind === null ? textCell(row, column) : label(kind, textCell(row, column));
  return chartMaker((metric: Metric) => ({
    name,
    title,
    note: `${levelNote(metric)} ; entre parenthèses, le nombre de messages`,
    rows: estimatedRows(metric, ['share', 'low', 'high'])
      .filter((row) => (numberCell(row, count) ?? 0) > 0)
      .slice(0, 12),
    draw: (rows, layout) =>
      intervalDots(
        rows.map((row) => ({
          ...shareDot(row, nameOf(row), { ...SHARE, n: count }, 0),
          told: `${formatShare(numberCell(row, 'share') ?? 0)} (${formatNumber(numberCell(row, count) ?? 0)})`,
        })),
        { ...layout, axisTitle: 'Part', format: '.1~%' },
      ),
    alt: (rows) => sharesInWords(rows, nameOf, SHARE),
  }));
}

/** Share of voice of each brand of the named set. */
export const shareOfVoiceChart = sharesOf(null, 'brand', 'mentions', 'Part de voix', 'shareOfVoice');

/** Share of public messages flagged in each class of harm. */
export const harmSharesChart = sharesOf(
  'harm',
  'harm',
  'messages',
  'Messages publics à modérer',
  'harmShares',
);

/** Share of public messages with each kind of contribution. */
export const contributionSharesChart = sharesOf(
  'contribution',
  'contribution',
  'messages',
  'Contributions à valoriser',
  'contributionShares',
);
