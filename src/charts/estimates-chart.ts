import type { Metric } from '../model/index.js';
import { formatInterval, formatNumber, formatValue, type NumberStyle } from '../util/french.js';
import {
  boundsOf,
  numberCell,
  textCell,
  type Chart,
  type ChartMaker,
  type ChartOptions,
  type ChartRow,
} from './chart.js';
import { intervalDots } from './interval-dots.js';
import { channelLabel, label, type LabelKind } from './wording.js';
import { chartMaker, estimatedRows, levelNote, type ChartFrame } from './make-chart.js';

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
  store: 'text',
  product: 'text',
  region: 'text',
};
const ESTIMATES = ['share', 'rate', 'value', 'ratio'] as const;
const STYLES: Readonly<Record<string, NumberStyle>> = { share: 'share', score: 'score', hours: 'hours' };
/** A number of complaints for one, no factor. */
const PLAIN = new Set(['icebergRatio']);
const CUTS = { driver: 'par motif', channel: 'par canal de départ' } as const;
const SHOWN = 14;

const estimateOf = (metric: Metric): string | undefined =>
  ESTIMATES.find((column) => metric.table.columnNames().includes(column));

function nameOf(row: ChartRow, column: string): string {
  const kind = NAMES[column] ?? 'text';
  const code = textCell(row, column);
  if (code === '') return column === 'driver' ? 'Sans motif' : '';
  return kind === 'text' ? code : kind === 'channel' ? channelLabel(code) : label(kind, code);
}

interface Estimates {
  /** The column that names a line. */
  readonly name: string;
  readonly estimate: string;
  readonly rows: readonly ChartRow[];
}

/** Rates and numbers on a linear axis, ratios on a logarithmic one around 1. */
function dots(
  metric: Metric,
  { name, estimate, rows }: Estimates,
): Pick<ChartFrame, 'note' | 'rows' | 'draw' | 'alt'> {
  const ratio = estimate === 'ratio';
  const style =
    estimate === 'share' || estimate === 'rate'
      ? 'share'
      : ratio && !PLAIN.has(metric.name)
        ? 'ratio'
        : (STYLES[metric.unit] ?? 'number');
  /** Numbers of one chart have decimals alike: « 2,0 » among « 0,58 ». */
  const tell = (one: number): string =>
    style !== 'number'
      ? formatValue(one, style)
      : formatNumber(one, rows.every((row) => Number.isInteger(row[estimate])) ? 0 : one < 1 ? 2 : 1);
  const value = (row: ChartRow): number => numberCell(row, estimate) ?? 0;
  return {
    note: levelNote(metric),
    rows: rows.filter((row) => !ratio || boundsOf(row).low > 0).slice(0, SHOWN),
    draw: (shown, layout) =>
      intervalDots(
        shown.map((row) => {
          const n = numberCell(row, 'n');
          const told = tell(value(row));
          return {
            label: nameOf(row, name),
            value: value(row),
            ...boundsOf(row),
            told: n === null ? told : `${told} (n\u00a0=\u00a0${formatNumber(n)})`,
          };
        }),
        {
          ...layout,
          axisTitle: metric.label.fr,
          format: style === 'share' ? '.1~%' : '~r',
          ...(ratio ? ({ scale: 'log', reference: 1 } as const) : {}),
        },
      ),
    alt: (shown) =>
      `Points et intervalles. ${shown
        .slice(0, 6)
        .map((row) => `${nameOf(row, name)} : ${tell(value(row))} (${formatInterval(boundsOf(row), style)})`)
        .join(' ; ')}.`,
  };
}

/** The shape of a table of estimates by group: exactly one naming column that tells the rows apart, an estimate and its bounds. */
function estimatesOf(metric: Metric): Estimates | null {
  const columns = metric.table.columnNames();
  const estimate = estimateOf(metric);
  if (estimate === undefined || !columns.includes('low') || !columns.includes('high')) return null;
  const rows = estimatedRows(metric, [estimate, 'low', 'high']);
  const name = Object.keys(NAMES).find(
    (column) => columns.includes(column) && new Set(rows.map((row) => row[column])).size === rows.length,
  );
  return name === undefined || rows.length < 2 || rows.some((row) => textCell(row, name) === '')
    ? null
    : { name, estimate, rows };
}

/**
 * Dots with intervals for any metric whose table is a list of estimates by driver, channel, stage, platform, brand or harm.
 * `null` when the table has another shape.
 */
export function estimatesChart(metric: Metric, options: ChartOptions = {}): Chart | null {
  const estimates = estimatesOf(metric);
  if (estimates === null) return null;
  return chartMaker(() => ({ name: metric.name, title: metric.label.fr, ...dots(metric, estimates) }))(
    metric,
    options,
  );
}

/** The same for one cut of a metric whose table holds several, told apart by the column `by`. */
export const cutChart = (by: 'driver' | 'channel'): ChartMaker =>
  chartMaker((metric) => {
    const estimate = estimateOf(metric) ?? 'value';
    const rows = estimatedRows(metric, [estimate, 'low', 'high']);
    return {
      name: `${metric.name}-${by}`,
      title: `${metric.label.fr}, ${CUTS[by]}`,
      nothing: `Trop peu de dossiers pour distinguer les ${by === 'driver' ? 'motifs' : 'canaux'}.`,
      ...dots(metric, { name: by, estimate, rows: rows.filter((row) => textCell(row, 'by') === by) }),
    };
  });
