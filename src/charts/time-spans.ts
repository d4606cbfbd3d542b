import { chartSpec } from './chart-spec.js';
import type { VegaLiteSpec } from './chart.js';
import { textWidth, wrapText } from './text-width.js';
import { ACCENT, DAY_LABEL, FONT_SIZE, GRID, INK } from './theme.js';

/** One line of the chart: something that lasts, or an instant where both ends are one, named on the left, told on the right. */
export interface TimeSpan {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly told: string;
}

const GAP = 10;
const DAY = 86_400_000;

/** Spans and instants over one axis of time, one a line, in the order given. Labels are all different. */
export function timeSpans(
  spans: readonly TimeSpan[],
  options: { readonly width: number; readonly title: string; readonly subtitle: string },
): VegaLiteSpec {
  const { width } = options;
  const names = spans.map((span) => wrapText(span.label, width * 0.36, FONT_SIZE));
  const left = Math.max(...names.flat().map((line) => textWidth(line, FONT_SIZE))) + GAP;
  const right = Math.max(...spans.map((span) => textWidth(span.told, FONT_SIZE))) + GAP;
  const plot = Math.max(70, Math.floor(width - left - right - 12));
  const lines = Math.max(...names.map((name) => name.length));
  const values = spans.map((span, at) => ({ ...span, label: (names[at] ?? []).join('\n') }));
  const ends = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))] as const;
  const days = (ends[1] - ends[0]) / DAY;
  const format = days > 400 ? '%b %Y' : days > 100 ? '%b' : days < 3 ? '%-d %b, %-H h' : '%-d %b';
  return chartSpec(options, {
    data: { values },
    width: plot,
    height: { step: lines > 1 ? 17 * lines : 23 },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: values.map((span) => span.label),
        title: null,
        axis: {
          labelExpr: 'split(datum.label, "\\n")',
          ticks: false,
          domain: false,
          grid: true,
          gridColor: GRID,
          labelPadding: GAP - 2,
        },
      },
      x: {
        field: 'from',
        type: 'temporal',
        title: null,
        scale: { type: 'utc', padding: 8 },
        axis: {
          format,
          labelExpr: DAY_LABEL,
          grid: false,
          tickCount: Math.max(2, Math.floor(plot / (days < 3 ? 110 : 76))),
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
      {
        mark: { type: 'text', align: 'left', dx: GAP, fontSize: FONT_SIZE, color: INK },
        encoding: { x: { value: 'width' }, text: { field: 'told', type: 'nominal' } },
      },
    ],
  });
}
