import { chartSpec, type Layer } from './chart-spec.js';
import { formatNumber } from '../util/french.js';
import { type ChartLayout, numberCell, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { label } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { FONT_SIZE, INK, SOFT } from './theme.js';
import { STAGES } from '../model/index.js';

const TWO = 2;
const cell = (row: ChartRow): { value: number; low: number; high: number } => ({
  value: numberCell(row, 'value') ?? 0,
  low: numberCell(row, 'low') ?? 0,
  high: numberCell(row, 'high') ?? 0,
});

/** How dark a cell is, 0 to 1: what surely follows, beside the surest of all; less so the wider its interval. */
export const darknessOf = (
  { low, high }: { readonly low: number; readonly high: number },
  top: number,
): number => low / top / (1 + (high - low) / 2);

/** Inks of the value and of its bounds that can be read on a square so dark, 0 to 1. */
function inksOn(darkness: number): { readonly ink: string; readonly soft: string } {
  if (darkness > 0.6) return { ink: '#ffffff', soft: '#ffffff' };
  return { ink: INK, soft: darkness > 0.3 ? INK : SOFT };
}

/** A square for each pair: events of the column that directly follow one event of the line; darker is surely more. */
function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const names = STAGES.map((stage) => label('stage', stage));
  const top = Math.max(1e-9, ...rows.map((row) => darknessOf(cell(row), 1)));
  const values = rows.map((row) => {
    const { value, low, high } = cell(row);
    return {
      from: label('stage', textCell(row, 'from')),
      to: label('stage', textCell(row, 'to')),
      value,
      darkness: darknessOf({ low, high }, top),
      ...inksOn(darknessOf({ low, high }, top)),
      told: formatNumber(value, TWO),
      bounds: `${formatNumber(low, TWO)} à ${formatNumber(high, TWO)}`,
    };
  });
  const left = 64,
    width = layout.width - left - 20;
  const x = {
    field: 'to',
    type: 'nominal' as const,
    sort: names,
    scale: { domain: names, paddingInner: 0.04 },
    title: 'Ce qui suit directement',
    axis: { orient: 'top' as const, labelAngle: 0, ticks: false, domain: false },
  };
  const y = {
    field: 'from',
    type: 'nominal' as const,
    sort: names,
    scale: { domain: names, paddingInner: 0.06 },
    title: 'Un événement',
    axis: { ticks: false, domain: false },
  };
  const text = (
    field: string,
    colour: string,
    dy: number,
    size: number,
    weight: 'bold' | 'normal',
  ): Layer => ({
    mark: { type: 'text', dy, fontSize: size, fontWeight: weight },
    encoding: {
      x,
      y,
      text: { field, type: 'nominal' },
      color: { field: colour, type: 'nominal', scale: null },
    },
  });
  return chartSpec(layout, {
    width,
    height: 168,
    data: { values },
    layer: [
      {
        mark: { type: 'rect' },
        encoding: {
          x,
          y,
          color: {
            field: 'darkness',
            type: 'quantitative',
            scale: { domain: [0, 1], range: ['#f4ede8', '#9c4512'] },
            legend: null,
          },
        },
      },
      text('told', 'ink', -7, FONT_SIZE + 1.5, 'bold'),
      text('bounds', 'soft', 9, FONT_SIZE - 1, 'normal'),
    ],
    resolve: { scale: { color: 'independent' } },
  });
}

/** The déversoir matrix as a heat table with intervals. */
export const deversoirMatrixChart = chartMaker((metric) => ({
  name: 'deversoirMatrix',
  title: 'Matrice du déversoir : événements qui suivent directement un événement',
  note: levelNote(metric),
  rows: estimatedRows(metric, ['value', 'low', 'high']),
  draw,
  alt: (rows) =>
    `Tableau. ${rows.map((row) => `${label('stage', textCell(row, 'from'))} vers ${label('stage', textCell(row, 'to')).toLowerCase()} : ${formatNumber(cell(row).value, TWO)} (de ${formatNumber(cell(row).low, TWO)} à ${formatNumber(cell(row).high, TWO)})`).join(' ; ')}.`,
}));
