import { chartSpec } from './chart-spec.js';
import { formatHours, formatShare } from '../util/french.js';
import { type ChartLayout, numberCell, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { label } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { textWidth } from './text-width.js';
import { FONT_SIZE, GRID, STAGE_COLOURS } from './theme.js';

const TICKS = [0.25, 1, 4, 24, 72, 168];
const FEW_TICKS = [0.25, 4, 24, 168];
const TICK_LABELS =
  "{'0.25':'15\\u00a0min','1':'1\\u00a0h','4':'4\\u00a0h','24':'24\\u00a0h','72':'3\\u00a0j','168':'7\\u00a0j'}[datum.value]";

function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const points = rows.map((row) => ({
    stage: label('stage', textCell(row, 'stage')),
    colour: STAGE_COLOURS[textCell(row, 'stage')] ?? '',
    hours: numberCell(row, 'hours'),
    share: numberCell(row, 'share'),
    low: numberCell(row, 'low'),
    high: numberCell(row, 'high'),
  }));
  const ends = [...new Map(points.map((point) => [point.stage, point])).values()];
  const right = Math.max(...ends.map((end) => textWidth(end.stage, FONT_SIZE, true))) + 12;
  const x = {
    field: 'hours',
    type: 'quantitative' as const,
    title: 'Délai depuis l’ouverture du dossier',
    scale: { type: 'log' as const, domain: [0.25, 168], nice: false },
    axis: { values: layout.width < 480 ? FEW_TICKS : TICKS, labelExpr: TICK_LABELS, grid: false },
  };
  const color = { field: 'colour', type: 'nominal' as const, scale: null };
  return chartSpec(layout, {
    width: Math.floor(layout.width - right - 70),
    height: 200,
    data: { values: points },
    layer: [
      {
        mark: { type: 'area', opacity: 0.18 },
        encoding: {
          x,
          color,
          detail: { field: 'stage', type: 'nominal' },
          y: {
            field: 'low',
            type: 'quantitative',
            title: 'Ayant reçu une réponse',
            axis: { format: '%', gridColor: GRID, tickCount: 5 },
            scale: { domain: [0, 1] },
          },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', strokeWidth: 2, point: { size: 22 } },
        encoding: {
          x,
          color,
          detail: { field: 'stage', type: 'nominal' },
          y: { field: 'share', type: 'quantitative' },
        },
      },
      {
        data: { values: spread(ends) },
        mark: { type: 'text', align: 'left', dx: 8, fontSize: FONT_SIZE, fontWeight: 'bold' },
        encoding: {
          x,
          color,
          y: { field: 'place', type: 'quantitative' },
          text: { field: 'stage', type: 'nominal' },
        },
      },
    ],
  });
}

/** Places the names at the ends of the curves at least one line of text apart. */
function spread<T extends { readonly share: number | null }>(ends: readonly T[]): (T & { place: number })[] {
  const line = 0.075;
  let floor = -Infinity;
  return ends
    .toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0))
    .map((end) => {
      const place = Math.max(end.share ?? 0, floor + line);
      floor = place;
      return { ...end, place };
    });
}

/** Share of cases answered within a time, by stage, in its interval. */
export const answeredWithinChart = chartMaker((metric) => ({
  name: 'answeredWithin',
  title: metric.label.fr,
  note: `les dossiers sans réponse sont comptés ; ${levelNote(metric)}`,
  rows: estimatedRows(metric, ['hours', 'share', 'low', 'high']),
  draw,
  alt: (rows) =>
    `Courbes. ${rows
      .filter((row) => [1, 24, 168].includes(numberCell(row, 'hours') ?? 0))
      .map(
        (row) =>
          `${label('stage', textCell(row, 'stage'))}, ${formatHours(numberCell(row, 'hours') ?? 0)} : ${formatShare(numberCell(row, 'share') ?? 0, 0)}`,
      )
      .join(' ; ')}.`,
}));
