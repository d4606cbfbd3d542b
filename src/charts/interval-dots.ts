import { chartSpec } from './chart-spec.js';
import type { VegaLiteSpec } from './chart.js';
import { textWidth, wrapText } from './text-width.js';
import { ACCENT, FONT_SIZE, GRID, INK, SOFT } from './theme.js';

/** One line of the chart: an estimate with its interval, named on the left, told in words on the right. */
export interface IntervalDot {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Written at the end of the line: the value and its n. */
  readonly told: string;
  readonly colour?: string;
}

export interface IntervalDotsOptions {
  readonly width: number;
  readonly title: string;
  readonly subtitle: string;
  readonly axisTitle: string;
  /** d3 format of the axis: `%` for shares. */
  readonly format: string;
  readonly scale?: 'linear' | 'log';
  /** A line that values are read against: 0 for a difference, 1 for a ratio. */
  readonly reference?: number;
}

const GAP = 10;

/** Dots with intervals, one a line, in the order given. Margins come from the measured texts, so none overlaps. */
export function intervalDots(dots: readonly IntervalDot[], options: IntervalDotsOptions): VegaLiteSpec {
  const { width, scale = 'linear', reference, format } = options;
  const room = width * (width < 480 ? 0.34 : 0.3);
  const names = dots.map((dot) => wrapText(dot.label, room, FONT_SIZE));
  const left = Math.max(...names.flat().map((line) => textWidth(line, FONT_SIZE))) + GAP;
  const right = Math.max(...dots.map((dot) => textWidth(dot.told, FONT_SIZE))) + GAP;
  const plot = Math.max(70, Math.floor(width - left - right - 12));
  const lines = Math.max(...names.map((name) => name.length));
  const values = dots.map((dot, index) => ({
    ...dot,
    colour: dot.colour ?? ACCENT,
    label: (names[index] ?? []).join('\n'),
    place: index,
  }));
  const ends = [
    Math.min(...dots.map((dot) => dot.low), reference ?? Infinity) / 1.1,
    Math.max(...dots.map((dot) => dot.high), reference ?? -Infinity) * 1.1,
  ] as const;
  const order = values.map((dot) => dot.label);
  const y = {
    field: 'label',
    type: 'nominal',
    sort: order,
    title: null,
    axis: { labelExpr: 'split(datum.label, "\\n")', ticks: false, domain: false, labelPadding: GAP - 2 },
  } as const;
  return chartSpec(options, {
    data: { values },
    width: plot,
    height: { step: lines > 1 ? 17 * lines : 23 },
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
                : { tickCount: Math.max(2, Math.floor(plot / 70)) }),
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
      {
        mark: { type: 'text', align: 'left', dx: GAP, fontSize: FONT_SIZE, color: INK },
        encoding: { x: { value: 'width' }, text: { field: 'told', type: 'nominal' } },
      },
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
