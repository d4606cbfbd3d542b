import type { TopLevelSpec } from 'vega-lite';
import { formatInterval, formatNumber, formatShare, plural, typo } from '../util/french.js';
import { estimatedRows, chartMaker, levelNote } from './make-chart.js';
import { numberCell, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { chartTitle } from './interval-dots.js';
import { label } from './labels.js';
import { wrapText } from './text-width.js';
import { CONFIG, FONT_SIZE, INK, SOFT, STAGE_COLOURS } from './theme.js';

interface Flow { readonly from: string; readonly to: string; readonly n: number; readonly count: number; readonly share: number; readonly low: number; readonly high: number }

const flowOf = (row: ChartRow): Flow => {
  const number = (column: string): number => numberCell(row, column) ?? 0;
  return { from: textCell(row, 'from'), to: textCell(row, 'to'), n: number('n'), count: number('count'), share: number('share'), low: number('low'), high: number('high') };
};
const told = (flow: Flow): string => typo(`${formatShare(flow.share)} (${formatInterval(flow, 'share')}) : ${formatNumber(flow.count)} sur ${formatNumber(flow.n)}`);

const HEIGHT = 150;
const NODE = 14;

/** Stages as bars as high as their cases, joined by ribbons as high as the cases that went on; the pale part is the interval. */
function draw(flows: readonly Flow[], layout: { readonly width: number; readonly title: string; readonly subtitle: string }): VegaLiteSpec {
  const width = layout.width - 16, step = (width - NODE) / flows.length;
  const last = flows[flows.length - 1];
  const stages = [...flows.map((flow, place) => ({ stage: flow.from, cases: flow.n, at: place * step })), ...(last ? [{ stage: last.to, cases: last.count, at: flows.length * step }] : [])];
  const x = (field: string): object => ({ field, type: 'quantitative' as const, axis: null, scale: { domain: [0, width], nice: false } });
  const top = Math.max(...stages.map(({ cases }) => cases));
  const y = { field: 'top', type: 'quantitative' as const, axis: null, scale: { domain: [0, top], nice: false } };
  const ribbons = flows.flatMap((flow, place) => [
    { x: place * step + NODE, x2: (place + 1) * step, bottom: 0, top: flow.low * flow.n, colour: STAGE_COLOURS[flow.to] ?? '', fade: 0.45 },
    { x: place * step + NODE, x2: (place + 1) * step, bottom: flow.low * flow.n, top: flow.high * flow.n, colour: STAGE_COLOURS[flow.to] ?? '', fade: 0.18 },
  ]);
  const nodes = stages.map(({ stage, cases, at }) => ({ x: at, x2: at + NODE, bottom: 0, top: cases, colour: STAGE_COLOURS[stage] ?? '', fade: 1 }));
  const names = stages.map(({ stage, cases, at }, place) => ({ at: at + (place === 0 ? 0 : place === stages.length - 1 ? NODE : NODE / 2), name: label('stage', stage), cases: plural(cases, 'dossier'), align: place === 0 ? 'left' : place === stages.length - 1 ? 'right' : 'center' }));
  const notes = flows.map((flow, place) => ({ at: place * step + (NODE + step) / 2, lines: wrapText(told(flow), step - NODE - 18, FONT_SIZE).join('\n') }));
  const rect = { mark: { type: 'rect' as const }, encoding: { x: x('x'), x2: { field: 'x2' }, y, y2: { field: 'bottom' }, color: { field: 'colour', type: 'nominal' as const, scale: null }, opacity: { field: 'fade', type: 'quantitative' as const, scale: null } } };
  const text = (values: readonly object[], field: string, rest: object, yAt: number): object => ({
    data: { values: [...values] }, mark: { type: 'text', fontSize: FONT_SIZE, color: INK, baseline: 'top', lineBreak: '\n', ...rest }, encoding: { x: x('at'), y: { value: yAt }, text: { field, type: 'nominal' } },
  });
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chartTitle(layout),
    width, height: HEIGHT + 48,
    layer: [
      { data: { values: [...ribbons, ...nodes] }, ...rect, encoding: { ...rect.encoding, y: { ...y, scale: { ...y.scale, range: [HEIGHT, 34] } } } },
      ...(['left', 'center', 'right'] as const).flatMap((align) => [
        text(names.filter((name) => name.align === align), 'name', { align, fontWeight: 'bold' }, 0), text(names.filter((name) => name.align === align), 'cases', { align, color: SOFT }, 16),
      ]),
      text(notes, 'lines', { align: 'center' }, HEIGHT + 8),
    ],
    config: CONFIG,
  };
  return spec as unknown as TopLevelSpec as unknown as VegaLiteSpec;
}

/** Cases at each stage and the ribbons between, from private to public to press. */
export const funnelFlowChart = chartMaker((metric) => ({
  name: 'funnelFlows',
  title: metric.label.fr,
  note: `bandes pâles : ${levelNote(metric)}`,
  rows: estimatedRows(metric, ['n', 'count', 'share', 'low', 'high']),
  draw: (rows, layout) => draw(rows.map(flowOf), layout),
  alt: (rows) => `Flux. ${rows.map(flowOf).map((flow) => `${label('stage', flow.from)} vers ${label('stage', flow.to).toLowerCase()} : ${told(flow)}`).join(' ; ')}.`,
}));
