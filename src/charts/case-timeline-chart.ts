import { chartSpec } from './chart-spec.js';
import { formatDate, formatHours, plural } from '../util/french.js';
import { type ChartLayout, numberCell, rowsOf, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { channelLabel, label } from './wording.js';
import { chartMaker } from './make-chart.js';
import { DAY_LABEL, FONT_SIZE, GRID, SOFT, STAGE_COLOURS } from './theme.js';
import { STAGES } from '../model/index.js';

const instantOf = (row: ChartRow): number => (row['at'] instanceof Date ? row['at'].getTime() : NaN);
const WHO: Readonly<Record<string, string>> = { inbound: 'Client', outbound: 'Marque' };
const who = (row: ChartRow): string =>
  textCell(row, 'stage') === 'press' ? 'Presse' : (WHO[textCell(row, 'direction')] ?? 'Client');

/** A lane for each stage, a mark for each message, the line that goes through them in time. */
function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const values = rows.map((row) => ({
    at: instantOf(row),
    lane: label('stage', textCell(row, 'stage')),
    colour: STAGE_COLOURS[textCell(row, 'stage')] ?? '',
    who: who(row),
  }));
  const lanes = STAGES.map((stage) => label('stage', stage)),
    width = layout.width - 76;
  const days =
    (Math.max(...values.map(({ at }) => at)) - Math.min(...values.map(({ at }) => at))) / 86_400_000;
  const axis = {
    format: days < 3 ? '%-d %b, %-H h' : '%-d %b',
    labelExpr: DAY_LABEL,
    grid: false,
    tickCount:
      days < 3
        ? Math.max(2, Math.floor(width / 110))
        : Math.max(2, Math.min(Math.floor(days), Math.floor(width / 72))),
    labelOverlap: true,
    labelFlush: true,
  };
  const x = {
    field: 'at',
    type: 'temporal' as const,
    title: null,
    axis,
    scale: { type: 'utc' as const, padding: 12 },
  };
  const y = {
    field: 'lane',
    type: 'nominal' as const,
    sort: lanes,
    title: null,
    scale: { domain: lanes },
    axis: { ticks: false, domain: false, grid: true, gridColor: GRID, labelFontSize: FONT_SIZE },
  };
  return chartSpec(layout, {
    width,
    height: { step: 44 },
    data: { values },
    layer: [
      {
        mark: { type: 'line', color: SOFT, strokeWidth: 1, interpolate: 'step-after' },
        encoding: { x, y, order: { field: 'at', type: 'quantitative' } },
      },
      {
        mark: { type: 'point', filled: true, size: 95, opacity: 1, stroke: '#ffffff', strokeWidth: 1 },
        encoding: {
          x,
          y,
          color: { field: 'colour', type: 'nominal', scale: null },
          shape: {
            field: 'who',
            type: 'nominal',
            title: null,
            scale: { domain: ['Client', 'Marque', 'Presse'], range: ['circle', 'square', 'triangle-up'] },
            legend: {
              orient: 'bottom',
              labelFontSize: FONT_SIZE,
              symbolFillColor: SOFT,
              symbolStrokeColor: SOFT,
            },
          },
        },
      },
    ],
  });
}

/** One case over private, public and press. */
export const caseTimelineChart = chartMaker((metric) => ({
  name: 'caseTimeline',
  title: metric.label.fr,
  note: 'textes privés masqués',
  rows: rowsOf(metric).filter((row) => Number.isFinite(instantOf(row))),
  draw,
  alt: (rows) => {
    const firsts = STAGES.flatMap((stage) =>
      rows.filter((row) => textCell(row, 'stage') === stage).slice(0, 1),
    );
    return `Frise. ${plural(rows.length, 'message')}. ${firsts.map((row) => `${label('stage', textCell(row, 'stage'))} : ${channelLabel(textCell(row, 'channel'))}, le ${formatDate(instantOf(row))}, après ${formatHours(numberCell(row, 'hours') ?? 0)}`).join(' ; ')}.`;
  },
}));
