import { chartSpec } from './chart-spec.js';
import type { VegaLiteSpec } from './chart.js';
import { NAME_PLACES, placedNames } from './placed-names.js';
import { FONT_SIZE, GRID, INK, SOFT } from './theme.js';

/** A point with its name. */
export interface ScatterPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Ends of the interval of y. */
  readonly low?: number;
  readonly high?: number;
  readonly colour: string;
  /** The name is written beside the point. */
  readonly named: boolean;
}

/** A curve through points, such as a limit; `dash`: of what strokes. */
export interface ScatterCurve {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly dash: readonly number[];
}

export interface ScatterOptions {
  readonly width: number;
  readonly title: string;
  readonly subtitle: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xFormat: string;
  readonly yFormat: string;
  readonly xScale?: 'linear' | 'log';
  /** No value of y lies above: 1 for a share. */
  readonly yMost?: number;
  /** Lines that points are read against. */
  readonly xAt?: number;
  readonly yAt?: number;
  readonly curves?: readonly ScatterCurve[];
}

/** Room past the outermost value, so that no point stands on the frame. */
const ROOM = 1.06,
  LOG_ROOM = 1.15;
/** Places along a line that names should not cross. */
const ALONG = 120;

type Domain = readonly [number, number];

/** From the least to the most, with room; linear ones from 0. */
function domainOf(values: readonly number[], scale: 'linear' | 'log', most = Infinity): Domain {
  const top = Math.max(...values, 1e-9);
  if (scale === 'linear') return [0, Math.min(most * 1.02, top * ROOM)];
  return [Math.min(...values.filter((value) => value > 0), top) / LOG_ROOM, top * LOG_ROOM];
}

/** 1, 2, 5, 10, 20, 50 …; fewer on a wide range. */
function logTicks([low, high]: Domain): number[] {
  const powers = Array.from({ length: 16 }, (_, index) => 10 ** (index - 3));
  const steps = high / low > 2000 ? [1] : high / low > 300 ? [1, 3] : [1, 2, 5];
  return powers.flatMap((power) => steps.map((step) => step * power)).filter((at) => at >= low && at <= high);
}

/** Named points on two axes, with reference lines, curves and, where they are known, intervals of y. */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): VegaLiteSpec {
  const { width, xScale = 'linear', xAt, yAt, curves = [] } = options;
  const [plot, height] = [Math.max(160, width - 80), width < 480 ? 260 : 320];
  const onCurves = curves.flatMap((curve) => curve.points);
  const domains = {
    x: domainOf(
      [...points, ...onCurves].map((point) => point.x),
      xScale,
    ),
    y: domainOf(
      [
        ...points.flatMap((point) => [point.y, point.high ?? 0]),
        ...onCurves.map((point) => point.y),
        yAt ?? 0,
      ],
      'linear',
      options.yMost,
    ),
  };
  const across = (value: number): number => {
    const of =
      xScale === 'log'
        ? (one: number): number => Math.log(Math.max(one, 1e-9))
        : (one: number): number => one;
    const [from, to] = domains.x;
    return ((of(value) - of(from)) / (of(to) - of(from) || 1)) * plot;
  };
  const down = (value: number): number => height * (1 - value / domains.y[1]);
  const steps = Array.from({ length: ALONG + 1 }, (_, index) => index / ALONG);
  const behind = [
    ...(yAt === undefined ? [] : steps.map((part) => ({ x: part * plot, y: down(yAt) }))),
    ...(xAt === undefined ? [] : steps.map((part) => ({ x: across(xAt), y: part * height }))),
    ...onCurves.map((point) => ({ x: across(point.x), y: down(point.y) })),
    ...points.flatMap(({ x, low, high }) =>
      low === undefined || high === undefined
        ? []
        : steps.map((part) => ({ x: across(x), y: down(low + part * (high - low)) })),
    ),
  ];
  const placed = placedNames(
    points.map(({ label, x, y, named }) => ({ label, named, x: across(x), y: down(y) })),
    { width: plot, height },
    behind,
  );
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    title: options.xTitle,
    scale: { type: xScale, domain: [...domains.x], nice: false },
    axis: {
      format: options.xFormat,
      gridColor: GRID,
      labelOverlap: true,
      ...(xScale === 'log' ? { values: logTicks(domains.x) } : { tickCount: 5 }),
    },
  };
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    title: options.yTitle,
    scale: { domain: [...domains.y], nice: false },
    axis: { format: options.yFormat, gridColor: GRID, tickCount: 5 },
  };
  const rule = (channel: 'x' | 'y', at: number | undefined) =>
    at === undefined
      ? []
      : [
          {
            data: { values: [{ [channel]: at }] },
            mark: { type: 'rule' as const, color: SOFT, strokeDash: [4, 3] },
            encoding: channel === 'x' ? { x } : { y },
          },
        ];
  const colour = { field: 'colour', type: 'nominal' as const, scale: null };
  return chartSpec(options, {
    width: plot,
    height,
    data: { values: points.map((point, at) => ({ ...point, ...placed[at] })) },
    layer: [
      ...rule('x', xAt),
      ...rule('y', yAt),
      ...curves.map((curve) => ({
        data: { values: curve.points.map((point) => ({ ...point })) },
        mark: { type: 'line' as const, color: SOFT, strokeWidth: 1, strokeDash: [...curve.dash], clip: true },
        encoding: { x, y },
      })),
      ...(points.some(({ low }) => low !== undefined)
        ? [
            {
              mark: { type: 'rule' as const, strokeWidth: 2, opacity: 0.35, clip: true },
              encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: colour },
            },
          ]
        : []),
      { mark: { type: 'point', filled: true, size: 70, opacity: 0.9 }, encoding: { x, y, color: colour } },
      ...NAME_PLACES.filter((place) => placed.includes(place)).map(({ align, dx, dy }) => ({
        transform: [{ filter: `datum.align === '${align}' && datum.dx === ${dx} && datum.dy === ${dy}` }],
        mark: { type: 'text' as const, align, dx, dy, fontSize: FONT_SIZE - 0.5, color: INK },
        encoding: { x, y, text: { field: 'label', type: 'nominal' as const } },
      })),
    ],
  });
}
