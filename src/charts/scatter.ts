import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.js';
import { chartTitle } from './interval-dots.js';
import { CONFIG, FONT_SIZE, GRID, INK, SOFT } from './theme.js';

/** A point with its name. */
export interface ScatterPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
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
  /** Lines that points are read against. */
  readonly xAt?: number;
  readonly yAt?: number;
  readonly curves?: readonly ScatterCurve[];
}

/** Named points on two axes, with reference lines and curves. */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): VegaLiteSpec {
  const { width, xScale = 'linear', xAt, yAt, curves = [] } = options;
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    title: options.xTitle,
    scale: xScale === 'log' ? { type: 'log' as const } : { zero: true, nice: true },
    axis: { format: options.xFormat, gridColor: GRID, tickCount: 5, labelOverlap: true },
  };
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    title: options.yTitle,
    scale: { zero: true, nice: true },
    axis: { format: options.yFormat, gridColor: GRID, tickCount: 5 },
  };
  const middle =
    (Math.min(...points.map((point) => point.x)) + Math.max(...points.map((point) => point.x))) / 2;
  const text = (align: 'left' | 'right') => ({
    transform: [{ filter: `datum.named && ${align === 'left' ? 'datum.x <= ' : 'datum.x > '}${middle}` }],
    mark: {
      type: 'text' as const,
      align,
      dx: align === 'left' ? 8 : -8,
      dy: -7,
      fontSize: FONT_SIZE - 0.5,
      color: INK,
    },
    encoding: { x, y, text: { field: 'label', type: 'nominal' as const } },
  });
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
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chartTitle(options),
    width: Math.max(160, width - 80),
    height: width < 480 ? 260 : 320,
    data: { values: points.map((point) => ({ ...point })) },
    layer: [
      ...rule('x', xAt),
      ...rule('y', yAt),
      ...curves.map((curve) => ({
        data: { values: curve.points.map((point) => ({ ...point })) },
        mark: { type: 'line' as const, color: SOFT, strokeWidth: 1, strokeDash: [...curve.dash], clip: true },
        encoding: { x, y },
      })),
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 0.9 },
        encoding: { x, y, color: { field: 'colour', type: 'nominal', scale: null } },
      },
      text('left'),
      text('right'),
    ],
    config: CONFIG as never,
  };
  return spec as unknown as VegaLiteSpec;
}
