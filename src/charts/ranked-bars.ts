import { chartSpec } from './chart-spec.js';
import type { ChartLayout, VegaLiteSpec } from './chart.js';
import { namedLines, TOLD_AT_END, type NamedLine } from './named-lines.js';
import { ACCENT } from './theme.js';

/** One line of the chart: a count, told behind its bar. */
export interface RankedBar extends NamedLine {
  readonly value: number;
}

/** Bars from zero, one a line, in the order given; each is told behind its end, so no axis is needed. */
export function rankedBars(bars: readonly RankedBar[], options: ChartLayout): VegaLiteSpec {
  const { values, width, height, y } = namedLines(bars, options, { share: options.width < 480 ? 0.4 : 0.45 });
  return chartSpec(options, {
    data: { values },
    width,
    height,
    encoding: {
      y,
      x: {
        field: 'value',
        type: 'quantitative',
        axis: null,
        scale: { domain: [0, Math.max(...bars.map((bar) => bar.value)) || 1], nice: false },
      },
    },
    layer: [
      { mark: { type: 'bar', color: ACCENT, height: 13 } },
      { mark: { ...TOLD_AT_END.mark, dx: 7 }, encoding: { text: TOLD_AT_END.encoding.text } },
    ],
  });
}
