import { chartSpec } from './chart-spec.js';
import { formatInterval, formatNumber, formatShare } from '../util/french.js';
import { type ChartLayout, numberCell, rowsOf, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { chartMaker, levelNote } from './make-chart.js';
import { FONT_SIZE, GRID, INK, SOFT, STAGE_COLOURS } from './theme.js';

const AT_RISK = { 24: '24 h', 72: '3 jours', 168: '7 jours', 720: '30 jours' } as const;
const hoursOf = (row: ChartRow): number => numberCell(row, 'hours') ?? 0;
const isTotal = (row: ChartRow): boolean => textCell(row, 'by') === 'total';

/** The curve as steps with its band, and under it the cases still at risk. */
function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const narrow = layout.width < 480;
  const values = rows
    .filter((row) => textCell(row, 'point') === 'step')
    .map((row) => ({
      days: hoursOf(row) / 24,
      value: numberCell(row, 'cumulativeIncidence') ?? 0,
      low: numberCell(row, 'low') ?? numberCell(row, 'cumulativeIncidence') ?? 0,
      high: numberCell(row, 'high') ?? numberCell(row, 'cumulativeIncidence') ?? 0,
    }));
  const start = rows.find((row) => textCell(row, 'point') === 'step' && hoursOf(row) === 0);
  const marks = [
    ...(start ? [start] : []),
    ...rows.filter((row) => textCell(row, 'point') === 'horizon' && hoursOf(row) >= (narrow ? 168 : 72)),
  ].map((row) => ({ days: hoursOf(row) / 24, told: formatNumber(numberCell(row, 'atRisk') ?? 0) }));
  const last = Math.max(1, ...values.map(({ days }) => days), ...marks.map(({ days }) => days));
  const width = layout.width - 74;
  const x = { field: 'days', type: 'quantitative' as const, scale: { domain: [0, last], nice: false } };
  const axis = {
    ...x,
    title: 'Jours depuis le premier message',
    axis: { grid: false, format: 'd', tickMinStep: 1, tickCount: narrow ? 5 : 10 },
  };
  const colour = STAGE_COLOURS['public'] ?? INK;
  const y = {
    type: 'quantitative' as const,
    title: null,
    axis: { format: '.1~%', gridColor: GRID, domain: false, ticks: false, tickCount: 5 },
  };
  return chartSpec(layout, {
    spacing: 6,
    vconcat: [
      {
        width,
        height: 190,
        data: { values },
        layer: [
          {
            mark: { type: 'area', interpolate: 'step-after', color: colour, opacity: 0.2 },
            encoding: { x: axis, y: { field: 'low', ...y }, y2: { field: 'high' } },
          },
          {
            mark: { type: 'line', interpolate: 'step-after', color: colour, strokeWidth: 2 },
            encoding: { x: axis, y: { field: 'value', ...y } },
          },
        ],
      },
      {
        title: {
          text: 'Plaintes encore suivies, ni débordées ni résolues',
          fontSize: FONT_SIZE,
          fontWeight: 'normal',
          color: SOFT,
          offset: 2,
        },
        width,
        height: 16,
        data: { values: marks },
        mark: { type: 'text', fontSize: FONT_SIZE, color: INK },
        encoding: { x: { ...x, axis: null }, text: { field: 'told', type: 'nominal' } },
      },
    ],
    resolve: { scale: { x: 'shared' } },
  });
}

/** Cumulative incidence of the spill over 30 days, all cases: a step curve, its band, and the numbers at risk. */
export const timeToSpillChart = chartMaker((metric) => ({
  name: 'timeToSpill',
  title: metric.label.fr,
  note: `bande : ${levelNote(metric)}`,
  rows: rowsOf(metric).some((row) => isTotal(row) && textCell(row, 'point') === 'step')
    ? rowsOf(metric).filter(isTotal)
    : [],
  draw,
  alt: (rows) =>
    `Courbe en escalier. ${rows
      .filter((row) => textCell(row, 'point') === 'horizon')
      .map((row) => {
        const [value, low, high] = ['cumulativeIncidence', 'low', 'high'].map((column) =>
          numberCell(row, column),
        );
        const within = AT_RISK[hoursOf(row) as keyof typeof AT_RISK] ?? `${formatNumber(hoursOf(row))} h`;
        return `En ${within} : ${formatShare(value ?? 0)}${typeof low === 'number' && typeof high === 'number' ? ` (${formatInterval({ low, high }, 'share')})` : ''}`;
      })
      .join(' ; ')}.`,
}));
