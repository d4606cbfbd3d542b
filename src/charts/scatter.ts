import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.js';
import { chartTitle } from './interval-dots.js';
import { textWidth } from './text-width.js';
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

/** Where names go: away from the nearer side, above their points, below where another name lies, left out where both are taken. */
function placedLabels(
  points: readonly ScatterPoint[],
  width: number,
  height: number,
  scale: 'linear' | 'log',
): readonly { readonly align?: 'left' | 'right'; readonly below?: boolean }[] {
  const across = points.map(({ x }) => (scale === 'log' ? Math.log(Math.max(x, 1e-9)) : x));
  const [least, most] = [scale === 'log' ? Math.min(...across) : 0, Math.max(...across)];
  const top = Math.max(...points.map(({ y }) => y), 1e-9);
  const taken: { readonly left: number; readonly right: number; readonly line: number }[] = [];
  return points.map(({ label, named, y }, at) => {
    if (!named) return {};
    const x = (((across[at] ?? 0) - least) / (most - least || 1)) * width;
    const align = x <= width / 2 ? 'left' : 'right';
    const long = textWidth(label, FONT_SIZE - 0.5);
    const [left, right] = align === 'left' ? [x + 8, x + 8 + long] : [x - 8 - long, x - 8];
    for (const below of [false, true]) {
      const line = height * (1 - y / top) + (below ? 9 : -7);
      if (taken.some((one) => left < one.right && right > one.left && Math.abs(line - one.line) < FONT_SIZE))
        continue;
      taken.push({ left, right, line });
      return { align, below };
    }
    return {};
  });
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
  const [plot, height] = [Math.max(160, width - 80), width < 480 ? 260 : 320];
  const placed = placedLabels(points, plot, height, xScale);
  const text = (align: 'left' | 'right', below: boolean) => ({
    transform: [{ filter: `datum.align === '${align}' && datum.below === ${below}` }],
    mark: {
      type: 'text' as const,
      align,
      dx: align === 'left' ? 8 : -8,
      dy: below ? 9 : -7,
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
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 0.9 },
        encoding: { x, y, color: { field: 'colour', type: 'nominal', scale: null } },
      },
      text('left', false),
      text('left', true),
      text('right', false),
      text('right', true),
    ],
    config: CONFIG as never,
  };
  return spec as unknown as VegaLiteSpec;
}
