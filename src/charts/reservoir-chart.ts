import { chartSpec } from './chart-spec.js';
import { formatDate, formatNumber, plural } from '../util/french.js';
import { type ChartLayout, boundsOf, numberCell, rowsOf, type ChartRow, type VegaLiteSpec } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { ACCENT, GRID, STAGE_COLOURS } from './theme.js';

const dayOf = (row: ChartRow): number => (row['date'] instanceof Date ? row['date'].getTime() : NaN);
const levelOf = (row: ChartRow): number => numberCell(row, 'level') ?? 0;

/** The level as a line in its band, or filled where no band is known; a mark under it for each day on which cases spilled in the next 24 hours. */
function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const values = rows.map((row) => ({
    at: dayOf(row),
    level: levelOf(row),
    low: numberCell(row, 'low') ?? 0,
    high: numberCell(row, 'high') ?? levelOf(row),
    spilled: numberCell(row, 'spilled') ?? 0,
  }));
  const width = layout.width - 60,
    colour = STAGE_COLOURS['public'] ?? ACCENT;
  const x = {
    field: 'at',
    type: 'temporal' as const,
    title: null,
    scale: { type: 'utc' as const },
    axis: {
      format: values.length > 100 ? '%b' : '%-d %b',
      grid: false,
      tickCount: Math.max(3, Math.floor(width / 62)),
      labelOverlap: true,
      labelFlush: true,
    },
  };
  const y = {
    field: 'level',
    type: 'quantitative' as const,
    title: null,
    scale: { zero: true, nice: true },
    axis: {
      format: '~r',
      labelExpr: 'datum.value === 0 ? "0" : datum.label',
      gridColor: GRID,
      domain: false,
      ticks: false,
      tickCount: 4,
    },
  };
  return chartSpec(layout, {
    width,
    height: 150,
    data: { values },
    layer: [
      {
        mark: { type: 'area', color: ACCENT, opacity: 0.2 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      { mark: { type: 'line', color: ACCENT, strokeWidth: 1.8 }, encoding: { x, y } },
      {
        transform: [{ filter: 'datum.spilled > 0' }],
        mark: { type: 'tick', color: colour, thickness: 2, size: 12 },
        encoding: { x, y: { value: 144 } },
      },
    ],
  });
}

/** Spills expected within 24 hours, day by day, with the days on which some came. */
export const reservoirOverTimeChart = chartMaker((metric) => ({
  name: 'reservoirOverTime',
  title: metric.label.fr,
  note: `courbe : débordements attendus dans les 24 h ; bande : ${levelNote(metric)} ; traits : jours où il y en a eu`,
  rows: rowsOf(metric).filter((row) => Number.isFinite(dayOf(row)) && numberCell(row, 'level') !== null),
  draw,
  alt: (rows) => {
    const peak = rows.reduce((best, row) => (levelOf(row) > levelOf(best) ? row : best)),
      last = rows[rows.length - 1] ?? peak;
    const spilled = rows.reduce((sum, row) => sum + (numberCell(row, 'spilled') ?? 0), 0);
    return `Courbe. Au plus ${formatNumber(levelOf(peak), 2)} le ${formatDate(dayOf(peak))} ; ${formatNumber(levelOf(last), 2)} le ${formatDate(dayOf(last))} ; ${plural(spilled, 'débordement')} sur la période.`;
  },
}));

const within = (row: ChartRow): string =>
  `Réponse en ${formatNumber(numberCell(row, 'withinHours') ?? 0)}\u00a0h`;

/** Spills are whole ones; under ten a decimal still tells. */
const cases = (value: number): string => formatNumber(value, Math.abs(value) < 9.95 ? 1 : 0);

/** Fewer spills had all been answered within so many hours. */
export const avoidableSpillsChart = chartMaker((metric) => ({
  name: 'avoidableSpills',
  title: 'Débordements en moins si tous recevaient une réponse à temps',
  note: `${levelNote(metric)} ; association, pas une promesse`,
  rows: estimatedRows(metric, ['withinHours', 'value', 'low', 'high']),
  draw: (rows, layout) =>
    intervalDots(
      rows.map((row) => ({
        label: within(row),
        value: numberCell(row, 'value') ?? 0,
        ...boundsOf(row),
        told: `${cases(numberCell(row, 'value') ?? 0)} (de ${cases(boundsOf(row).low)} à ${cases(boundsOf(row).high)})`,
      })),
      { ...layout, axisTitle: 'Débordements en moins', format: '~r', reference: 0 },
    ),
  alt: (rows) =>
    `Points et intervalles. ${rows.map((row) => `${within(row)} : ${cases(numberCell(row, 'value') ?? 0)} (de ${cases(boundsOf(row).low)} à ${cases(boundsOf(row).high)})`).join(' ; ')}.`,
}));
