import type { ChartLayout } from './chart.js';
import { textWidth, wrapText } from './text-width.js';
import { FONT_SIZE, INK } from './theme.js';

/** One line of a chart, named on the left, told in words on the right. Labels are all different. */
export interface NamedLine {
  readonly label: string;
  readonly told: string;
}

/** The text of each line, at the end of the plot. */
export const TOLD_AT_END = {
  mark: { type: 'text', align: 'left', dx: 10, fontSize: FONT_SIZE, color: INK },
  encoding: { x: { value: 'width' }, text: { field: 'told', type: 'nominal' } },
} as const;

/** Lays lines out in the order given: names broken at a share of the width, margins from the measured texts, so that none overlaps. */
export function namedLines<Line extends NamedLine>(
  lines: readonly Line[],
  { width }: ChartLayout,
  {
    share,
    gap = 10,
    least = 70,
    step = 23,
  }: { readonly share: number; readonly gap?: number; readonly least?: number; readonly step?: number },
) {
  const names = lines.map((line) => wrapText(line.label, width * share, FONT_SIZE));
  const left = Math.max(...names.flat().map((name) => textWidth(name, FONT_SIZE))) + gap;
  const right = Math.max(...lines.map((line) => textWidth(line.told, FONT_SIZE))) + gap;
  const most = Math.max(...names.map((name) => name.length));
  const values = lines.map((line, at) => ({ ...line, label: (names[at] ?? []).join('\n') }));
  return {
    values,
    width: Math.max(least, Math.floor(width - left - right - 12)),
    height: { step: most > 1 ? 17 * most : step },
    y: {
      field: 'label',
      type: 'nominal',
      sort: values.map(({ label }) => label),
      title: null,
      axis: { labelExpr: 'split(datum.label, "\\n")', ticks: false, domain: false, labelPadding: 8 },
    } as const,
  };
}
