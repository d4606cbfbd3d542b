import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.js';
import { chartTitle } from './interval-dots.js';
import { textWidth } from './text-width.js';
import { CONFIG, FONT_SIZE, GRID, SOFT } from './theme.js';

/** One panel: a series over weeks, on its own scale. */
export interface TimePanel {
  readonly title: string;
  readonly colour: string;
  /** `at` is the first day of the week, `2026-03-02`. With `low` and `high` the series is a line in its band. */
  readonly points: readonly { readonly at: string; readonly value: number; readonly low?: number; readonly high?: number }[];
}

export interface TimePanelsOptions {
  readonly width: number;
  readonly title: string;
  readonly subtitle: string;
  readonly mark: 'bars' | 'band';
  readonly format: string;
  /** Ends of the value axis; from 0 to the largest value when absent. */
  readonly domain?: readonly [number, number];
}

const DAY = 86_400_000;
const weekEnd = (week: string): string => new Date(Date.parse(`${week}T00:00:00Z`) + 6 * DAY).toISOString().slice(0, 10);

/** Panels one under the other on one time axis, each named at its top. */
export function timePanels(panels: readonly TimePanel[], options: TimePanelsOptions): VegaLiteSpec {
  const { width, mark } = options;
  const top = Math.max(...panels.flatMap((panel) => panel.points.map((point) => point.value)), 1);
  const left = mark === 'bars' ? textWidth(String(Math.round(top)), FONT_SIZE) + 16 : 44;
  const plot = Math.floor(width - left - 16);
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chartTitle(options),
    spacing: 14,
    resolve: { scale: { x: 'shared' } },
    vconcat: panels.map((panel) => {
      const x = {
        field: 'at', type: 'temporal' as const, title: null, scale: { type: 'utc' as const },
        axis: { format: '%-d %b', grid: false, tickCount: Math.max(3, Math.floor(plot / 62)), labelOverlap: true, labelFlush: true },
      };
      const axis = { format: options.format, labelExpr: 'datum.value === 0 ? "0" : datum.label', tickCount: 3, gridColor: GRID, domain: false, ticks: false, minExtent: left - 10 };
      const scale = options.domain ? { domain: [...options.domain] } : { zero: true, nice: true };
      return {
        title: { text: panel.title, fontSize: FONT_SIZE + 0.5, color: panel.colour, offset: 4 },
        width: plot, height: mark === 'bars' ? 74 : 96,
        data: { values: panel.points.map((point) => ({ ...point, end: weekEnd(point.at) })) },
        layer: mark === 'bars'
          ? [{
            mark: { type: 'bar' as const, color: panel.colour },
            encoding: { x, x2: { field: 'end' }, y: { field: 'value', type: 'quantitative' as const, title: null, axis, scale }, y2: { datum: 0 } },
          }]
          : [
            { data: { values: [{ zero: 0 }] }, mark: { type: 'rule' as const, color: SOFT, strokeDash: [3, 3] }, encoding: { y: { field: 'zero', type: 'quantitative' as const } } },
            {
              mark: { type: 'area' as const, color: panel.colour, opacity: 0.2 },
              encoding: { x, y: { field: 'low', type: 'quantitative' as const, title: null, axis, scale }, y2: { field: 'high' } },
            },
            { mark: { type: 'line' as const, color: panel.colour, strokeWidth: 1.8, point: { color: panel.colour, size: 20 } }, encoding: { x, y: { field: 'value', type: 'quantitative' as const } } },
          ],
      };
    }),
    config: CONFIG as never,
  };
  return spec as unknown as VegaLiteSpec;
}
