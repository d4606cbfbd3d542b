import { chartSpec } from './chart-spec.js';
import type { ChartLayout, VegaLiteSpec } from './chart.js';
import { namedLines, TOLD_AT_END, type NamedLine } from './named-lines.js';
import { ACCENT, GRID, SOFT } from './theme.js';

/** One line of the chart: an estimate with its interval; the value and its n are told. */
export interface IntervalDot extends NamedLine {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly colour?: string;
}

export interface IntervalDotsOptions extends ChartLayout {
  readonly axisTitle: string;
  /** d3 format of the axis: `%` for shares. */
  readonly format: string;
  readonly scale?: 'linear' | 'log';
  /** A line that values are read against: 0 for a difference, 1 for a ratio. */
  readonly reference?: number;
}

/** Dots with intervals, one a line, in the order given. */
export function intervalDots(dots: readonly IntervalDot[], options: IntervalDotsOptions): VegaLiteSpec {
  const { scale = 'linear', reference, format } = options;
  const { values, width, height, y } = namedLines(dots, options, { share: options.width < 480 ? 0.34 : 0.3 });
  const ends = [
    Math.min(...dots.map((dot) => dot.low), reference ?? Infinity) / 1.1,
    Math.max(...dots.map((dot) => dot.high), reference ?? -Infinity) * 1.1,
  ] as const;
  return chartSpec(options, {
    data: { values: values.map((dot) => ({ ...dot, colour: dot.colour ?? ACCENT })) },
    width,
    height,
    encoding: { y },
    layer: [
      ...(reference === undefined
        ? []
        : [
            {
              data: { values: [{ at: reference }] },
              mark: { type: 'rule' as const, color: SOFT, strokeDash: [3, 3] },
              encoding: {
                y: { value: 0 },
                y2: { value: 'height' as const },
                x: { field: 'at', type: 'quantitative' as const },
              },
            },
          ]),
      {
        mark: { type: 'rule', strokeWidth: 2.5, opacity: 0.55 },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            title: options.axisTitle,
            scale:
              scale === 'log' ? { type: 'log', domain: [...ends], nice: false } : { zero: true, nice: true },
            axis: {
              format,
              gridColor: GRID,
              labelOverlap: true,
              ...(scale === 'log'
                ? { values: logTicks(ends) }
                : { tickCount: Math.max(2, Math.floor(width / 70)) }),
            },
          },
          x2: { field: 'high' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 62, opacity: 1 },
        encoding: {
          x: { field: 'value', type: 'quantitative' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      TOLD_AT_END,
    ],
  });
}

/** Ticks of a logarithmic axis, doubling: ⅛, ¼, ½, 1, 2, 4, 8; one in two when there are many. */
function logTicks([low, high]: readonly [number, number]): number[] {
  const powers = Array.from({ length: 41 }, (_, index) => 2 ** (index - 20)).filter(
    (tick) => tick >= low && tick <= high,
  );
  return powers.length > 7 ? powers.filter((tick) => Math.log2(tick) % 2 === 0) : powers;
}
