import { chartSpec } from './chart-spec.js';
import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.js';
import { textWidth } from './text-width.js';
import { DAY_LABEL, FONT_SIZE, GRID, SOFT } from './theme.js';

/** A period of a series: `at` is its first day, `2026-03-02`. With `low` and `high` the series is a line in its band. */
export interface TimePoint {
  readonly at: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** One panel: a series over weeks or months, on its own scale. */
export interface TimePanel {
  readonly title: string;
  readonly colour: string;
  /** In the order of time. A period without data has no point: a bar is missing, a line is broken. */
  readonly points: readonly TimePoint[];
}

export interface TimePanelsOptions {
  readonly width: number;
  readonly title: string;
  readonly subtitle: string;
  readonly grain: 'week' | 'month';
  readonly mark: 'bars' | 'band';
  readonly format: string;
  /** Ends of the value axis; from 0 to the largest value when absent. */
  readonly domain?: readonly [number, number];
}

const DAY = 86_400_000;

/** First day of the period after the one that begins at `at`. */
function nextPeriod(at: string, grain: 'week' | 'month'): number {
  return grain === 'week'
    ? Date.parse(`${at}T00:00:00Z`) + 7 * DAY
    : Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)), 1);
}

/** Adds the end of each bar, and the number of the unbroken run each point belongs to. */
function laidOut(points: readonly TimePoint[], grain: 'week' | 'month'): object[] {
  let run = 0;
  return points.map((point, index) => {
    const previous = points[index - 1];
    if (previous !== undefined && nextPeriod(previous.at, grain) < Date.parse(`${point.at}T00:00:00Z`)) run++;
    return { ...point, run, end: new Date(nextPeriod(point.at, grain) - DAY).toISOString().slice(0, 10) };
  });
}

type Layers = Extract<TopLevelSpec, { vconcat: unknown }>['vconcat'][number];

/** Panels one under the other on one time axis, each named at its top. */
export function timePanels(panels: readonly TimePanel[], options: TimePanelsOptions): VegaLiteSpec {
  const { width, mark } = options;
  const top = Math.max(...panels.flatMap((panel) => panel.points.map((point) => point.value)), 1);
  const left = mark === 'bars' ? textWidth(String(Math.round(top)), FONT_SIZE) + 16 : 44;
  const plot = Math.floor(width - left - 16);
  const long = options.grain === 'month';
  const x = {
    field: 'at',
    type: 'temporal' as const,
    title: null,
    scale: { type: 'utc' as const },
    axis: {
      format: long ? '%b %Y' : '%-d %b',
      labelExpr: DAY_LABEL,
      grid: false,
      tickCount: Math.max(3, Math.floor(plot / (long ? 90 : 62))),
      labelOverlap: true,
      labelFlush: true,
    },
  };
  return chartSpec(options, {
    spacing: 14,
    resolve: { scale: { x: 'shared' } },
    vconcat: panels.map((panel) => panelSpec(panel, options, x, { plot, left })),
  });
}

function panelSpec(
  panel: TimePanel,
  options: TimePanelsOptions,
  x: object,
  { plot, left }: { readonly plot: number; readonly left: number },
): Layers {
  const { mark, grain, domain } = options;
  const y = {
    type: 'quantitative' as const,
    title: null,
    scale: domain ? { domain: [...domain] } : { zero: true, nice: true },
    axis: {
      format: options.format,
      labelExpr: 'datum.value === 0 ? "0" : datum.label',
      tickCount: 3,
      // Half a message is no tick.
      ...(options.format.endsWith('d') && { tickMinStep: 1 }),
      gridColor: GRID,
      domain: false,
      ticks: false,
      minExtent: left - 10,
    },
  };
  const run = { field: 'run', type: 'nominal' as const };
  const line = { field: 'value', type: 'quantitative' as const };
  const bars = [
    {
      mark: { type: 'bar', color: panel.colour },
      encoding: { x, x2: { field: 'end' }, y: { field: 'value', ...y }, y2: { datum: 0 } },
    },
  ];
  const band = [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: SOFT, strokeDash: [3, 3] },
      encoding: { y: { field: 'zero', type: 'quantitative' } },
    },
    {
      mark: { type: 'rule', color: panel.colour, opacity: 0.25, strokeWidth: 2 },
      encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
    },
    {
      mark: { type: 'area', color: panel.colour, opacity: 0.2 },
      encoding: { x, detail: run, y: { field: 'low', ...y }, y2: { field: 'high' } },
    },
    {
      mark: { type: 'line', color: panel.colour, strokeWidth: 1.8, point: { color: panel.colour, size: 20 } },
      encoding: { x, detail: run, y: line },
    },
  ];
  return {
    title: { text: panel.title, fontSize: FONT_SIZE + 0.5, color: panel.colour, offset: 4 },
    width: plot,
    height: mark === 'bars' ? 74 : 96,
    data: { values: laidOut(panel.points, grain) },
    layer: mark === 'bars' ? bars : band,
  } as Layers;
}
