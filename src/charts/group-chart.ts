import type { Metric } from '../model/index.js';
import { formatInterval, formatNumber, formatValue } from '../util/french.js';
import { numberCell, textCell, type ChartMaker, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { channelLabel, label } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';

const SHOWN = 12;
const ESTIMATES = ['share', 'ratio', 'value'] as const;
const NOTES = { driver: 'par motif', channel: 'par canal de départ' } as const;

const estimateOf = (metric: Metric): string =>
  ESTIMATES.find((column) => metric.table.columnNames().includes(column)) ?? 'value';
const nameOf = (row: ChartRow, by: 'driver' | 'channel'): string => {
  const code = textCell(row, by);
  return code === '' ? 'Sans motif' : by === 'channel' ? channelLabel(code) : label('driver', code);
};

/** Dots with intervals of a metric whose rows are cut `by` driver or channel: rates, or ratios on a logarithmic axis. */
export const groupChart = (by: 'driver' | 'channel'): ChartMaker =>
  chartMaker((metric) => {
    const column = estimateOf(metric),
      scale = column === 'ratio' ? 'log' : 'linear';
    const style = metric.unit === 'share' ? 'share' : 'number';
    const bounds = (row: ChartRow): { low: number; high: number } => ({
      low: numberCell(row, 'low') ?? 0,
      high: numberCell(row, 'high') ?? 0,
    });
    const value = (row: ChartRow): number => numberCell(row, column) ?? 0;
    return {
      name: `${metric.name}-${by}`,
      title: `${metric.label.fr}, ${NOTES[by]}`,
      note: levelNote(metric),
      nothing: `Trop peu de dossiers pour distinguer les ${by === 'driver' ? 'motifs' : 'canaux'}.`,
      rows: estimatedRows(metric, [column, 'low', 'high'])
        .filter((row) => textCell(row, 'by') === by && (scale === 'linear' || bounds(row).low > 0))
        .slice(0, SHOWN),
      draw: (rows, layout) =>
        intervalDots(
          rows.map((row) => ({
            label: nameOf(row, by),
            value: value(row),
            ...bounds(row),
            told: `${formatValue(value(row), style)} (n\u00a0=\u00a0${formatNumber(numberCell(row, 'n') ?? 0)})`,
          })),
          {
            ...layout,
            axisTitle: metric.label.fr,
            format: style === 'share' ? '.1~%' : '~r',
            ...(scale === 'log' ? ({ scale, reference: 1 } as const) : {}),
          },
        ),
      alt: (rows) =>
        `Points et intervalles. ${rows
          .slice(0, 6)
          .map(
            (row) =>
              `${nameOf(row, by)} : ${formatValue(value(row), style)} (${formatInterval(bounds(row), style)})`,
          )
          .join(' ; ')}.`,
    };
  });
