import { chartSpec } from './chart-spec.js';
import type { ChartLayout, VegaLiteSpec } from './chart.js';
import { namedLines, TOLD_AT_END, type NamedLine } from './named-lines.js';
import { ACCENT, DAY_LABEL, GRID } from './theme.js';

/** One line of the chart: something that lasts, or an instant where both ends are one. */
export interface TimeSpan extends NamedLine {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** Spans and instants over one axis of time, one a line, in the order given. */
export function timeSpans(spans: readonly TimeSpan[], options: ChartLayout): VegaLiteSpec {
  const { values, width, height, y } = namedLines(spans, options, { share: 0.36 });
  const ends = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))] as const;
  const days = (ends[1] - ends[0]) / DAY;
  const format = days > 400 ? '%b %Y' : days > 100 ? '%b' : days < 3 ? '%-d %b, %-H h' : '%-d %b';
  return chartSpec(options, {
    data: { values },
    width,
    height,
    encoding: {
      y: { ...y, axis: { ...y.axis, grid: true, gridColor: GRID } },
      x: {
        field: 'from',
        type: 'temporal',
        title: null,
        scale: { type: 'utc', padding: 8 },
        axis: {
          format,
          labelExpr: DAY_LABEL,
          grid: false,
          tickCount: Math.max(2, Math.floor(width / (days < 3 ? 110 : 76))),
          labelOverlap: true,
          labelFlush: true,
        },
      },
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 7, strokeCap: 'round', color: ACCENT },
        encoding: { x2: { field: 'to' } },
      },
      { mark: { type: 'point', filled: true, size: 62, opacity: 1, color: ACCENT } },
      TOLD_AT_END,
    ],
  });
}
