import type { Metric } from '../model/index.js';
import { formatInterval, formatNumber, formatValue, type NumberStyle } from '../util/french.js';
import { numberCell, textCell, type Chart, type ChartOptions, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { channelLabel, label, type LabelKind } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';

/** Columns that can name a line, and how their codes are read. */
const NAMES: Readonly<Record<string, LabelKind | 'channel' | 'text'>> = {
  driver: 'driver',
  channel: 'channel',
  firstChannel: 'channel',
  spillChannel: 'channel',
  stage: 'stage',
  firstStage: 'stage',
  platform: 'platform',
  brand: 'text',
  harm: 'harm',
};
const ESTIMATES = ['share', 'rate', 'value', 'ratio'] as const;
const STYLES: Readonly<Record<string, NumberStyle>> = {
  share: 'share',
  ratio: 'ratio',
  score: 'score',
  hours: 'hours',
};
const SHOWN = 14;

interface Shape {
  readonly name: string;
  readonly estimate: string;
  readonly rows: readonly ChartRow[];
}

/** The shape of a table of estimates by group: exactly one naming column that tells the rows apart, an estimate and its bounds. */
function shapeOf(metric: Metric): Shape | null {
  const columns = metric.table.columnNames();
  const estimate = ESTIMATES.find((column) => columns.includes(column));
  if (estimate === undefined || !columns.includes('low') || !columns.includes('high')) return null;
  const rows = estimatedRows(metric, [estimate, 'low', 'high']);
  const name = Object.keys(NAMES).find(
    (column) => columns.includes(column) && new Set(rows.map((row) => row[column])).size === rows.length,
  );
  return name === undefined || rows.length < 2 || rows.some((row) => textCell(row, name) === '')
    ? null
    : { name, estimate, rows: rows.slice(0, SHOWN) };
}

function nameOf(row: ChartRow, column: string): string {
  const kind = NAMES[column] ?? 'text';
  const code = textCell(row, column);
  return kind === 'text' ? code : kind === 'channel' ? channelLabel(code) : label(kind, code);
}

/**
 * Dots with intervals for any metric whose table is a list of estimates by driver, channel, stage, platform, brand or harm.
 * `null` when the table has another shape.
 */
export function estimatesChart(metric: Metric, options: ChartOptions = {}): Chart | null {
  const shape = shapeOf(metric);
  if (shape === null) return null;
  const { name, estimate } = shape;
  const style =
    estimate === 'share' || estimate === 'rate'
      ? 'share'
      : estimate === 'ratio'
        ? 'ratio'
        : (STYLES[metric.unit] ?? 'number');
  const value = (row: ChartRow): number => numberCell(row, estimate) ?? 0;
  const bounds = (row: ChartRow): { low: number; high: number } => ({
    low: numberCell(row, 'low') ?? 0,
    high: numberCell(row, 'high') ?? 0,
  });
  return chartMaker(() => ({
    name: metric.name,
    title: metric.label.fr,
    note: levelNote(metric),
    rows: shape.rows,
    draw: (rows, layout) =>
      intervalDots(
        rows.map((row) => ({
          label: nameOf(row, name),
          value: value(row),
          ...bounds(row),
          told: `${formatValue(value(row), style)}${numberCell(row, 'n') === null ? '' : ` (n\u00a0=\u00a0${formatNumber(numberCell(row, 'n') ?? 0)})`}`,
        })),
        {
          ...layout,
          axisTitle: metric.label.fr,
          format: style === 'share' ? '.1~%' : '~r',
          ...(style === 'ratio' ? { reference: 1 } : {}),
        },
      ),
    alt: (rows) =>
      `Points et intervalles. ${rows
        .slice(0, 6)
        .map(
          (row) =>
            `${nameOf(row, name)} : ${formatValue(value(row), style)} (${formatInterval(bounds(row), style)})`,
        )
        .join(' ; ')}.`,
  }))(metric, options);
}
