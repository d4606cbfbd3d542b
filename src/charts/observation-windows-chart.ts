import { chartSpec } from './chart-spec.js';
import { formatDate, formatNumber } from '../util/french.js';
import { type ChartLayout, numberCell, rowsOf, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { chartMaker } from './make-chart.js';
import { textWidth } from './text-width.js';
import { ACCENT, DAY_LABEL, FONT_SIZE, GRID, STAGE_COLOURS } from './theme.js';
import { channelLabel, label } from './wording.js';

const ROW = 20;
const instant = (row: ChartRow, column: string): number =>
  row[column] instanceof Date ? row[column].getTime() : NaN;

/** A bar for each window of each channel, one line a channel; a mark for a stray date within the windows' reach. */
function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const values = rows
    .filter((row) => textCell(row, 'kind') === 'window')
    .map((row) => ({
      source: channelLabel(textCell(row, 'channel')),
      from: instant(row, 'from'),
      to: instant(row, 'to'),
      colour: STAGE_COLOURS[textCell(row, 'stage')] ?? ACCENT,
    }));
  const sources = [...new Set(values.map(({ source }) => source))];
  return chartSpec(layout, {
    width: layout.width - 30 - Math.ceil(Math.max(0, ...sources.map((one) => textWidth(one, FONT_SIZE)))),
    height: ROW * sources.length,
    data: { values },
    mark: { type: 'bar', height: 10, cornerRadius: 2 },
    encoding: {
      x: {
        field: 'from',
        type: 'temporal',
        title: null,
        scale: { type: 'utc' },
        axis: {
          format: '%-d %b %Y',
          labelExpr: DAY_LABEL,
          gridColor: GRID,
          labelOverlap: true,
          tickCount: 5,
          labelFlush: true,
        },
      },
      x2: { field: 'to' },
      y: {
        field: 'source',
        type: 'nominal',
        sort: sources,
        title: null,
        axis: { ticks: false, domain: false },
      },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  });
}

/** What the exports let one see: a bar a window, one line a channel, coloured by stage. */
export const observationWindowsChart = chartMaker((metric) => ({
  name: 'observationWindows',
  title: 'Ce que ces exports laissent voir',
  note: 'une barre : le canal est observé ; un blanc : on ne voit rien',
  rows: rowsOf(metric).filter((row) => Number.isFinite(instant(row, 'from'))),
  draw,
  alt: (rows) =>
    `Barres. ${rows
      .filter((row) => textCell(row, 'kind') === 'window')
      .map(
        (row) =>
          `${channelLabel(textCell(row, 'channel'))} (${label('stage', textCell(row, 'stage')).toLowerCase()}) : du ${formatDate(instant(row, 'from'))} au ${formatDate(instant(row, 'to') - 1)}, ${formatNumber(numberCell(row, 'days') ?? 0)} jours`,
      )
      .join(' ; ')}.`,
}));
