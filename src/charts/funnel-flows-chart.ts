import { chartSpec, type Layer } from './chart-spec.js';
import { formatInterval, formatNumber, formatShare, plural, typo } from '../util/french.js';
import { estimatedRows, chartMaker, levelNote } from './make-chart.js';
import { type ChartLayout, numberCell, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { label } from './wording.js';
import { wrapText } from './text-width.js';
import { FONT_SIZE, INK, SOFT, STAGE_COLOURS } from './theme.js';

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const flowOf = (row: ChartRow): Flow => {
  const number = (column: string): number => numberCell(row, column) ?? 0;
  return {
    from: textCell(row, 'from'),
    to: textCell(row, 'to'),
    n: number('n'),
    count: number('count'),
    share: number('share'),
    low: number('low'),
    high: number('high'),
  };
};
const told = (flow: Flow): string =>
  typo(
    `${formatShare(flow.share)} (${formatInterval(flow, 'share')}) : ${formatNumber(flow.count)} sur ${formatNumber(flow.n)}`,
  );

const TOP = 52,
  BASE = 190,
  NODE = 16,
  ARROW = 9;

/** A stage with its cases; those that came from the stage before lie at the foot of the bar, in its colour. */
interface Node {
  readonly stage: string;
  readonly cases: number;
  readonly came: number;
  readonly from: string;
  readonly at: number;
}

function nodesOf(flows: readonly Flow[], step: number): Node[] {
  return [...flows, ...flows.slice(-1)].map((flow, place) => {
    const before = flows[place - 1],
      last = place === flows.length;
    return {
      stage: last ? flow.to : flow.from,
      cases: last ? flow.count : flow.n,
      came: before?.count ?? 0,
      from: before?.from ?? '',
      at: place * step,
    };
  });
}

/** « dont 43 venus du privé ». */
const cameInWords = ({ came, from, cases }: Node): string =>
  from === '' || came === cases
    ? ''
    : `dont ${formatNumber(came)} ${came < 2 ? 'venu' : 'venus'} du ${label('stage', from).toLowerCase()}`;

/** Stages as bars as high as their cases, joined by arrows as high as the cases that went on; the pale part is the interval. */
function draw(flows: readonly Flow[], layout: ChartLayout): VegaLiteSpec {
  const width = layout.width - 16,
    step = (width - NODE) / flows.length;
  const nodes = nodesOf(flows, step),
    top = Math.max(...nodes.map(({ cases }) => cases));
  const x = (field: string): object => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, width], nice: false },
  });
  const y = {
    field: 'top',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, top], nice: false, range: [BASE, TOP] },
  };
  const ribbons = flows.flatMap((flow, place) => {
    const [left, right, colour] = [place * step + NODE, (place + 1) * step, STAGE_COLOURS[flow.from] ?? ''];
    return [
      { x: left, x2: right, bottom: 0, top: flow.low * flow.n, colour, fade: 0.5 },
      { x: left, x2: right, bottom: flow.low * flow.n, top: flow.high * flow.n, colour, fade: 0.2 },
    ];
  });
  const bars = nodes.flatMap(({ stage, cases, came, from, at }) => [
    { x: at, x2: at + NODE, bottom: came, top: cases, colour: STAGE_COLOURS[stage] ?? '', fade: 1 },
    ...(came > 0
      ? [
          {
            x: at,
            x2: at + NODE,
            bottom: 0,
            top: came,
            colour: STAGE_COLOURS[came === cases ? stage : from] ?? '',
            fade: 1,
          },
        ]
      : []),
  ]);
  const arrows = flows.flatMap((flow, place) =>
    flow.count === 0
      ? []
      : [{ at: (place + 1) * step - ARROW, top: flow.count / 2, colour: STAGE_COLOURS[flow.from] ?? '' }],
  );
  const names = nodes.map((node, place) => {
    const last = place === nodes.length - 1;
    return {
      at: node.at + (place === 0 ? 0 : last ? NODE : NODE / 2),
      name: label('stage', node.stage),
      cases: plural(node.cases, 'dossier'),
      came: layout.width < 480 ? '' : cameInWords(node),
      align: place === 0 ? 'left' : last ? 'right' : 'center',
    };
  });
  const notes = flows.map((flow, place) => ({
    at: place * step + (NODE + step) / 2,
    lines: wrapText(told(flow), step - NODE - 18, FONT_SIZE).join('\n'),
  }));
  const text = (values: readonly object[], field: string, rest: object, yAt: number): Layer => ({
    data: { values: [...values] },
    mark: { type: 'text', fontSize: FONT_SIZE, color: INK, baseline: 'top', lineBreak: '\n', ...rest },
    encoding: { x: x('at'), y: { value: yAt }, text: { field, type: 'nominal' } },
  });
  const colour = { field: 'colour', type: 'nominal' as const, scale: null };
  return chartSpec(layout, {
    width,
    height: BASE + 42,
    layer: [
      {
        data: { values: [...ribbons, ...bars] },
        mark: { type: 'rect' },
        encoding: {
          x: x('x'),
          x2: { field: 'x2' },
          y,
          y2: { field: 'bottom' },
          color: colour,
          opacity: { field: 'fade', type: 'quantitative', scale: null },
        },
      },
      {
        data: { values: arrows },
        mark: { type: 'point', shape: 'triangle-right', filled: true, size: 110, opacity: 1 },
        encoding: { x: x('at'), y, color: colour },
      },
      ...(['left', 'center', 'right'] as const).flatMap((align) => {
        const own = names.filter((name) => name.align === align),
          came = own.filter((name) => name.came !== '');
        return [
          text(own, 'name', { align, fontWeight: 'bold' }, 0),
          text(own, 'cases', { align, color: SOFT }, 16),
          ...(came.length === 0 ? [] : [text(came, 'came', { align, color: SOFT }, 32)]),
        ];
      }),
      text(notes, 'lines', { align: 'center' }, BASE + 8),
    ],
  });
}

/** Cases at each stage and the ribbons between, from private to public to press. */
export const funnelFlowsChart = chartMaker((metric) => ({
  name: 'funnelFlows',
  title: metric.label.fr,
  note: `hauteur : nombre de dossiers ; bandes pâles : ${levelNote(metric)}`,
  rows: estimatedRows(metric, ['n', 'count', 'share', 'low', 'high']),
  draw: (rows, layout) => draw(rows.map(flowOf), layout),
  alt: (rows) =>
    `Flux. ${rows
      .map(flowOf)
      .map(
        (flow) =>
          `${label('stage', flow.from)} vers ${label('stage', flow.to).toLowerCase()} : ${told(flow)}`,
      )
      .join(' ; ')}.`,
}));
