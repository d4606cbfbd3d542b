import { chartSpec } from './chart-spec.js';
import type { VegaLiteSpec } from './chart.js';
import { textWidth, wrapText } from './text-width.js';
import { ACCENT, FONT_SIZE, INK } from './theme.js';

/** One line of the chart: a count, named on the left, told in words behind its bar. */
export interface RankedBar {
  readonly label: string;
  readonly value: number;
  readonly told: string;
}

const GAP = 10;

/** Bars from zero, one a line, in the order given; each is told behind its end, so no axis is needed. Labels are all different. */
export function rankedBars(
  bars: readonly RankedBar[],
  options: { readonly width: number; readonly title: string; readonly subtitle: string },
): VegaLiteSpec {
  const { width } = options;
  const names = bars.map((bar) => wrapText(bar.label, width * (width < 480 ? 0.4 : 0.45), FONT_SIZE));
  const left = Math.max(...names.flat().map((line) => textWidth(line, FONT_SIZE))) + GAP;
  const right = Math.max(...bars.map((bar) => textWidth(bar.told, FONT_SIZE))) + GAP;
  const lines = Math.max(...names.map((name) => name.length));
  const values = bars.map((bar, at) => ({ ...bar, label: (names[at] ?? []).join('\n') }));
  return chartSpec(options, {
    data: { values },
    width: Math.max(70, Math.floor(width - left - right - 12)),
    height: { step: lines > 1 ? 17 * lines : 23 },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: values.map((bar) => bar.label),
        title: null,
        axis: { labelExpr: 'split(datum.label, "\\n")', ticks: false, domain: false, labelPadding: GAP - 2 },
      },
      x: {
        field: 'value',
        type: 'quantitative',
        axis: null,
        scale: { domain: [0, Math.max(...bars.map((bar) => bar.value)) || 1], nice: false },
      },
    },
    layer: [
      { mark: { type: 'bar', color: ACCENT, height: 13 } },
      {
        mark: { type: 'text', align: 'left', dx: GAP - 3, fontSize: FONT_SIZE, color: INK },
        encoding: { text: { field: 'told', type: 'nominal' } },
      },
    ],
  });
}
